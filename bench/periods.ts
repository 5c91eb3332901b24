/**
 * Measures how fast the periods of a hundred thousand open requests are folded from their events and computed afresh, as
 * after a new holiday notice: limit one minute. A tenth bears a consultation, a tenth an extension. Run with
 * `npm run bench periods`; `--cases N` takes fewer.
 */
import path from 'node:path';
import { readHolidayYearFiles } from '#kernel/calendar/calendar-files.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { addDays, dayOf } from '#kernel/day.ts';
import { foldRequestPeriods, type RequestEvent } from '#modules/periods/index.ts';

const asked = process.argv.indexOf('--cases');
const cases = asked < 0 ? 100_000 : Number(process.argv[asked + 1]);
const limitSeconds = 60;
const years = await readHolidayYearFiles(path.join(import.meta.dirname, '../data/calendars'));
const today = dayOf('2026-06-15');

function eventsOf(index: number): RequestEvent[] {
  const on = addDays(dayOf('2026-04-20'), index % 56);
  const events: RequestEvent[] = [{ kind: 'received', on }];
  if (index % 10 === 0) {
    events.push({ kind: 'consulted', letter: '甲', whom: 'thirdParty', on: addDays(on, 3) });
    events.push({ kind: 'consultationReceived', letter: '甲', on: addDays(on, 6) });
  }
  if (index % 10 === 5) events.push({ kind: 'extended', on: addDays(on, 10), by: 20 });
  return events;
}

// A calendar of its own for this run: nothing is known of it before.
const calendar = loadWorkingCalendar(years);
const begun = performance.now();
let overdue = 0;
for (let index = 0; index < cases; index += 1) {
  const { periods } = foldRequestPeriods(eventsOf(index), calendar, today);
  if (periods.some(({ remaining }) => remaining !== null && remaining < 0)) overdue += 1;
}
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(
  `${cases} open requests computed afresh in ${seconds.toFixed(2)} s (limit ${limitSeconds} s for 100000), ${overdue} late\n`,
);
process.exitCode = seconds * (100_000 / cases) <= limitSeconds ? 0 : 1;
