/** How disputes, rectifications and their outcomes are marked on the desk. */
import type { StandingName } from '#desk/components/standing-chip/standing.ts';
import type { DisputeRow } from '../../contract/disputes.ts';
import type { RectificationRow } from '../../contract/rectifications.ts';
import { disputeOutcomeTitles, disputeStatusTitle } from '../../words/disputes.ts';
import { rectificationStatusTitles } from '../../words/rectifications.ts';

export interface Mark {
  readonly standing: StandingName;
  readonly word: string;
}

/** A corrected case is nobody's success; an upheld one is. */
export function markOfDispute({
  way,
  status,
  outcome,
}: Pick<DisputeRow, 'way' | 'status' | 'outcome'>): Mark {
  switch (outcome) {
    case 'upheld':
      return { standing: 'met', word: disputeOutcomeTitles.upheld };
    case 'corrected':
      return { standing: 'failing', word: disputeOutcomeTitles.corrected };
    case 'other':
      return { standing: 'cannotTell', word: disputeOutcomeTitles.other };
    case null:
      return { standing: 'notYetDue', word: disputeStatusTitle(way, status) };
  }
}

export function markOfRectification({
  status,
  overdue,
  inTime,
}: Pick<RectificationRow, 'status' | 'overdue' | 'inTime'>): Mark {
  if (overdue) return { standing: 'failing', word: '逾期未报' };
  if (status === 'accepted') {
    return inTime === false
      ? { standing: 'cannotTell', word: '逾期整改' }
      : { standing: 'met', word: rectificationStatusTitles.accepted };
  }
  if (status === 'returned') return { standing: 'cannotTell', word: rectificationStatusTitles.returned };
  return { standing: 'notYetDue', word: rectificationStatusTitles[status] };
}
