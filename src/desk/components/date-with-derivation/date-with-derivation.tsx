/**
 * A day that says on demand how it was computed. Never show a computed day without it; for a day somebody simply wrote
 * down, leave `derivation` out.
 */
import { Popover } from 'antd';
import type { Day } from '#kernel/day.ts';
import { longDay, longDayWithWeekday } from '#kernel/day-words.ts';
import type { DayDerivation } from './derivation.ts';
import { DerivationDetails } from './derivation-details.tsx';
import './date-with-derivation.css';

export interface DateWithDerivationProps {
  /** Null: there is no day, and the derivation says why. */
  readonly day: Day | null;
  readonly derivation?: DayDerivation;
  readonly weekday?: boolean;
  /** Shown when there is no day: “长期坚持”. */
  readonly otherwise?: string;
}

export function DateWithDerivation({
  day,
  derivation,
  weekday = false,
  otherwise = '没有期限',
}: DateWithDerivationProps) {
  const words = day === null ? otherwise : weekday ? longDayWithWeekday(day) : longDay(day);
  if (derivation === undefined) return <span className="dated">{words}</span>;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      title={`${words}是这样算的`}
      content={<DerivationDetails derivation={derivation} />}
    >
      <button type="button" className="dated dated-derived" onClick={(event) => event.stopPropagation()}>
        {words}
        {derivation.provisional === true ? <span className="dated-provisional"> ◇暂定</span> : null}
        <span className="visually-hidden">，查看算法</span>
      </button>
    </Popover>
  );
}
