/** What units reported on a task and the public may see: day, unit, words, figures, pages and files. */
import type { ReactElement } from 'react';
import { longDay } from '#kernel/day-words.ts';
import { publicFileAddress } from '../addresses.ts';
import type { PublicEvidence } from '../contract/ledger.ts';

function Proofs({ evidence }: { readonly evidence: PublicEvidence }): ReactElement | null {
  const { entryId, files, links } = evidence;
  if (files.length + links.length === 0) return null;
  return (
    <ul className="evidence-proofs">
      {links.map(({ url, title }) => (
        <li key={url}>
          <a href={url} rel="nofollow noopener">
            {title ?? url}
          </a>
        </li>
      ))}
      {files.map(({ fileId, fileName }) => (
        <li key={fileId}>
          <a href={publicFileAddress({ entryId, fileId })} download={fileName}>
            {fileName}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The newest reports, folded away until somebody wants them; nothing when there is none. */
export function TaskEvidence(props: { readonly evidence: readonly PublicEvidence[] }): ReactElement | null {
  const [newest] = props.evidence;
  if (newest === undefined) return null;
  return (
    <details className="task-evidence">
      <summary>
        工作进展（{longDay(newest.day)} {newest.unitName}）
      </summary>
      <ol>
        {props.evidence.map((evidence) => (
          <li key={evidence.entryId}>
            <p>
              <time dateTime={evidence.day}>{longDay(evidence.day)}</time> {evidence.unitName}：
              {evidence.body}
              {evidence.figures.map(({ label, amount, unit }) => `${label}${amount}${unit}`).join('，')}
            </p>
            <Proofs evidence={evidence} />
          </li>
        ))}
      </ol>
    </details>
  );
}
