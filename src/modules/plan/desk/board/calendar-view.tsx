/** The due days of a plan as the twelve months of its year; what has no day is listed below with the reason. */
import { useToday } from '#desk/data/today.ts';
import {
  type Day,
  dayFromParts,
  dayOfMonthOf,
  lastDayOfMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '#kernel/day.ts';
import type { PlanMarks, TaskMark } from '../../contract/marks.ts';

interface DueEntry {
  readonly day: Day;
  readonly task: TaskMark;
  readonly what: string;
}

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

function listDueEntries(board: PlanMarks): DueEntry[] {
  return board.tasks.flatMap((task) => {
    const steps = task.steps.map(({ day, words }) => ({ day, task, what: words }));
    const { due } = task;
    const last =
      due === null || steps.some((step) => step.day === due) ? [] : [{ day: due, task, what: '最后一日' }];
    return [...steps, ...last];
  });
}

function Month({
  year,
  month,
  entries,
  today,
  onOpen,
}: {
  year: number;
  month: number;
  entries: readonly DueEntry[];
  today: Day;
  onOpen: (taskId: string) => void;
}) {
  const first = dayFromParts(year, month, 1);
  if (first === undefined) return null;
  const length = dayOfMonthOf(lastDayOfMonth(year, month));
  const byDay = new Map<number, DueEntry[]>();
  for (const entry of entries) {
    const at = dayOfMonthOf(entry.day);
    byDay.set(at, [...(byDay.get(at) ?? []), entry]);
  }
  return (
    <section
      className={entries.length === 0 ? 'calendar-month calendar-free' : 'calendar-month'}
      aria-label={`${month}月`}
    >
      <h3>
        {month}月{entries.length === 0 ? '' : <span className="plan-secondary"> {entries.length}项到期</span>}
      </h3>
      <div className="calendar-days" aria-hidden="true">
        {['一', '二', '三', '四', '五', '六', '日'].map((name) => (
          <span key={name} className="calendar-weekday">
            {name}
          </span>
        ))}
        {oneTo(weekdayOf(first) - 1).map((before) => (
          <span key={`before${before}`} />
        ))}
        {oneTo(length).map((dayOfMonth) => {
          const day = dayFromParts(year, month, dayOfMonth);
          const due = byDay.get(dayOfMonth);
          const classes = [due === undefined ? '' : 'calendar-due', day === today ? 'calendar-today' : ''];
          return (
            <span key={dayOfMonth} className={classes.join(' ').trim()}>
              {dayOfMonth}
              {due === undefined ? null : <b>{due.length}</b>}
            </span>
          );
        })}
      </div>
      <ul>
        {[...byDay]
          .sort(([left], [right]) => left - right)
          .flatMap(([at, due]) =>
            due
              .slice(0, 6)
              .map(({ task, what }) => (
                <li key={`${task.id}${at}${what}`}>
                  <button type="button" className="board-task" onClick={() => onOpen(task.id)}>
                    {at}日 {task.no === null ? '' : `第${task.no}项 `}
                    {task.item ?? task.words.slice(0, 24)}
                  </button>
                </li>
              ))
              .concat(
                due.length > 6
                  ? [
                      <li key={`more${at}`} className="plan-secondary">
                        {at}日另有{due.length - 6}项，请看清单
                      </li>,
                    ]
                  : [],
              ),
          )}
      </ul>
    </section>
  );
}

export function CalendarView({ board, onOpen }: { board: PlanMarks; onOpen: (taskId: string) => void }) {
  const today = useToday();
  const entries = listDueEntries(board);
  const years = [...new Set([board.year, ...entries.map((entry) => yearOf(entry.day))])].sort();
  const open = board.tasks.filter((task) => task.due === null);
  return (
    <>
      {years.map((year) => (
        <div key={year}>
          <h2 className="plan-heading">{year}年</h2>
          <div className="calendar-year">
            {oneTo(12).map((month) => (
              <Month
                key={`${year}-${month}`}
                year={year}
                month={month}
                today={today}
                onOpen={onOpen}
                entries={entries.filter(
                  (entry) => yearOf(entry.day) === year && monthOf(entry.day) === month,
                )}
              />
            ))}
          </div>
        </div>
      ))}
      {open.length === 0 ? null : (
        <section className="board-section">
          <h2>没有截止日期的任务（{open.length}项）</h2>
          <ol>
            {open.map((task) => (
              <li key={task.id}>
                <button type="button" className="board-task" onClick={() => onOpen(task.id)}>
                  {task.no === null ? '' : `${task.no}. `}
                  {task.item ?? task.words}
                </button>
                <span className="board-due">{task.openBecause}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
