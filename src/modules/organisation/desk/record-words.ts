/** How the records are shown on the desk: marks for their states, days in a few words. */
import type { StandingName } from '#desk/components/standing-chip/standing.ts';
import { parseDay } from '#kernel/day.ts';
import { shortDay } from '#kernel/day-words.ts';
import type { LiaisonRow } from '../contract/liaison.ts';
import type { DecisionView } from '../contract/meetings.ts';
import type { TrainingStatus } from '../rules/training.ts';

export const gatheringMarks: Readonly<Record<TrainingStatus, StandingName>> = {
  planned: 'notYetDue',
  held: 'met',
  cancelled: 'cannotTell',
};

export const decisionMarks: Readonly<Record<DecisionView['timing'], StandingName>> = {
  inTime: 'met',
  late: 'failing',
  notYetDue: 'notYetDue',
  dropped: 'cannotTell',
};

export const liaisonWords: Readonly<Record<LiaisonRow['standing'], string>> = {
  none: '没有联络员',
  unfiled: '未报备',
  filed: '待受理',
  returned: '报备被退回',
  accepted: '已备案',
};

/** The mark of a unit's liaison; lateness outweighs. */
export function liaisonMark(row: Pick<LiaisonRow, 'standing' | 'late' | 'expected'>): StandingName {
  if (row.standing === 'none') return row.expected ? 'failing' : 'notYetDue';
  if (row.late) return 'failing';
  return row.standing === 'accepted' ? 'met' : 'notYetDue';
}

/** 5月6日, or nothing. */
export function shortDayText(text: string | null): string {
  const day = text === null ? undefined : parseDay(text);
  return day === undefined ? '' : shortDay(day);
}

/** 2小时30分钟. */
export function minutesInWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `${hours === 0 ? '' : `${hours}小时`}${rest === 0 ? '' : `${rest}分钟`}`;
}
