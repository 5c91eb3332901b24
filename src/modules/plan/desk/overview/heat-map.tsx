/** Reports by unit and month: the fuller a cell, the more was reported; an empty cell of a past month is a gap. */
import { DrawingFrame } from '#desk/components/drawing-frame/drawing-frame.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { LedgerMonths } from '../../contract/ledger.ts';
import type { PlanOverview } from '../../contract/overview.ts';
import { monthsOfYear } from '../../rules/overview.ts';

const width = 560;
const nameWidth = 130;
const cell = 22;
const head = 20;

/** Five steps from none to the most. */
function stepOf(entries: number, most: number): number {
  return entries === 0 ? 0 : Math.min(4, Math.ceil((entries / most) * 4));
}

interface HeatRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly entries: readonly number[];
}

/** Units by how much they reported, each with its twelve months. */
function heatRows(counted: LedgerMonths['rows'], months: readonly string[]): readonly HeatRow[] {
  const rows = new Map<string, { unitId: string; unitName: string; entries: number[] }>();
  for (const { unitId, unitName, month, entries } of counted) {
    const row = rows.get(unitId) ?? { unitId, unitName, entries: months.map(() => 0) };
    const place = months.indexOf(month);
    if (place >= 0) row.entries[place] = entries;
    rows.set(unitId, row);
  }
  const sum = ({ entries }: HeatRow) => entries.reduce((total, one) => total + one, 0);
  return [...rows.values()].sort((left, right) => sum(right) - sum(left));
}

export function HeatMap({ overview }: { overview: PlanOverview }) {
  const counted = useApi<LedgerMonths>(`/plans/${overview.planId}/ledger-months`, {}, { keepsLast: true });
  const months = monthsOfYear(overview.year);
  if (counted.error !== null) {
    return <RefusalNotice error={counted.error} onRetry={() => void counted.refetch()} />;
  }
  if (counted.data === undefined) return <Loading what="填报次数" lines={6} />;
  return <HeatDrawing overview={overview} months={months} rows={heatRows(counted.data.rows, months)} />;
}

function HeatDrawing({
  overview,
  months,
  rows,
}: {
  overview: PlanOverview;
  months: readonly string[];
  rows: readonly HeatRow[];
}) {
  const title = '各单位各月填报次数';
  const most = Math.max(1, ...rows.flatMap(({ entries }) => entries));
  const pitch = (width - nameWidth) / 12;
  const thisMonth = overview.today.slice(0, 7);
  return (
    <section>
      <h2 className="overview-title">{title}</h2>
      <DrawingFrame
        title={title}
        table={{
          head: ['单位', ...months.map((month) => `${Number(month.slice(5))}月`), '合计'],
          rows: rows.map(({ unitName, entries }) => [
            unitName,
            ...entries,
            entries.reduce((sum, one) => sum + one, 0),
          ]),
        }}
      >
        {rows.length === 0 ? (
          <p className="plan-secondary">还没有单位填报台账。</p>
        ) : (
          <svg
            className="overview-drawing"
            viewBox={`0 0 ${width} ${head + rows.length * (cell + 2)}`}
            role="img"
            aria-label={title}
          >
            {months.map((month, index) => (
              <text
                key={month}
                className="overview-note"
                x={nameWidth + index * pitch + pitch / 2}
                y={13}
                textAnchor="middle"
              >
                {Number(month.slice(5))}月
              </text>
            ))}
            {rows.map(({ unitId, unitName, entries }, row) => (
              <g key={unitId}>
                <text
                  className="overview-name"
                  x={nameWidth - 8}
                  y={head + row * (cell + 2) + 15}
                  textAnchor="end"
                >
                  {unitName.length > 9 ? `${unitName.slice(0, 8)}…` : unitName}
                </text>
                {entries.map((count, index) => {
                  const month = months[index] ?? '';
                  const x = nameWidth + index * pitch + 1;
                  const y = head + row * (cell + 2);
                  const isGap = count === 0 && month < thisMonth;
                  return (
                    <g key={month} className={`heat-${stepOf(count, most)}`}>
                      <title>{`${unitName} ${Number(month.slice(5))}月 ${count}次`}</title>
                      <rect x={x} y={y} width={pitch - 2} height={cell} />
                      <text x={x + pitch / 2 - 1} y={y + 15} textAnchor="middle">
                        {count > 0 ? count : isGap ? '–' : ''}
                      </text>
                    </g>
                  );
                })}
              </g>
            ))}
          </svg>
        )}
      </DrawingFrame>
    </section>
  );
}
