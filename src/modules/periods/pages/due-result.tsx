/** One computed period: the day, the sentences, the weeks drawn, the days left out. Prints as it stands. */
import type { ReactElement } from 'react';
import { dayOfMonthOf, parseDay } from '#kernel/day.ts';
import { dayTextInWords, longDayWithWeekday, shortDay } from '#kernel/day-words.ts';
import type { DueView } from '../contract.ts';
import { dueTitle, namesMonth, stripWords } from '../words.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

export function DueResult({ result }: { readonly result: DueView }): ReactElement {
  const { due, dueDay, target, provisional, because, weeks, skipped } = result;
  const day = parseDay(dueDay);
  const time = due.slice(11);
  return (
    <section className="period-result" id="result" aria-labelledby="due">
      <h2 id="due">
        {dueTitle(result)}：
        <strong>
          {day === undefined ? due : longDayWithWeekday(day)}
          {time}
        </strong>
        {provisional ? <span className="period-provisional">◇暂定</span> : null}
      </h2>
      {target === null ? null : <p>内部目标：{dayTextInWords(target)}</p>}
      <h3>这一天怎么算出来的</h3>
      <ol className="period-because">
        {because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {weeks.length === 0 ? null : <WeekTable weeks={weeks} />}
      {skipped.length === 0 ? null : (
        <section>
          <h3>不计入的{skipped.length}天</h3>
          <ul className="period-skipped">
            {skipped.map((one) => (
              <li key={one.day}>
                {dayTextInWords(one.day)}：{one.reason}
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="small-print">
        本页按{result.article}和国务院办公厅的放假安排推算，供核对参考；办理中的事项以行政机关的书面告知为准。
      </p>
    </section>
  );
}

function WeekTable({ weeks }: { readonly weeks: DueView['weeks'] }): ReactElement {
  return (
    <div className="table-frame period-weeks">
      <table>
        <caption>逐日推算：有数字的日子计入期限，其余不计入</caption>
        <thead>
          <tr>
            {weekdays.map((weekday) => (
              <th key={weekday} scope="col">
                <span className="unseen">周</span>
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={week[0]?.day ?? index}>
              {week.map((cell) => (cell === null ? null : <DayCell key={cell.day} cell={cell} />))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Cell = NonNullable<DueView['weeks'][number][number]>;

function DayCell({ cell }: { readonly cell: Cell }): ReactElement {
  const day = parseDay(cell.day);
  if (cell.kind === 'beside' || day === undefined) return <td className="beside" />;
  const date = namesMonth(cell.kind, cell.isDue, day) ? shortDay(day) : `${dayOfMonthOf(day)}`;
  return (
    <td className={`${cell.kind}${cell.isDue ? ' due' : ''}`}>
      <span className="date">{date}</span>
      <span className="what">{stripWords(cell)}</span>
    </td>
  );
}
