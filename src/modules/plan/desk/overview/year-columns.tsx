/** Deadlines along the year and the trend of standings: columns by month, today as a thin seal line. */
import { DrawingFrame } from '#desk/components/drawing-frame/drawing-frame.tsx';
import { standingMarks } from '#desk/components/standing-chip/standing.ts';
import { longDay } from '#kernel/day-words.ts';
import type { PlanOverview, StandingCounts } from '../../contract/overview.ts';
import { monthsOfYear, totalOf } from '../../rules/overview.ts';
import { type Standing, standings } from '../../rules/shapes.ts';
import { cellsOfCounts, headOfCounts } from './standing-bar.tsx';

const width = 560;
const height = 190;
const left = 26;
const bottom = 160;
const top = 12;

interface Column {
  readonly key: string;
  readonly label: string;
  readonly counts: StandingCounts;
}

const none: StandingCounts = { met: 0, failing: 0, notYetDue: 0, cannotTell: 0 };
/** From the foot up: what is done carries what is open. */
const stacking: readonly Standing[] = ['met', 'notYetDue', 'cannotTell', 'failing'];

function Columns({ title, columns, today }: { title: string; columns: readonly Column[]; today?: number }) {
  const most = Math.max(1, ...columns.map(({ counts }) => totalOf(counts)));
  const pitch = (width - left - 8) / Math.max(1, columns.length);
  const unit = (bottom - top) / most;
  const line = today === undefined ? undefined : left + today * pitch;
  return (
    <svg className="overview-drawing" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title}>
      <line className="overview-axis" x1={left} x2={width - 8} y1={bottom} y2={bottom} />
      <text className="overview-note" x={left - 4} y={top + 8} textAnchor="end">
        {most}
      </text>
      {columns.map(({ key, label, counts }, index) => {
        let foot = bottom;
        const at = left + index * pitch + 3;
        const wide = Math.min(34, pitch - 6);
        return (
          <g key={key}>
            {stacking.map((standing) => {
              const tall = counts[standing] * unit;
              if (tall === 0) return null;
              foot -= tall;
              return (
                <g key={standing} className={`overview-${standing}`}>
                  <title>{`${label}：${standingMarks[standing].word}${counts[standing]}项`}</title>
                  <rect x={at} y={foot} width={wide} height={Math.max(1, tall - 1)} />
                  {tall < 16 ? null : (
                    <text x={at + wide / 2} y={foot + tall / 2 + 4} textAnchor="middle">
                      {counts[standing]}
                    </text>
                  )}
                </g>
              );
            })}
            <text className="overview-note" x={at + wide / 2} y={bottom + 16} textAnchor="middle">
              {label}
            </text>
          </g>
        );
      })}
      {line === undefined ? null : (
        <g className="overview-today">
          <line x1={line} x2={line} y1={top - 4} y2={bottom} />
          <text x={line} y={bottom + 28} textAnchor="middle">
            今天
          </text>
        </g>
      )}
    </svg>
  );
}

/** Where today stands among twelve months; undefined in another year. */
function placeOfToday({ today, year }: PlanOverview): number | undefined {
  if (!today.startsWith(String(year))) return undefined;
  return Number(today.slice(5, 7)) - 1 + Number(today.slice(8, 10)) / 31;
}

export function DeadlineColumns({ overview }: { overview: PlanOverview }) {
  const title = '各月到期的任务';
  const byMonth = new Map(overview.months.map(({ month, counts }) => [month, counts]));
  const columns = [
    ...monthsOfYear(overview.year).map((month) => ({
      key: month,
      label: `${Number(month.slice(5))}月`,
      counts: byMonth.get(month) ?? none,
    })),
    { key: 'later', label: '以后', counts: sumOf(overview, (month) => month > `${overview.year}-12`) },
    { key: 'none', label: '无期限', counts: byMonth.get(null) ?? none },
  ];
  const today = placeOfToday(overview);
  return (
    <section>
      <h2 className="overview-title">{title}</h2>
      <DrawingFrame
        title={title}
        table={{
          head: ['月份', ...headOfCounts()],
          rows: columns.map(({ label, counts }) => [label, ...cellsOfCounts(counts)]),
        }}
      >
        <Columns title={title} columns={columns} {...(today === undefined ? {} : { today })} />
      </DrawingFrame>
    </section>
  );
}

function sumOf(overview: PlanOverview, isMeant: (month: string) => boolean): StandingCounts {
  const sum = { ...none };
  for (const { month, counts } of overview.months) {
    if (month === null || !isMeant(month)) continue;
    for (const standing of standings) sum[standing] += counts[standing];
  }
  return sum;
}

export function TrendColumns({ overview }: { overview: PlanOverview }) {
  const title = '状态走势';
  const columns = overview.trend.map(({ day, counts }) => ({
    key: day,
    label: day === overview.today ? '今天' : `${Number(day.slice(5, 7))}月底`,
    counts,
  }));
  return (
    <section>
      <h2 className="overview-title">{title}</h2>
      <DrawingFrame
        title={title}
        table={{
          head: ['日期', ...headOfCounts()],
          rows: overview.trend.map(({ day, counts }) => [longDay(day), ...cellsOfCounts(counts)]),
        }}
      >
        {columns.length === 0 ? (
          <p className="plan-secondary">还没有核对过。绑定度量后，每晚核对一次，这里画出走势。</p>
        ) : (
          <Columns title={title} columns={columns} />
        )}
      </DrawingFrame>
    </section>
  );
}
