/**
 * A legal period as one look: the working days left as a large figure, a bar of the days, and on demand how they were
 * counted. The one clock of the desk; it computes nothing but what is left today.
 */
import type { Day } from '#kernel/day.ts';
import { longDayWithWeekday } from '#kernel/day-words.ts';
import { countedDaysLeft, type DayDerivation } from '../date-with-derivation/derivation.ts';
import { DerivationDetails } from '../date-with-derivation/derivation-details.tsx';
import './clock.css';
import '../date-with-derivation/date-with-derivation.css';

export interface ClockProps {
  /** What ends: “答复期限”. */
  readonly title: string;
  readonly due: Day;
  readonly today: Day;
  readonly derivation: DayDerivation;
  /** The day on which it was done, where it was: the clock stands. */
  readonly doneOn?: Day;
  /** What was done: “办结” unless told. */
  readonly doneWord?: string;
  /** Set while a correction or consultation stops the period; says since when and why. */
  readonly suspended?: string;
}

function stateOfClock(is: { late: boolean; done: boolean; suspended: boolean; left: number }) {
  if (is.late) return 'late';
  if (is.done) return 'done';
  if (is.suspended) return 'suspended';
  return is.left <= 3 ? 'near' : 'running';
}

export function Clock(props: ClockProps) {
  const { title, due, today, derivation, doneOn, doneWord = '办结', suspended } = props;
  const counted = derivation.counted ?? [];
  const at = doneOn ?? today;
  const left = countedDaysLeft(counted, at);
  const late = at > due;
  const state = stateOfClock({ late, done: doneOn !== undefined, suspended: suspended !== undefined, left });
  return (
    <section className={`clock clock-${state}`} aria-label={title}>
      <p className="clock-title">{title}</p>
      <p className="clock-figure">
        <ClockFigure
          done={doneOn === undefined ? undefined : doneWord}
          late={late}
          left={left}
          dueToday={at === due}
        />
      </p>
      <DayBar counted={counted} at={at} />
      <p className="clock-due">
        {longDayWithWeekday(due)}到期
        {derivation.provisional === true ? <span className="dated-provisional"> ◇暂定</span> : null}
        {suspended === undefined ? null : <span>，{suspended}</span>}
      </p>
      <details>
        <summary>怎样算的</summary>
        <DerivationDetails derivation={derivation} />
      </details>
    </section>
  );
}

function ClockFigure(props: {
  /** The word for what was done; undefined while the clock runs. */
  readonly done: string | undefined;
  readonly late: boolean;
  readonly left: number;
  readonly dueToday: boolean;
}) {
  if (props.done !== undefined) {
    return <strong>{props.late ? `▲ 逾期${props.done}` : `● 按期${props.done}`}</strong>;
  }
  if (props.late) return <strong>▲ 已逾期</strong>;
  if (props.dueToday) return <strong>今天到期</strong>;
  return (
    <>
      还有<strong>{props.left}</strong>个工作日
    </>
  );
}

function DayBar({ counted, at }: { readonly counted: readonly Day[]; readonly at: Day }) {
  if (counted.length === 0) return null;
  const used = counted.filter((day) => day <= at).length;
  return (
    <svg
      className="clock-bar"
      viewBox={`0 0 ${counted.length * 10} 8`}
      preserveAspectRatio="none"
      role="img"
      aria-label={`共${counted.length}个工作日，已过${used}个`}
    >
      {counted.map((day, index) => (
        <rect
          key={day}
          x={index * 10 + 0.75}
          y="0.5"
          width="8.5"
          height="7"
          className={index < used ? 'clock-used' : 'clock-left'}
        />
      ))}
    </svg>
  );
}
