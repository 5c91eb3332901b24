/** Columns (栏目): their kinds, the fixed parts of the statutory column, and when one is stale. Pure; browser-safe. */
import { addDays, type Day } from '#kernel/day.ts';

export const columnKinds = ['news', 'notice', 'policy', 'statutory', 'topic', 'unitPage'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** Fixed parts of the statutory column (国办公开办函〔2019〕61号). */
export const statutoryParts = ['guide', 'system', 'proactive', 'annualReport', 'onRequest'] as const;
export type StatutoryPart = (typeof statutoryParts)[number];

export type Freshness = 'fresh' | 'soonStale' | 'stale' | 'empty' | 'noInterval';

/** How long before the interval ends the owner is warned: a tenth of it, three days at least, thirty at most. */
function warningDays(intervalDays: number): number {
  return Math.min(30, Math.max(3, Math.floor(intervalDays / 10)));
}

/** A column opened without an interval is not called empty while it is being filled. */
const daysToFill = 14;

/**
 * Whether a column is a place for items of its own: one with open columns below it only gathers them, and the entry of
 * requests leads to a form.
 */
export function holdsItems(
  column: { readonly id: string; readonly statutoryPart: StatutoryPart | null },
  open: readonly { readonly parentId: string | null }[],
): boolean {
  return column.statutoryPart !== 'onRequest' && !open.some(({ parentId }) => parentId === column.id);
}

export interface FreshnessVerdict {
  readonly freshness: Freshness;
  /** Last day on which the column still counts as updated. */
  readonly dueOn: Day | null;
}

/**
 * How fresh a column is: every one that has an update interval gets something new within it. The intervals are set per
 * column, from the site indicators down (国办秘函〔2019〕19号).
 */
export function judgeFreshness(
  column: {
    readonly updateIntervalDays: number | null;
    readonly newestOn: Day | null;
    readonly openedOn: Day;
  },
  today: Day,
): FreshnessVerdict {
  if (column.updateIntervalDays === null) {
    const isEmpty = column.newestOn === null && addDays(column.openedOn, daysToFill) < today;
    return { freshness: isEmpty ? 'empty' : 'noInterval', dueOn: null };
  }
  const dueOn = addDays(column.newestOn ?? column.openedOn, column.updateIntervalDays);
  if (dueOn < today) return { freshness: column.newestOn === null ? 'empty' : 'stale', dueOn };
  const warnFrom = addDays(dueOn, -warningDays(column.updateIntervalDays));
  return { freshness: warnFrom <= today ? 'soonStale' : 'fresh', dueOn };
}

/** The rule by which a topic column fills itself; an item that fits all given conditions belongs to it. */
export interface TopicRule {
  readonly kinds: readonly string[];
  readonly unitIds: readonly string[];
  /** Any one of them in title or keywords. */
  readonly words: readonly string[];
}

/** Whether an item belongs to a topic column by its rule. A rule without any condition takes nothing. */
export function fitsTopicRule(
  rule: TopicRule,
  item: {
    readonly kind: string;
    readonly unitId: string;
    readonly title: string;
    readonly keywords: readonly string[];
  },
): boolean {
  const { kinds, unitIds, words } = rule;
  if (kinds.length + unitIds.length + words.length === 0) return false;
  if (kinds.length > 0 && !kinds.includes(item.kind)) return false;
  if (unitIds.length > 0 && !unitIds.includes(item.unitId)) return false;
  return (
    words.length === 0 || words.some((word) => item.title.includes(word) || item.keywords.includes(word))
  );
}

/** Topic columns an item belongs to by their rules. */
export function topicColumnsOf(
  columns: readonly { readonly id: string; readonly topicRule: TopicRule | null }[],
  item: Parameters<typeof fitsTopicRule>[1],
): readonly string[] {
  return columns
    .filter(({ topicRule }) => topicRule !== null && fitsTopicRule(topicRule, item))
    .map(({ id }) => id);
}
