/** What the measures of publishing share: the items that were public on a day, as rows and as evidence. */
import { and, eq, gte, inArray, isNotNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import { addDays, type Day } from '#kernel/day.ts';
import type { EvidenceRow, MeasureQuestion, MeasureValue } from '#kernel/measure.ts';
import { findItemKind } from '../rules/kinds/all.ts';
import { type PublicationPeriod, publicationPeriodOf } from '../rules/kinds/item-kind.ts';
import { isItemPublic } from '../rules/visibility.ts';
import { itemRevisions, items } from '../tables/items.ts';

export interface MeasuredItem {
  readonly id: string;
  readonly unitId: string;
  readonly title: string;
  readonly kind: string;
  readonly columnId: string;
  readonly period: PublicationPeriod;
  readonly formedOn: Day | null;
  readonly publishedOn: Day;
  readonly updatedOn: Day;
  readonly isPublic: boolean;
}

/** Days that count: of the period, and not after the day asked for. */
export function lastCountedDay({ until, today }: Pick<MeasureQuestion, 'until' | 'today'>): Day {
  return today < until ? today : addDays(until, -1);
}

/** Units of all groups; a measure reads the rows of nobody else. */
export function unitsAsked({ groups }: Pick<MeasureQuestion, 'groups'>): readonly string[] {
  return [...new Set(groups.flatMap(({ unitIds }) => unitIds))];
}

/**
 * Items of the units that were public on the last counted day: out by then, and not withdrawn by then. One that was
 * withdrawn later counts, so that a past day keeps its figure.
 */
export async function readMeasuredItems(
  question: MeasureQuestion,
  narrowed: { readonly onlyOfPeriod: boolean; readonly where?: SQL | undefined },
): Promise<MeasuredItem[]> {
  const unitIds = unitsAsked(question);
  if (unitIds.length === 0) return [];
  const through = lastCountedDay(question);
  const rows = await question.db
    .select({ row: items, sort: sql<string | null>`${itemRevisions.content}->'fields'->>'sort'` })
    .from(items)
    .innerJoin(itemRevisions, eq(itemRevisions.id, items.publishedRevisionId))
    .where(
      and(
        eq(items.jurisdictionId, question.jurisdictionId),
        inArray(items.unitId, [...unitIds]),
        eq(items.openness, 'proactive'),
        inArray(items.standing, ['published', 'withdrawn']),
        isNotNull(items.publishedOn),
        lte(items.publishedOn, through),
        narrowed.onlyOfPeriod ? gte(items.publishedOn, question.from) : undefined,
        narrowed.onlyOfPeriod ? lt(items.publishedOn, question.until) : undefined,
        narrowed.where,
      ),
    );
  return rows.flatMap(({ row, sort }): MeasuredItem[] => {
    if (row.publishedOn === null) return [];
    const updatedOn = row.updatedOn ?? row.publishedOn;
    if (row.standing === 'withdrawn' && updatedOn <= through) return [];
    const kind = findItemKind(row.kind);
    return [
      {
        id: row.id,
        unitId: row.unitId,
        title: row.title,
        kind: row.kind,
        columnId: row.columnId,
        period: kind === undefined ? 'proactive-publication' : publicationPeriodOf(kind, sort ?? undefined),
        formedOn: row.formedOn,
        publishedOn: row.publishedOn,
        // What was changed after the day asked for had on that day its first state.
        updatedOn: updatedOn <= through ? updatedOn : row.publishedOn,
        isPublic: isItemPublic(row),
      },
    ];
  });
}

/** An item as evidence; `told` says in brackets what of it counts. */
export function evidenceOfItem(item: MeasuredItem, told?: string): EvidenceRow {
  return {
    key: `item:${item.id}`,
    title: told === undefined ? item.title : `${item.title}（${told}）`,
    day: item.publishedOn,
    unitId: item.unitId,
    address: `/publishing/items/${item.id}`,
    digest: `${item.formedOn ?? ''}|${item.publishedOn}|${item.updatedOn}`,
    isPublic: item.isPublic,
  };
}

/** A count with its rows. */
export function countedRows(evidence: readonly EvidenceRow[]): MeasureValue {
  return { known: true, value: evidence.length, evidence };
}

/** A share in whole percents, rounded down so that 100 means all; unknown where there is nothing to share out. */
export function shareOfRows(
  reached: number,
  all: number,
  evidence: readonly EvidenceRow[],
  nothing: string,
): MeasureValue {
  if (all === 0) return { known: false, reason: nothing };
  return { known: true, value: Math.floor((reached * 100) / all), evidence };
}
