/**
 * Whether an item owes its publication, since when and how it stands (条例第二十六条 and the shorter limits of other laws).
 * The due day itself is computed by `periods`; here it is only judged. Pure; browser-safe.
 */
import { type Day, daysBetween } from '#kernel/day.ts';
import type { ItemStage, PublicStanding } from './item-state.ts';
import type { Openness } from './openness.ts';

export const publicationStates = [
  'overdue',
  'soon',
  'pending',
  'noDate',
  'uncertain',
  'late',
  'inTime',
  'none',
] as const;
/**
 * Not out yet: `overdue`, `soon` (to be warned), `pending`, `noDate` (cannot be counted and must not hide), `uncertain`
 * (no calendar or no rule in force). Out: `inTime`, `late`. `none`: owes nothing, because it is not to be public.
 */
export type PublicationState = (typeof publicationStates)[number];

/** States somebody has to do something about. */
export const owingStates = ['overdue', 'soon', 'pending', 'noDate', 'uncertain'] as const;

export interface ClockedItem {
  readonly stage: ItemStage;
  readonly standing: PublicStanding;
  /** What the newest revision says of itself. */
  readonly working: { readonly formedOn: Day | null; readonly openness: Openness };
  /** Of what is out; of the draft while nothing is. */
  readonly formedOn: Day | null;
  readonly publishedOn: Day | null;
  readonly updatedOn: Day | null;
}

export type PublicationStart =
  | { readonly kind: 'none' }
  | { readonly kind: 'noDate' }
  | { readonly kind: 'runs'; readonly from: Day; readonly releasedOn: Day | null };

const none: PublicationStart = { kind: 'none' };

function startOfWorks({ standing, working, formedOn }: ClockedItem): PublicationStart {
  if (working.openness !== 'proactive') return none;
  if (standing === 'published') {
    // A correction of the wording owes nothing; information that changed later starts its period anew.
    const isNewer = working.formedOn !== null && (formedOn === null || working.formedOn > formedOn);
    return isNewer && working.formedOn !== null
      ? { kind: 'runs', from: working.formedOn, releasedOn: null }
      : none;
  }
  return working.formedOn === null
    ? { kind: 'noDate' }
    : { kind: 'runs', from: working.formedOn, releasedOn: null };
}

function startOfReleased({ formedOn, publishedOn, updatedOn }: ClockedItem): PublicationStart {
  if (formedOn === null) return { kind: 'noDate' };
  // Information that was formed after the first release went out with a later one.
  const releasedOn = publishedOn !== null && formedOn <= publishedOn ? publishedOn : updatedOn;
  return { kind: 'runs', from: formedOn, releasedOn };
}

/** What starts the item's period: the day its information was formed or changed (第二十六条). */
export function findPublicationStart(item: ClockedItem): PublicationStart {
  if (item.stage !== 'settled') {
    const works = startOfWorks(item);
    return works.kind === 'none' && item.standing === 'published' ? startOfReleased(item) : works;
  }
  return item.standing === 'published' ? startOfReleased(item) : none;
}

/** How long before the due day the unit is warned: a quarter of the period, one day at least, seven at most. */
function warningDaysBefore(from: Day, due: Day): number {
  return Math.min(7, Math.max(1, Math.floor(daysBetween(from, due) / 4)));
}

/** How the item stands on a day; `due` null where none can be computed. */
export function judgePublication(start: PublicationStart, due: Day | null, today: Day): PublicationState {
  if (start.kind !== 'runs') return start.kind;
  if (due === null) return 'uncertain';
  if (start.releasedOn !== null) return start.releasedOn <= due ? 'inTime' : 'late';
  if (due < today) return 'overdue';
  return daysBetween(today, due) <= warningDaysBefore(start.from, due) ? 'soon' : 'pending';
}
