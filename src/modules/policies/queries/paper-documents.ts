/** Documents as papers are made of them: the text of a day and what the library says of it. */
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { PaperDocument } from '../rules/document-paper.ts';
import { validityTitles } from '../words/documents.ts';
import { findPublicDocument } from './document.ts';

/** The public document as it stood on a day; undefined when the public may not see it. */
export async function findPaperDocument(
  db: ReadDb,
  itemId: string,
  on: Day,
): Promise<PaperDocument | undefined> {
  const view = await findPublicDocument(db, itemId, on);
  if (view === undefined) return undefined;
  const { document, clauses, verdict } = view;
  return {
    title: document.title,
    documentNumber: document.documentNumber,
    issuers: document.issuers,
    writtenOn: document.writtenOn,
    effectiveOn: document.effectiveOn,
    lapsesOn: document.lapsesOn,
    clauses,
    standing: `【${validityTitles[verdict.validity]}】${verdict.because.join('')}`,
  };
}
