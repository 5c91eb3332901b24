/** 查询办理进度: with the query code, what became of a request, how its days were computed, its letters, and what one may do. */
import type { ReactElement } from 'react';
import { longDay } from '#kernel/day-words.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { DerivedDate } from '#portal/components/derived-date.tsx';
import { FactList } from '#portal/components/fact-list.tsx';
import { ErrorSummary, TextField } from '#portal/components/form-fields.tsx';
import { Notice } from '#portal/components/notice.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { requestLetterAddress, requestStatusAddress } from '../addresses.ts';
import type { PublicCase } from '../queries/public-case.ts';
import { ApplicantActs, Proven, type ProvenBy, type TypedAct } from './applicant-acts.tsx';

export interface StatusPageProps {
  readonly frame: SiteFrame;
  readonly typed: ProvenBy & TypedAct;
  readonly found: PublicCase | null;
  readonly refusal: Refusal | null;
  /** What was just done, said once. */
  readonly done: string | null;
}

const title = '查询办理进度';

export function StatusPage(props: StatusPageProps): ReactElement {
  const { frame, found, refusal, done } = props;
  return (
    <PortalPage
      frame={frame}
      sheet="applying.css"
      title={refusal === null ? title : `有误：${title}`}
      description="凭查询码查看政府信息公开申请办到哪一步、哪一天前答复、日期怎么算出来。"
    >
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        {done === null ? null : (
          <div role="status">
            <Notice mark="met" word={done}>
              {null}
            </Notice>
          </div>
        )}
        {found === null ? <LookUpForm {...props} /> : <FoundCase {...props} found={found} />}
      </div>
    </PortalPage>
  );
}

/** What was wrong; beside a case the fields' messages stand in its text, as their forms are folded away. */
function Refused({ refusal, found }: Pick<StatusPageProps, 'refusal' | 'found'>): ReactElement | null {
  if (refusal === null) return null;
  return (
    <ErrorSummary
      what={refusal.sentence.what}
      todo={[
        ...(found === null ? [] : refusal.fields.map(({ message }) => message)),
        refusal.sentence.why,
        refusal.sentence.todo,
      ]
        .flatMap((part) => (part === undefined ? [] : [`${part}。`]))
        .join('')}
      faults={found === null ? refusal.fields : []}
    />
  );
}

function LookUpForm({ typed, refusal }: StatusPageProps): ReactElement {
  const faults = refusal?.fields ?? [];
  return (
    <>
      <PageHeading title={title} lead="编号和查询码在提交后的回执上。" />
      <Refused refusal={refusal} found={null} />
      <form method="post" action={requestStatusAddress()} aria-label={title}>
        <TextField
          name="check"
          title="编号，或者联系电话的末四位"
          hint="例如：2026-0012，或者5678"
          typed={typed.check}
          longest={40}
          faults={faults}
        />
        <TextField
          name="code"
          title="查询码"
          hint="共10位，不分大小写"
          typed={typed.code}
          longest={40}
          faults={faults}
        />
        <button type="submit" className="primary large">
          查询
        </button>
      </form>
    </>
  );
}

type Shown = StatusPageProps & { readonly found: PublicCase };

function FoundCase({ found, typed, refusal }: Shown): ReactElement {
  return (
    <>
      <PageHeading title={found.subject} lead={`编号${found.number}，${found.unitName}`}>
        <PrintButton />
        <a href={requestStatusAddress()}>退出查询</a>
      </PageHeading>
      <Refused refusal={refusal} found={found} />
      <Notice mark={found.mayCorrect ? 'cannotTell' : 'notYetDue'} word={found.stageTitle}>
        <p>{found.nextStep}</p>
      </Notice>
      <section aria-labelledby="clocks">
        <h2 id="clocks">期限</h2>
        <FactList
          facts={[
            {
              name: '收到之日',
              value: found.receivedOn === null ? '等待双方确认' : longDay(found.receivedOn),
            },
          ]}
        />
        {found.clocks.map((clock, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same period may stand here twice, for two letters
          <div className="public-clock" key={place}>
            <h3>
              {clock.title}
              {clock.isOver ? '（已经结束）' : ''}
            </h3>
            <DerivedDate derived={clock} today={found.today} />
            {clock.pausedBy === null ? null : <p>现在暂停：{clock.pausedBy}</p>}
          </div>
        ))}
        {found.clocks.length === 0 ? null : (
          <p className="small-print">点开日期，就能看到它是怎么算出来的。</p>
        )}
      </section>
      {found.letters.length === 0 ? null : (
        <section aria-labelledby="letters">
          <h2 id="letters">给您的文书</h2>
          <ul className="plain-list">
            {found.letters.map(({ id, title: name, number }) => (
              <li key={id}>
                <form method="post" action={requestLetterAddress()} className="form-row">
                  <Proven typed={typed} />
                  <input type="hidden" name="letterId" value={id} />
                  <span>
                    {name} {number ?? ''}
                  </span>
                  <button type="submit" aria-label={`下载${name}${number ?? ''}`}>
                    下载（PDF）
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="course">
        <h2 id="course">经过</h2>
        <ol className="course">
          {found.events.map(({ number, on, title: what, lines }) => (
            <li key={number}>
              <time dateTime={on}>{longDay(on)}</time>
              <strong>{what}</strong>
              {lines.map((line) => (
                <p key={line} className="as-typed">
                  {line}
                </p>
              ))}
            </li>
          ))}
        </ol>
      </section>
      <ApplicantActs found={found} typed={typed} />
    </>
  );
}
