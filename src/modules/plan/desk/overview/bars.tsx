/** Standings by section and by unit: a row each, a bar as long as its tasks. */
import { DrawingFrame } from '#desk/components/drawing-frame/drawing-frame.tsx';
import type { StandingCounts } from '../../contract/overview.ts';
import { totalOf } from '../../rules/overview.ts';
import { type Standing, standings } from '../../rules/shapes.ts';
import { cellsOfCounts, headOfCounts, StandingBar } from './standing-bar.tsx';

export interface BarRow {
  readonly key: string;
  readonly name: string;
  readonly counts: StandingCounts;
  /** A word behind the bar: 本月未填报. */
  readonly note?: string;
}

const width = 560;
const nameWidth = 170;
const rowHeight = 28;
const longestName = 12;

const shortName = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name);

export function Bars({
  title,
  rows,
  nameTitle,
  shown = standings,
}: {
  title: string;
  rows: readonly BarRow[];
  nameTitle: string;
  /** Standings that can occur; the others get no column. */
  shown?: readonly Standing[];
}) {
  const most = Math.max(1, ...rows.map(({ counts }) => totalOf(counts)));
  const unit = (width - nameWidth - 90) / most;
  return (
    <section>
      <h2 className="overview-title">{title}</h2>
      <DrawingFrame
        title={title}
        table={{
          head: [nameTitle, ...headOfCounts(shown), '说明'],
          rows: rows.map(({ name, counts, note }) => [name, ...cellsOfCounts(counts, shown), note ?? '']),
        }}
      >
        <svg
          className="overview-drawing"
          viewBox={`0 0 ${width} ${rows.length * rowHeight + 4}`}
          role="img"
          aria-label={title}
        >
          {rows.map(({ key, name, counts, note }, index) => (
            <g key={key}>
              <text className="overview-name" x={nameWidth - 8} y={index * rowHeight + 18} textAnchor="end">
                <title>{name}</title>
                {shortName(name)}
              </text>
              <StandingBar counts={counts} x={nameWidth} y={index * rowHeight + 4} height={20} unit={unit} />
              {note === undefined ? null : (
                <text
                  className="overview-note"
                  x={nameWidth + totalOf(counts) * unit + 6}
                  y={index * rowHeight + 18}
                >
                  {note}
                </text>
              )}
            </g>
          ))}
        </svg>
      </DrawingFrame>
    </section>
  );
}
