/** One month as weeks of days with what stands on each; the list below it says the same in words. */
import { Link } from 'react-router';
import {
  type Day,
  dayFromParts,
  dayOfMonthOf,
  lastDayOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '#kernel/day.ts';
import type { CalendarEntry } from '../../contract/deadlines.ts';
import { calendarKindMarks, calendarKindTitles } from '../../words/deadlines.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;
const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);
/** More than this many of a day are only counted; the list has them. */
const mostNamed = 3;

/** The days of the month in weeks from Monday; null before the first and after the last. */
function weeksOf(first: Day): (Day | null)[][] {
  const days = oneTo(dayOfMonthOf(lastDayOfMonth(yearOf(first), monthOf(first)))).map(
    (at) => dayFromParts(yearOf(first), monthOf(first), at) ?? null,
  );
  const cells = [...oneTo(weekdayOf(first) - 1).map(() => null), ...days];
  const weeks: (Day | null)[][] = [];
  for (let at = 0; at < cells.length; at += 7) {
    const week = cells.slice(at, at + 7);
    weeks.push([...week, ...oneTo(7 - week.length).map(() => null)]);
  }
  return weeks;
}

export function MonthGrid(props: {
  readonly first: Day;
  readonly today: Day;
  readonly entries: readonly CalendarEntry[];
}) {
  const { first, today, entries } = props;
  const weeks = weeksOf(first);
  return (
    <table className="month-grid">
      <caption className="visually-hidden">
        {yearOf(first)}年{monthOf(first)}月发布日历
      </caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week.find((day) => day !== null) ?? 'empty'}>
            {week.map((day, index) => (
              <DayCell
                key={weekdays[index]}
                day={day}
                isToday={day === today}
                entries={entries.filter((entry) => entry.day === day)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell(props: {
  readonly day: Day | null;
  readonly isToday: boolean;
  readonly entries: readonly CalendarEntry[];
}) {
  const { day, isToday, entries } = props;
  if (day === null) return <td />;
  return (
    <td className={isToday ? 'month-today' : undefined} aria-current={isToday ? 'date' : undefined}>
      <span className="month-day">{dayOfMonthOf(day)}</span>
      <ul>
        {entries.slice(0, mostNamed).map((entry) => (
          <li key={entry.key} className={`month-entry month-${entry.isOverdue ? 'overdue' : entry.kind}`}>
            <Link to={entry.address} title={`${calendarKindTitles[entry.kind]}：${entry.title}`}>
              <span className="month-kind">{calendarKindMarks[entry.kind]}</span> {entry.title}
            </Link>
          </li>
        ))}
      </ul>
      {entries.length > mostNamed ? <span className="quiet">另有{entries.length - mostNamed}项</span> : null}
    </td>
  );
}
