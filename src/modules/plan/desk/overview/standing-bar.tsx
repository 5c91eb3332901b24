/** One bar of standings, parted by their numbers; each part bears its mark, so that colour alone says nothing. */
import { standingMarks } from '#desk/components/standing-chip/standing.ts';
import type { StandingCounts } from '../../contract/overview.ts';
import { totalOf } from '../../rules/overview.ts';
import { type Standing, standings } from '../../rules/shapes.ts';

export interface StandingBarProps {
  readonly counts: StandingCounts;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Pixels of one task. */
  readonly unit: number;
}

/** Narrower than this a part shows no figure. */
const leastFigure = 22;

export function StandingBar({ counts, x, y, height, unit }: StandingBarProps) {
  let left = x;
  return (
    <g>
      {standings.map((standing) => {
        const width = counts[standing] * unit;
        if (width === 0) return null;
        const at = left;
        left += width;
        const { mark, word } = standingMarks[standing];
        return (
          <g key={standing} className={`overview-${standing}`}>
            <title>{`${word}${counts[standing]}项`}</title>
            <rect x={at} y={y} width={Math.max(1, width - 1)} height={height} />
            {width < leastFigure ? null : (
              <text x={at + 5} y={y + height / 2 + 4}>
                {width < 2 * leastFigure ? counts[standing] : `${mark}${counts[standing]}`}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** Counts as cells of a table twin, the sum behind them. */
export function cellsOfCounts(
  counts: StandingCounts,
  shown: readonly Standing[] = standings,
): readonly number[] {
  return [...shown.map((standing) => counts[standing]), totalOf(counts)];
}

/** The head over these cells. */
export function headOfCounts(shown: readonly Standing[] = standings): readonly string[] {
  return [...shown.map((standing) => standingMarks[standing].word), '合计'];
}
