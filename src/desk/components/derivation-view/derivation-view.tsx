/** One computed period on the desk: the day, the sentences, and the weeks drawn with every day counted or left out. */
import { dayOfMonthOf, parseDay } from '#kernel/day.ts';
import { dayTextInWords, longDayWithWeekday, shortDay } from '#kernel/day-words.ts';
import { type DueView, dueSchema } from '#modules/periods/contract.ts';
import { dueTitle, namesMonth, stripWords } from '#modules/periods/words.ts';
import './derivation-view.css';

export function DerivationView({ due }: { readonly due: DueView }) {
  const day = parseDay(due.dueDay);
  const time = due.due.slice(11);
  return (
    <article className="period-derivation" aria-label="这一天怎么算出来的">
      <p className="period-due" role="status">
        {dueTitle(due)}
        <strong>
          {day === undefined ? due.due : longDayWithWeekday(day)}
          {time}
        </strong>
        {due.provisional ? <span className="period-provisional">◇ 暂定</span> : null}
        {due.target === null ? null : <span className="quiet">内部目标{dayTextInWords(due.target)}</span>}
      </p>
      {due.weeks.length === 0 ? null : <WeekStrip weeks={due.weeks} />}
      <h3>这一天怎么算出来的</h3>
      <ol>
        {due.because.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      {due.skipped.length === 0 ? null : (
        <details>
          <summary>不计入的{due.skipped.length}天</summary>
          <ul className="period-skipped">
            {due.skipped.map((one) => (
              <li key={one.day}>
                {dayTextInWords(one.day)}：{one.reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

/** The same for a derivation another module's reply carries along; nothing when there is none. */
export function SentDerivation({ sent }: { readonly sent: unknown }) {
  const read = dueSchema.safeParse(sent);
  return read.success ? <DerivationView due={read.data} /> : null;
}

const weekdays = ['一', '二', '三', '四', '五', '六', '日'] as const;

function WeekStrip({ weeks }: { readonly weeks: DueView['weeks'] }) {
  return (
    <table className="period-weeks">
      <caption>有数字的日子计入期限，其余不计入</caption>
      <thead>
        <tr>
          {weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              <span className="visually-hidden">周</span>
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={week[0]?.day ?? index}>
            {week.map((cell) => {
              const day = cell === null ? undefined : parseDay(cell.day);
              if (cell === null || day === undefined || cell.kind === 'beside')
                return <td key={cell?.day ?? index} className="beside" />;
              return (
                <td key={cell.day} className={`${cell.kind}${cell.isDue ? ' due' : ''}`} title={cell.reason}>
                  <span className="date">
                    {namesMonth(cell.kind, cell.isDue, day) ? shortDay(day) : dayOfMonthOf(day)}
                  </span>
                  <span className="what">{stripWords(cell)}</span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
