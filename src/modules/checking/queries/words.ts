/** Read models of the office's words. */
import { and, desc, eq, ilike, inArray, lt, or, sql } from 'drizzle-orm';
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { type PageOfRows, pageOfRows } from '#kernel/http/paging.ts';
import { judgePermission } from '#kernel/permission.ts';
import { nameUnits } from '#modules/organisation/index.ts';
import type { WordQuery, WordView } from '../contract.ts';
import { checkingPermissions } from '../permissions.ts';
import { stateOfWord } from '../rules/words-in-force.ts';
import { checkWords } from '../tables.ts';

function mayKeepWord(actor: Actor, jurisdictionId: string, unitId: string | null): boolean {
  return unitId === null
    ? judgePermission(checkingPermissions['checking.keepCountyWords'], actor, { jurisdictionId }).allowed
    : judgePermission(checkingPermissions['checking.keepUnitWords'], actor, { unitId, jurisdictionId })
        .allowed;
}

/** A page of words, the latest first; those in force and those to come unless all are asked for. */
export async function listWords(
  db: ReadDb,
  reader: { readonly actor: Actor; readonly jurisdictionId: string; readonly today: Day },
  { after, limit, kind, all, text }: WordQuery,
): Promise<PageOfRows<WordView>> {
  const { actor, jurisdictionId, today } = reader;
  const pattern = text === undefined || text === '' ? undefined : `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .select()
    .from(checkWords)
    .where(
      and(
        eq(checkWords.jurisdictionId, jurisdictionId),
        after === undefined ? undefined : lt(checkWords.id, after[0]),
        kind === undefined ? undefined : eq(checkWords.kind, kind),
        pattern === undefined
          ? undefined
          : or(ilike(checkWords.phrase, pattern), ilike(checkWords.replacement, pattern)),
        all === true
          ? undefined
          : sql`${checkWords.endedOn} is null and (${checkWords.untilDay} is null or ${checkWords.untilDay} > ${today}::date)
              and not exists (select 1 from check_word later where later.supersedes_id = ${checkWords.id})`,
      ),
    )
    .orderBy(desc(checkWords.id))
    .limit(limit + 1);
  const ids = rows.map((row) => row.id);
  const later =
    ids.length === 0
      ? []
      : await db
          .select({ id: checkWords.supersedesId })
          .from(checkWords)
          .where(inArray(checkWords.supersedesId, ids));
  const replaced = new Set(later.map((row) => row.id));
  const names = await nameUnits(
    db,
    rows.flatMap((row) => (row.unitId === null ? [] : [row.unitId])),
  );
  const views = rows.map((row): WordView => {
    const state = stateOfWord(row, replaced.has(row.id), today);
    const stands = state === 'inForce' || state === 'coming';
    return {
      id: row.id,
      unitId: row.unitId,
      unitName: row.unitId === null ? null : (names.get(row.unitId)?.shortName ?? ''),
      kind: row.kind,
      phrase: row.phrase,
      replacement: row.replacement,
      severity: row.severity,
      reason: row.reason,
      fromDay: row.fromDay,
      untilDay: row.untilDay,
      state,
      createdByName: row.createdByName,
      createdAt: row.createdAt.toISOString(),
      endReason: row.endReason,
      mayKeep: stands && mayKeepWord(actor, jurisdictionId, row.unitId),
    };
  });
  return pageOfRows(views, limit, (row) => [row.id]);
}
