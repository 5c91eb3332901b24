/** One case: what is asked, its clocks, what may be done, who asks, what happened. */
import { Link, useParams } from 'react-router';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { CaseView } from '../contract/requests.ts';
import { caseEndingTitles, caseStageTitles } from '../rules/stage-titles.ts';
import { wantedChannelTitles, wantedMediumTitles } from '../rules/wanted.ts';
import { intakeWayTitles } from '../words/requests.ts';
import { ApplicantPanel } from './applicant-panel.tsx';
import { CaseActions } from './case-actions.tsx';
import { CaseClocks } from './case-clocks.tsx';
import { CaseLetters } from './letters/case-letters.tsx';
import { CaseRedactions } from './redactions/case-redactions.tsx';
import './requests.css';
import './letters/letters.css';
import './redactions/redactions.css';

export function CaseScreen() {
  const { requestId = '' } = useParams();
  const { data, error, refetch } = useApi<CaseView>(`/requests/${requestId}`, {}, { everyMs: 60_000 });
  if (data === undefined)
    return error === null ? <Loading /> : <RefusalNotice error={error} onRetry={() => void refetch()} />;
  return <LoadedCase key={data.id} detail={data} />;
}

function stageWords({ stage, ending, leafTitle }: CaseView): string {
  const how = ending === null ? '' : `（${leafTitle ?? caseEndingTitles[ending]}）`;
  return `${caseStageTitles[stage]}${how}`;
}

function LoadedCase({ detail }: { readonly detail: CaseView }) {
  return (
    <>
      <PageHeader
        title={detail.subject}
        summary={`${detail.number}；${detail.unitName}；${stageWords(detail)}`}
        help={
          <>
            <p>能办的事项由办理到哪一步决定；不能办的展开可以看到原因。</p>
            <p>期限按经过随时计算，“如何算出”逐日列出，可以作为证据。</p>
          </>
        }
      />
      <CaseActions detail={detail} />
      <div className="request-columns">
        <div className="request-main">
          <section aria-labelledby="request-clocks">
            <h2 id="request-clocks">期限</h2>
            <CaseClocks detail={detail} />
          </section>
          <section aria-labelledby="request-content">
            <h2 id="request-content">申请内容</h2>
            <p className="request-description">{detail.description}</p>
            <Facts
              facts={[
                [
                  '提供方式',
                  `${wantedMediumTitles[detail.wantedMedium]}，${wantedChannelTitles[detail.wantedChannel]}`,
                ],
                ['收到方式', `${intakeWayTitles[detail.way]}，${dayTextInWords(detail.arrivedOn)}到达`],
                ['收到之日', detail.receivedOn === null ? '尚未确定' : dayTextInWords(detail.receivedOn)],
                [
                  '承办',
                  [detail.handlingUnitName, detail.officers.map(({ name }) => name).join('、')]
                    .filter((words) => words !== null && words !== '')
                    .join('：') || '没有分派',
                ],
                ['内部时限', detail.internalDue === null ? null : dayTextInWords(detail.internalDue)],
                ['登记人', detail.registeredBy],
              ]}
            />
            <Linked detail={detail} />
          </section>
          <CaseLetters requestId={detail.id} />
          <CaseRedactions requestId={detail.id} />
          <Alike detail={detail} />
          <FileIndex detail={detail} />
        </div>
        <aside className="request-beside" aria-label="申请人和经过">
          <ApplicantPanel detail={detail} />
          <section aria-labelledby="request-events">
            <h2 id="request-events">经过</h2>
            <Timeline
              entries={detail.events.toReversed().map(({ number, on, byName, title, lines }) => ({
                key: String(number),
                when: dayTextInWords(on),
                who: byName,
                what: `${number}. ${title}`,
                detail: lines.length === 0 ? undefined : lines.map((line) => <p key={line}>{line}</p>),
              }))}
            />
          </section>
        </aside>
      </div>
    </>
  );
}

function Linked({ detail }: { readonly detail: CaseView }) {
  const links = [
    [detail.mergedIntoId, '并入的那一件', '/requests'],
    [detail.splitFromId, '拆分前的那一件', '/requests'],
    [detail.conversionItemId, '转为主动公开的信息', '/publishing/items'],
  ] as const;
  return (
    <ul className="request-links">
      {links.map(([id, words, path]) =>
        id === null ? null : (
          <li key={words}>
            <Link to={`${path}/${id}`}>{words}</Link>
          </li>
        ),
      )}
    </ul>
  );
}

function Alike({ detail }: { readonly detail: CaseView }) {
  if (detail.alike.length === 0) return null;
  return (
    <section aria-labelledby="request-alike">
      <h2 id="request-alike">内容相近的申请</h2>
      <p className="quiet">
        只作提示；是否重复申请由承办人认定。不同申请人申请同一信息的，可以考虑转为主动公开。
      </p>
      <ul>
        {detail.alike.map(({ id, number, subject, stage, sameApplicant, likeness }) => (
          <li key={id}>
            <Link to={`/requests/${id}`}>
              {number} {subject}
            </Link>
            <span className="quiet">
              　{sameApplicant ? '同一申请人' : '其他申请人'}，{caseStageTitles[stage]}，相似
              {Math.round(likeness * 100)}%
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FileIndex({ detail }: { readonly detail: CaseView }) {
  return (
    <details className="request-file">
      <summary>卷内目录（{detail.fileIndex.length}件）</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">题名</th>
            <th scope="col">文号</th>
            <th scope="col">日期</th>
          </tr>
        </thead>
        <tbody>
          {detail.fileIndex.map(({ no, title, documentNumber, on }) => (
            <tr key={no}>
              <td>{no}</td>
              <td>{title}</td>
              <td>{documentNumber ?? ''}</td>
              <td>{dayTextInWords(on)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
