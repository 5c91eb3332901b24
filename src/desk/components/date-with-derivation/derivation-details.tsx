/** The counted and skipped days of a period with rule and article: the inside of a date's popover and of a clock. */
import { addDays, type Day } from '#kernel/day.ts';
import { longDayWithWeekday, shortDay, weekdayWord } from '#kernel/day-words.ts';
import { type DayDerivation, skippedSpans } from './derivation.ts';

export function DerivationDetails({ derivation }: { readonly derivation: DayDerivation }) {
  const { rule, article, from, counted = [], skipped = [], provisional, because } = derivation;
  return (
    <dl className="derivation">
      <dt>算法</dt>
      <dd>{rule}</dd>
      {article === undefined ? null : (
        <>
          <dt>依据</dt>
          <dd>{article}</dd>
        </>
      )}
      {from === undefined ? null : (
        <>
          <dt>起算</dt>
          <dd>{longDayWithWeekday(from)}，当日不计</dd>
        </>
      )}
      {counted.length === 0 ? null : (
        <>
          <dt>计入</dt>
          <dd>
            <CountedDays counted={counted} />
          </dd>
        </>
      )}
      {skipped.length === 0 ? null : (
        <>
          <dt>不计</dt>
          <dd>
            <ul>
              {skippedSpans(skipped, (day) => addDays(day, 1)).map((span) => (
                <li key={span.from}>
                  {spanWords(span.from, span.to)}：{span.reason}
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {because === undefined ? null : (
        <>
          <dt>说明</dt>
          <dd>{because}</dd>
        </>
      )}
      {provisional === true ? (
        <>
          <dt>暂定</dt>
          <dd className="derivation-provisional">
            ◇ 部分日期的放假安排尚未公布，暂按周一至周五推算；公布后可能变动。
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function CountedDays({ counted }: { readonly counted: readonly Day[] }) {
  return (
    <details>
      <summary>{counted.length}天，点开逐日查看</summary>
      <ol className="derivation-days">
        {counted.map((day) => (
          <li key={day}>
            {shortDay(day)}
            {weekdayWord(day)}
          </li>
        ))}
      </ol>
    </details>
  );
}

function spanWords(from: Day, to: Day): string {
  return from === to ? `${shortDay(from)}（${weekdayWord(from)}）` : `${shortDay(from)}至${shortDay(to)}`;
}
