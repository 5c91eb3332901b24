/** How days and instants are written for people: the one format of pages, screens, letters and messages. Pure; browser-safe. */
import { beijingDayOf, beijingTimeOf, type Instant } from './clock.ts';
import { type Day, dayOfMonthOf, daysBetween, monthOf, parseDay, weekdayOf, yearOf } from './day.ts';

const weekdayWords = { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' } as const;

/** 周一 … 周日. */
export function weekdayWord(day: Day): string {
  return weekdayWords[weekdayOf(day)];
}

/** 2026年11月20日. */
export function longDay(day: Day): string {
  return `${yearOf(day)}年${monthOf(day)}月${dayOfMonthOf(day)}日`;
}

/** The `YYYY-MM-DD` of a reply as 2026年11月20日; empty for null or anything else. */
export function dayTextInWords(text: string | null): string {
  const day = text === null ? undefined : parseDay(text);
  return day === undefined ? '' : longDay(day);
}

/** 11月20日, for lists within one year. */
export function shortDay(day: Day): string {
  return `${monthOf(day)}月${dayOfMonthOf(day)}日`;
}

/** 11月20日 within the year of `today`, 2025年11月20日 outside it. */
export function nearDay(day: Day, today: Day): string {
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : longDay(day);
}

/** 2026年11月20日（周五）. */
export function longDayWithWeekday(day: Day): string {
  return `${longDay(day)}（${weekdayWord(day)}）`;
}

/** 2026年11月20日 17:05, in Beijing. */
export function instantWords(instant: Instant): string {
  return `${longDay(beijingDayOf(instant))} ${beijingTimeOf(instant)}`;
}

/** How far a day lies from today, in calendar days: 今天, 明天, 3天后, 昨天, 3天前. Shown only beside the day itself. */
export function dayDistanceWords(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return '今天';
  if (days === 1) return '明天';
  if (days === -1) return '昨天';
  return days > 0 ? `${days}天后` : `${-days}天前`;
}
