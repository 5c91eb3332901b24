/** What the checks know of this county: its name, its units, and the office's words in force. */
import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { findJurisdiction, getHomeJurisdictionId, listNamedUnits } from '#modules/organisation/index.ts';
import type { CheckContext } from '../rules/recogniser.ts';
import { type DatedWord, wordsInForce } from '../rules/words-in-force.ts';
import { checkWords } from '../tables.ts';

export interface ContextQuestion {
  readonly jurisdictionId: string;
  /** Units whose own words speak beside the county's. */
  readonly unitIds: readonly string[];
  readonly today: Day;
  readonly documentDay: Day | null;
  readonly isPublishedList: boolean;
}

/** The words of the county and of these units, ended and replaced ones too. */
export async function listDatedWords(
  db: ReadDb,
  { jurisdictionId, unitIds }: Pick<ContextQuestion, 'jurisdictionId' | 'unitIds'>,
): Promise<DatedWord[]> {
  const { unitId } = checkWords;
  return db
    .select()
    .from(checkWords)
    .where(
      and(
        eq(checkWords.jurisdictionId, jurisdictionId),
        unitIds.length === 0 ? isNull(unitId) : or(isNull(unitId), inArray(unitId, [...unitIds])),
      ),
    )
    .orderBy(checkWords.id);
}

/** The context of a check in this county. */
export async function buildCheckContext(db: ReadDb, question: ContextQuestion): Promise<CheckContext> {
  const jurisdiction = await findJurisdiction(db, question.jurisdictionId);
  const units = await listNamedUnits(db, question.jurisdictionId);
  const words = await listDatedWords(db, question);
  return {
    documentDay: question.documentDay,
    countyName: jurisdiction?.name ?? null,
    units,
    dictionary: wordsInForce(words, question.today),
    isPublishedList: question.isPublishedList,
  };
}

/** Whose words speak for this actor: the county's and those of the units the officer holds a role in. */
export async function scopeOfActor(
  db: ReadDb,
  actor: Actor,
): Promise<{ readonly jurisdictionId: string; readonly unitIds: readonly string[] }> {
  const jurisdictionId = await getHomeJurisdictionId(db, actor);
  const unitIds = actor.kind === 'officer' ? [...new Set(actor.grants.map((grant) => grant.unitId))] : [];
  return { jurisdictionId, unitIds };
}
