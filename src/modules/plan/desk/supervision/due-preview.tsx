/** The due day as the working days are typed, with how it is counted. */
import { DateWithDerivation } from '#desk/components/date-with-derivation/date-with-derivation.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { OrderClockShape } from '../../contract/supervision.ts';
import { derivationOfClock } from './timing-chip.tsx';

const openingWords = { issued: '今天发出', returned: '今天退回', escalated: '今天升级' } as const;

export function DuePreview(props: {
  readonly replyDays: number;
  readonly openedBy: keyof typeof openingWords;
}) {
  const clock = useApi<OrderClockShape>('/supervision-clock', { ...props }, { keepsLast: true });
  if (clock.data === undefined) return null;
  return (
    <span role="status">
      {openingWords[props.openedBy]}，
      <DateWithDerivation
        day={clock.data.due}
        derivation={derivationOfClock(clock.data)}
        weekday
        otherwise="无法计算期限"
      />
      到期
    </span>
  );
}
