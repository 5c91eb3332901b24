/** Tries a period on the calendar: so many working days after a day, with every day counted and skipped. */
import { InputNumber } from 'antd';
import { useState } from 'react';
import { Clock } from '#desk/components/clock/clock.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { type Day, parseDay } from '#kernel/day.ts';
import type { Explanation } from '../../contract.ts';

const usualDays = 20;

export function PeriodCounter({ today }: { readonly today: Day }) {
  const [from, setFrom] = useState<string>(today);
  const [count, setCount] = useState(usualDays);
  const { data, error } = useApi<Explanation>(
    '/calendar/explain',
    { from, workingDays: count },
    { enabled: parseDay(from) !== undefined, keepsLast: true },
  );
  const period = data?.period ?? null;
  return (
    <section aria-label="试算期限">
      <h2>试算期限</h2>
      <div className="period-fields">
        <span>
          从
          <DayInput value={from} onChange={setFrom} aria-label="起算日" />
        </span>
        <span>
          起
          <InputNumber<number>
            aria-label="工作日数"
            min={1}
            max={400}
            value={count}
            onChange={(next) => setCount(next ?? usualDays)}
          />
          个工作日
        </span>
      </div>
      {error === null ? null : <RefusalNotice error={error} />}
      {period === null ? null : <Counted period={period} today={today} />}
    </section>
  );
}

function Counted(props: { readonly period: NonNullable<Explanation['period']>; readonly today: Day }) {
  const { period, today } = props;
  const due = period.due === null ? undefined : parseDay(period.due);
  if (due === undefined) return <p>◇ {period.because ?? '这段时间没有日历数据，算不出期限。'}</p>;
  const days = (texts: readonly string[]) =>
    texts.flatMap((text) => {
      const day = parseDay(text);
      return day === undefined ? [] : [day];
    });
  return (
    <Clock
      title="期限届满"
      due={due}
      today={today}
      derivation={{
        rule: `起算日的次日起数${period.workingDays}个工作日`,
        article: '国务院办公厅部分节假日安排的通知',
        from: parseDay(period.from),
        counted: days(period.counted),
        skipped: period.skipped.flatMap(({ day: text, reason }) => {
          const day = parseDay(text);
          return day === undefined ? [] : [{ day, reason }];
        }),
        provisional: period.provisional,
        because: period.because ?? undefined,
      }}
    />
  );
}
