/** 查询申请: with the query code, what became of a request, how its days were computed, its letters, and what one may do. */
import type { ReactElement } from 'react';
import { longDay } from '#kernel/day-words.ts';
import type { RefusalSentence } from '#kernel/refusal.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { DerivedDate } from '#portal/components/derived-date.tsx';
import { FactList } from '#portal/components/fact-list.tsx';
import { ErrorSummary, TextField } from '#portal/components/form-fields.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { requestActAddress, requestLetterAddress, requestStatusAddress } from '../addresses.ts';
import type { PublicCase } from '../queries/public-case.ts';

export interface StatusPageProps {
  readonly frame: SiteFrame;
  readonly typed: { readonly code: string; readonly check: string };
  readonly found: PublicCase | null;
  readonly error: RefusalSentence | null;
  /** What was just done, said once. */
  readonly done: string | null;
}

const title = '查询申请';

export function StatusPage(props: StatusPageProps): ReactElement {
  const { frame, found, error, done } = props;
  return (
    <PortalPage
      frame={frame}
      title={error === null ? title : `有误：${title}`}
      description="凭查询码查看政府信息公开申请办到哪一步、哪一天前答复、日期怎么算出来。"
    >
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        {error === null ? null : (
          <ErrorSummary
            what={error.what}
            todo={[error.why, error.todo]
              .flatMap((part) => (part === undefined ? [] : [`${part}。`]))
              .join('')}
            faults={[]}
          />
        )}
        {done === null ? null : <p role="status">{done}</p>}
        {found === null ? <LookUpForm {...props} /> : <FoundCase found={found} typed={props.typed} />}
      </div>
    </PortalPage>
  );
}

function LookUpForm({ typed }: StatusPageProps): ReactElement {
  return (
    <>
      <PageHeading title={title} lead="查询码在提交后的页面和登记回执上。" />
      <form method="post" action={requestStatusAddress()} aria-label={title}>
        <TextField name="code" title="查询码" typed={typed.code} longest={40} />
        <TextField
          name="check"
          title="联系电话的末四位"
          hint="没有留电话的，填电子邮件或者地址里的后四位数字，没有数字的留空。"
          typed={typed.check}
          longest={40}
        />
        <p>
          <button type="submit" className="primary">
            查询
          </button>
        </p>
      </form>
    </>
  );
}

type Shown = { readonly found: PublicCase; readonly typed: StatusPageProps['typed'] };

function FoundCase({ found, typed }: Shown): ReactElement {
  return (
    <>
      <PageHeading title={found.subject} lead={`${found.number}，${found.unitName}`}>
        <PrintButton />
      </PageHeading>
      <FactList
        facts={[
          { name: '办理', value: found.stageTitle },
          { name: '收到之日', value: found.receivedOn === null ? '等待双方确认' : longDay(found.receivedOn) },
          ...found.clocks.map((clock) => ({
            name: clock.title,
            value: (
              <>
                <DerivedDate derived={clock} today={found.today} />
                {clock.pausedBy === null ? null : <p>现在暂停：{clock.pausedBy}</p>}
                {clock.isOver ? <p>已经完成</p> : null}
              </>
            ),
          })),
        ]}
      />
      {found.letters.length === 0 ? null : (
        <section aria-labelledby="letters">
          <h2 id="letters">文书</h2>
          <ul>
            {found.letters.map(({ id, title: name, number }) => (
              <li key={id}>
                <form method="post" action={requestLetterAddress()}>
                  <Proven typed={typed} />
                  <input type="hidden" name="letterId" value={id} />
                  {name} {number ?? ''}
                  <button type="submit" className="quiet">
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
        <ol>
          {found.events.map(({ number, on, title: what, lines }) => (
            <li key={number}>
              <time dateTime={on}>{longDay(on)}</time>　{what}
              {lines.map((line) => (
                <p key={line}>{line}</p>
              ))}
            </li>
          ))}
        </ol>
      </section>
      <Acts found={found} typed={typed} />
    </>
  );
}

/** What proves that the next step is the applicant's own. */
function Proven({ typed }: { readonly typed: StatusPageProps['typed'] }): ReactElement {
  return (
    <>
      <input type="hidden" name="code" value={typed.code} />
      <input type="hidden" name="check" value={typed.check} />
    </>
  );
}

function Acts({ found, typed }: Shown): ReactElement {
  const form = (act: string, summary: string, label: string, verb: string) => (
    <details>
      <summary>{summary}</summary>
      <form method="post" action={requestActAddress()}>
        <Proven typed={typed} />
        <input type="hidden" name="act" value={act} />
        <div className="field">
          <label htmlFor={`text-${act}`}>{label}</label>
          <textarea id={`text-${act}`} name="text" rows={4} maxLength={5000} required />
        </div>
        <button type="submit" className="primary">
          {verb}
        </button>
      </form>
    </details>
  );
  return (
    <section aria-labelledby="acts">
      <h2 id="acts">您可以</h2>
      {found.mayCorrect ? form('correct', '补正申请内容', '补正后的完整申请内容', '提交补正') : null}
      {form('write', '给承办人员留言', '留言', '留言')}
      {found.mayWithdraw ? form('withdraw', '撤回申请', '撤回的原因', '撤回申请') : null}
    </section>
  );
}
