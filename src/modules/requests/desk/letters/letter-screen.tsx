/** One letter: its entries beside the facts of the case, the paper as it will look, and its way to the signature. */
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Facts } from '#desk/components/facts/facts.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { Timeline } from '#desk/components/timeline/timeline.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { LetterDetail } from '../../contract/letters.ts';
import { letterKindOf } from '../../rules/letters/letter-kinds.ts';
import { letterStageTitles } from '../../rules/letters/letter-state.ts';
import { LetterChecks } from './letter-checks.tsx';
import { LetterForm } from './letter-form.tsx';
import { LetterPreview } from './letter-preview.tsx';
import { LetterSteps } from './letter-steps.tsx';
import '../requests.css';
import './letters.css';

const signOffWords = {
  drafter: '由起草人签发',
  reviewer: '起草、审核两人办理',
  head: '起草、审核、签发三人办理，互不兼任',
} as const;

export function LetterScreen() {
  const { letterId = '' } = useParams();
  const { data, error, refetch } = useApi<LetterDetail>(`/request-letters/${letterId}`);
  if (data === undefined)
    return error === null ? <Loading /> : <RefusalNotice error={error} onRetry={() => void refetch()} />;
  return <LoadedLetter letter={data} />;
}

function LoadedLetter({ letter }: { readonly letter: LetterDetail }) {
  const [dirty, setDirty] = useState(false);
  const { signOff } = letterKindOf(letter.kind);
  return (
    <>
      <PageHeader
        title={letter.documentNumber === null ? letter.title : `${letter.title} ${letter.documentNumber}`}
        summary={`${letter.requestNumber} ${letter.subject}；${letterStageTitles[letter.stage]}；${signOffWords[signOff]}`}
        actions={<Link to={`/requests/${letter.requestId}`}>回到申请</Link>}
        help={
          <>
            <p>申请人姓名在签发后生成的正式文书中写出，草稿和本页只显示隐去的姓名。</p>
            <p>救济途径、法律依据由办理结果和签发日期决定，不能改写。</p>
          </>
        }
      />
      <LetterSteps letter={letter} dirty={dirty} />
      {letter.faults.length === 0 ? null : (
        <section className="request-faults" aria-labelledby="letter-faults">
          <h2 id="letter-faults">送审、签发前还要解决</h2>
          <ul>
            {letter.faults.map((fault) => (
              <li key={fault}>◇ {fault}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="letter-columns">
        <div>
          <section aria-labelledby="letter-entries">
            <h2 id="letter-entries">填写</h2>
            <LetterForm key={letter.version} letter={letter} onDirty={setDirty} />
          </section>
        </div>
        <LetterPreview blocks={letter.preview} />
        <aside className="request-beside" aria-label="案情和经过">
          <section aria-labelledby="letter-case">
            <h2 id="letter-case">案情</h2>
            <Facts facts={[['办理结果', letter.leafTitle], ...letter.caseFacts]} />
          </section>
          {letter.advice.length === 0 ? null : (
            <section aria-labelledby="letter-advice">
              <h2 id="letter-advice">适用依据前请考虑</h2>
              <ul className="request-findings">
                {letter.advice.map(({ says, article }) => (
                  <li key={says}>
                    {says}
                    <span className="quiet">（{article}）</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <LetterChecks letterId={letter.id} version={letter.version} />
          <section aria-labelledby="letter-steps">
            <h2 id="letter-steps">经过</h2>
            <Timeline
              entries={letter.steps.toReversed().map(({ action, byName, at, note }) => ({
                key: `${at}-${action}`,
                when: instantWords(new Date(at)),
                who: byName,
                what: action,
                detail: note === '' ? undefined : <p>{note}</p>,
              }))}
            />
            {letter.pdfSha256 === null ? null : (
              <p className="quiet letter-hash">存档 PDF 的 SHA-256：{letter.pdfSha256}</p>
            )}
          </section>
        </aside>
      </div>
    </>
  );
}
