/** Masks all personal data of a document by the house's defaults; what only a person can judge stays. Pure. */
import { type CheckedDocument, documentOfText } from '../../checked-document.ts';
import { bareContext, type CheckContext } from '../../recogniser.ts';
import { findPersonalData } from './recogniser.ts';

/**
 * The text of a document (or a bare text) with each datum replaced by its proposal. Data without a proposal stay as they
 * are; hints stay too.
 */
export function maskPersonalData(
  document: CheckedDocument | string,
  context: CheckContext = bareContext,
): string {
  const checked = typeof document === 'string' ? documentOfText(document) : document;
  const pieces: string[] = [];
  let from = 0;
  for (const datum of findPersonalData(checked, context)) {
    if (datum.suggestion === null || datum.severity === 'hint') continue;
    pieces.push(checked.text.slice(from, datum.start), datum.suggestion);
    from = datum.end;
  }
  return pieces.join('') + checked.text.slice(from);
}
