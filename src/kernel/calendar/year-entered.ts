/** Announced when a year's holiday arrangement enters the calendar: whoever computes with it may move along. */
import { defineAnnouncement } from '../announcement.ts';
import type { HolidayYear } from './holiday-year.ts';

export const calendarYearEntered = defineAnnouncement<{
  readonly year: number;
  /** The rows of that year until now; null when it was unknown. */
  readonly before: HolidayYear | null;
}>('calendar.yearEntered');
