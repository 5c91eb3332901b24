/** Interpretations of a document that the public may read. */
import { and, asc, eq } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { InterpreterRank } from '../rules/interpretation.ts';
import { interpretationDocuments, interpretations } from '../tables/interpretations.ts';

export interface ShownInterpretation {
  readonly itemId: string;
  readonly title: string;
  readonly form: string | null;
  readonly rank: InterpreterRank;
  readonly interpreter: string | null;
  readonly publishedOn: Day;
}

/** The oldest first. */
export async function listInterpretations(
  db: ReadDb,
  documentItemId: string,
): Promise<ShownInterpretation[]> {
  return db
    .select({
      itemId: interpretations.itemId,
      title: interpretations.title,
      form: interpretations.form,
      rank: interpretations.rank,
      interpreter: interpretations.interpreter,
      publishedOn: interpretations.publishedOn,
    })
    .from(interpretationDocuments)
    .innerJoin(interpretations, eq(interpretations.itemId, interpretationDocuments.interpretationItemId))
    .where(
      and(eq(interpretationDocuments.documentItemId, documentItemId), eq(interpretations.isPublic, true)),
    )
    .orderBy(asc(interpretations.publishedOn), asc(interpretations.itemId));
}
