/** A day that binds somebody, with how it was computed one click away: no date without its derivation. */
import type { ReactElement } from 'react';
import { type Day, parseDay } from '#kernel/day.ts';
import { dayDistanceWords, longDay, longDayWithWeekday, weekdayWord } from '#kernel/day-words.ts';

export interface DerivedDay {
  /** Null when law and document leave it open; `because` says why. */
  readonly due: Day | null;
  /** A calendar not yet published may move it. */
  readonly provisional: boolean;
  readonly because: readonly string[];
  /** Days passed over in counting. */
  readonly skipped: readonly { readonly day: string; readonly reason: string }[];
  /** Days counted; null where nothing is counted. */
  readonly counted: number | null;
}

function skippedWords(skipped: { readonly day: string; readonly reason: string }): string {
  const day = parseDay(skipped.day);
  if (day === undefined) return `${skipped.day}：${skipped.reason}`;
  return `${longDay(day)}${weekdayWord(day)}：${skipped.reason}`;
}

export function DerivedDate(props: {
  readonly derived: DerivedDay;
  readonly today: Day;
  /** What is said in place of a day that is open. */
  readonly openWord?: string;
}): ReactElement {
  const { derived, today, openWord = '没有截止日' } = props;
  return (
    <details className="derived-day">
      <summary>
        {derived.due === null ? (
          openWord
        ) : (
          <>
            <time dateTime={derived.due}>{longDay(derived.due)}</time>
            <small>
              {dayDistanceWords(derived.due, today)}
              {derived.provisional ? '，暂定' : ''}
            </small>
          </>
        )}
      </summary>
      <div className="derivation">
        <p className="derivation-title">{derived.due === null ? '为什么没有日期' : '日期怎么来的'}</p>
        <ul>
          {derived.due === null ? null : <li>最后一日：{longDayWithWeekday(derived.due)}</li>}
          {derived.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {derived.counted === null ? null : <li>共计入{derived.counted}日</li>}
        </ul>
        {derived.skipped.length === 0 ? null : (
          <>
            <p className="derivation-title">不计入的日子</p>
            <ul>
              {derived.skipped.map((one) => (
                <li key={one.day}>{skippedWords(one)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </details>
  );
}
