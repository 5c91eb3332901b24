/** Which of a document's texts is shown on its page, and how they followed one another. */
import type { ReactElement } from 'react';
import { longDay } from '#kernel/day-words.ts';
import { TitleList } from '#portal/components/title-list.tsx';
import { comparisonAddress, documentAddress } from '../addresses.ts';
import type { DocumentView } from '../queries/document.ts';
import type { ShownInterpretation } from '../queries/interpretations.ts';
import { citationOf } from '../rules/citation.ts';
import { interpretationFormTitles, interpreterRankTitles } from '../words/documents.ts';

/** Which text is shown, where that is not plain: an earlier one, an amended one, or one that lags behind an amendment. */
export function TextOfDay(props: { readonly view: DocumentView }): ReactElement | null {
  const { version, versions, textlessAmendments, document } = props.view;
  const newest = versions.at(-1);
  const isOlder = version !== null && newest !== undefined && version.number < newest.number;
  if (!isOlder && version?.amendedByTitle == null && textlessAmendments.length === 0) return null;
  return (
    <div className="text-of-day">
      {version === null || (!isOlder && version.amendedByTitle === null) ? null : (
        <p>
          {version.amendedByTitle === null
            ? '以下是修改之前的原文。'
            : `以下是按《${version.amendedByTitle}》修改后的文本，自${longDay(version.appliesFrom)}起适用。`}
          {isOlder ? <a href={documentAddress({ itemId: document.itemId })}>查看现在的文本</a> : null}
        </p>
      )}
      {textlessAmendments.map((one) => (
        <p key={`${one.title}${one.documentNumber ?? ''}`}>
          {`《${one.title}》已经修改本文件，修改后的全文还没有收录，请对照修改的内容阅读。`}
        </p>
      ))}
    </div>
  );
}

/** The texts of the document with what made each, and what changed from one to the next. */
export function Versions({ view }: { readonly view: DocumentView }): ReactElement | null {
  const { itemId } = view.document;
  const former = view.outgoing.filter(
    (one) => one.itemId !== null && one.part === null && ['replaces', 'repeals'].includes(one.kind),
  );
  // A list of repeals is no successor of what it ends.
  const replaced = former.length === 1 ? former[0] : undefined;
  if (view.versions.length < 2 && replaced === undefined) return null;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">文本沿革</h2>
      <ul className="title-list">
        {view.versions.length < 2
          ? null
          : view.versions.map(({ number, appliesFrom, amendedByTitle }) => (
              <li key={number}>
                <a href={`${documentAddress({ itemId })}?on=${appliesFrom}`}>
                  {amendedByTitle === null ? '原文' : `按《${amendedByTitle}》修改的文本`}
                </a>
                <p className="title-notes">
                  <span>{`自${longDay(appliesFrom)}起`}</span>
                  {number === 1 ? null : (
                    <a href={`${comparisonAddress({ itemId })}?from=${number - 1}&to=${number}`}>
                      逐条看改了什么
                    </a>
                  )}
                </p>
              </li>
            ))}
        {replaced?.itemId == null ? null : (
          <li>
            <a href={`${comparisonAddress({ itemId })}?with=${replaced.itemId}`}>
              {`与${citationOf(replaced.title, replaced.documentNumber)}逐条对照`}
            </a>
          </li>
        )}
      </ul>
    </section>
  );
}

/** What explains the document, beside its text. */
export function Interpretations(props: {
  readonly interpretations: readonly (ShownInterpretation & { readonly address: string })[];
}): ReactElement | null {
  if (props.interpretations.length === 0) return null;
  return (
    <section aria-labelledby="interpretations">
      <h2 id="interpretations">政策解读</h2>
      <TitleList
        rows={props.interpretations.map(({ address, title, form, rank, publishedOn }) => ({
          address,
          title,
          day: publishedOn,
          notes: [
            interpreterRankTitles[rank],
            ...(form === null ? [] : [interpretationFormTitles[form] ?? form]),
          ],
        }))}
      />
    </section>
  );
}
