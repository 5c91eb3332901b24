/** How an order stands to its clock, in one chip; and its clock in the form the desk's components take. */
import type { DayDerivation } from '#desk/components/date-with-derivation/derivation.ts';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import type { OrderClockShape, OrderRow } from '../../contract/supervision.ts';

type Timed = Pick<OrderRow, 'status' | 'lateSince' | 'overdue' | 'remaining' | 'answeredInTime'>;

/** The words of the chip; also what a list exports. */
export function orderTimingWords(row: Timed): string {
  const { status, lateSince, overdue, remaining, answeredInTime } = row;
  if (remaining !== null) {
    if (overdue) return remaining === 0 ? '已逾期' : `逾期${-remaining}个工作日`;
    const left = remaining === 0 ? '今天到期' : `还有${remaining}个工作日`;
    return lateSince === null ? left : `逾期未反馈，新期限${left}`;
  }
  if (status === 'withdrawn') return '已撤回';
  if (answeredInTime === null) return '';
  return answeredInTime ? '按期反馈' : '逾期反馈';
}

export function OrderTimingChip({ row }: { readonly row: Timed }) {
  const word = orderTimingWords(row);
  if (word === '') return null;
  const { lateSince, overdue, remaining, answeredInTime, status } = row;
  if (status === 'withdrawn') return <StandingChip standing="notYetDue" word={word} />;
  if (overdue || lateSince !== null || answeredInTime === false) {
    return <StandingChip standing="failing" word={word} />;
  }
  if (remaining === null) return <StandingChip standing="met" word={word} />;
  return <StandingChip standing={remaining <= 1 ? 'cannotTell' : 'notYetDue'} word={word} />;
}

/** How the due day was counted. */
export function derivationOfClock(clock: OrderClockShape): DayDerivation {
  return {
    rule: clock.rule,
    article: '民事诉讼法第八十五条（开始的日不计算在期间内）',
    from: clock.from,
    counted: clock.counted,
    skipped: clock.skipped,
    provisional: clock.provisional,
    because: clock.because ?? undefined,
  };
}
