/** Labels of publication limits and of the release calendar. */
import type { CalendarEntry } from '../contract/deadlines.ts';
import type { PublicationState } from '../rules/publication-clock.ts';

export const publicationStateTitles: Readonly<Record<PublicationState, string>> = {
  overdue: '逾期未公开',
  soon: '将到期',
  pending: '未到期',
  noDate: '没有形成日期',
  uncertain: '无法计算',
  late: '逾期公开',
  inTime: '按期公开',
  none: '不计期限',
};

/** Shapes beside the words, so that colour is never alone. */
export const publicationSigns: Readonly<Record<PublicationState, string>> = {
  overdue: '▲',
  soon: '◆',
  pending: '○',
  noDate: '◇',
  uncertain: '◇',
  late: '△',
  inTime: '●',
  none: '－',
};

export const calendarKindTitles: Readonly<Record<CalendarEntry['kind'], string>> = {
  release: '定时发布',
  withdrawal: '定时撤回',
  due: '公开期限',
  columnDue: '栏目更新期限',
};

/** The same in the narrow cells of a month. */
export const calendarKindMarks: Readonly<Record<CalendarEntry['kind'], string>> = {
  release: '发布',
  withdrawal: '撤回',
  due: '到期',
  columnDue: '更新',
};
