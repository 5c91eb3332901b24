/** The trend of a binding, drawn small: its value against the target, or how many of its units reach it; with a table twin. */
import { useState } from 'react';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { BindingView, BindingTrend as Trend } from '../../contract/measuring.ts';
import { valueInWords } from '../../rules/measuring/verdict.ts';

type Point = Trend['points'][number];

const width = 240;
const height = 48;
const edge = 4;

/** One figure shows its value; many show how many reach the target. */
function amountOf(point: Point): number | null {
  if (point.total === 1) return point.value;
  return point.known === 0 ? null : point.reached;
}

function wordsOf(point: Point, binding: BindingView): string {
  if (point.total !== 1) {
    return point.known === 0 ? '无法判定' : `${point.reached}/${point.total}达到`;
  }
  return point.value === null ? '无法判定' : valueInWords(point.value, binding.valueUnit);
}

function Line({ points, goal }: { points: readonly Point[]; goal: number }) {
  const amounts = points.map(amountOf);
  const most = Math.max(goal, 1, ...amounts.flatMap((amount) => amount ?? [])) * 1.1;
  const x = (index: number) =>
    edge + (points.length === 1 ? 0 : (index / (points.length - 1)) * (width - 2 * edge));
  const y = (amount: number) => height - edge - (amount / most) * (height - 2 * edge);
  const known = amounts.flatMap((amount, index) => (amount === null ? [] : [{ x: x(index), y: y(amount) }]));
  return (
    <svg className="binding-trend-drawing" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line className="binding-trend-goal" x1={edge} x2={width - edge} y1={y(goal)} y2={y(goal)} />
      <polyline points={known.map((one) => `${one.x},${one.y}`).join(' ')} />
      {known.map((one) => (
        <circle key={one.x} cx={one.x} cy={one.y} r={2} />
      ))}
    </svg>
  );
}

function TrendOfBinding({ binding }: { binding: BindingView }) {
  const trend = useApi<Trend>(`/bindings/${binding.id}/trend`);
  if (trend.error !== null) return <RefusalNotice error={trend.error} onRetry={() => void trend.refetch()} />;
  if (trend.data === undefined) return <p className="plan-secondary">正在逐月计算…</p>;
  const { points } = trend.data;
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return <p className="plan-secondary">期间还没有开始。</p>;
  const goal = last.total === 1 ? binding.target : last.total;
  return (
    <div className="binding-trend">
      <Line points={points} goal={goal} />
      <p className="plan-secondary">
        {`虚线为${last.total === 1 ? `要求${binding.demand}` : `全部${last.total}个都达到要求`}；按现在的记录逐月计算，事后补登的记录算在发生的月份。`}
      </p>
      <details>
        <summary>逐月的数</summary>
        <table className="plain-table">
          <caption className="visually-hidden">{`“${binding.title}”逐月的数`}</caption>
          <thead>
            <tr>
              <th scope="col">截至</th>
              <th scope="col">{`数（要求${binding.demand}）`}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.day}>
                <th scope="row">{dayTextInWords(point.day)}</th>
                <td>{wordsOf(point, binding)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

/** Asked for when it is opened: each month end is one more question to the records. */
export function BindingTrend({ binding }: { binding: BindingView }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="binding-trend-fold" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>走势</summary>
      {open ? <TrendOfBinding binding={binding} /> : null}
    </details>
  );
}
