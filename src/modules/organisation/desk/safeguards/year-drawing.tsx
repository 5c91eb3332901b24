/** The year in one look: a bar for each minimum, as long as the share of units that reached it. */
import { DrawingFrame } from '#desk/components/drawing-frame/drawing-frame.tsx';
import type { Safeguards } from '../../contract/safeguards.ts';
import { minimumDefinitions } from '../../rules/minimums.ts';

interface Bar {
  readonly title: string;
  readonly asked: string;
  readonly reached: number;
  readonly of: number;
  /** What is shown beside the bar. */
  readonly words: string;
  readonly standing: 'met' | 'failing' | 'notYetDue' | 'cannotTell';
}

function barsOf({ minimums, county, units }: Safeguards): readonly Bar[] {
  return minimums.map(({ subject, least }) => {
    const { title, scope, valueUnit } = minimumDefinitions[subject];
    if (scope === 'jurisdiction') {
      const figure = county.find((one) => one.subject === subject);
      const value = figure?.value ?? 0;
      return {
        title,
        asked: `至少${least}${valueUnit}`,
        reached: Math.min(value, least),
        of: least,
        words: figure?.value == null ? (figure?.reason ?? '') : `${value}/${least}${valueUnit}`,
        standing: figure?.standing ?? 'cannotTell',
      };
    }
    const figures = units.flatMap((unit) => unit.figures.filter((figure) => figure.subject === subject));
    const reached = figures.filter((figure) => figure.standing === 'met').length;
    const failing = figures.some((figure) => figure.standing === 'failing');
    return {
      title,
      asked: valueUnit === '%' ? '每个单位' : `每个单位至少${least}${valueUnit}`,
      reached,
      of: figures.length,
      words: `${reached}/${figures.length}个单位`,
      standing: reached === figures.length ? 'met' : failing ? 'failing' : 'notYetDue',
    };
  });
}

const marks = { met: '●', failing: '▲', notYetDue: '○', cannotTell: '◇' } as const;
const rowHeight = 34;
const barFrom = 176;
const barWidth = 360;
const width = 720;

export function YearDrawing({ data }: { readonly data: Safeguards }) {
  const bars = barsOf(data);
  const title = `${data.year}年保障情况`;
  return (
    <DrawingFrame
      title={title}
      table={{
        head: ['要求', '最低', '达到', '应达到', '还差'],
        rows: bars.map((bar) => [bar.title, bar.asked, bar.reached, bar.of, bar.of - bar.reached]),
      }}
    >
      <svg
        viewBox={`0 0 ${width} ${bars.length * rowHeight + 4}`}
        className="year-drawing"
        role="img"
        aria-label={`${title}：${bars.map((bar) => `${bar.title}${bar.words}`).join('，')}`}
      >
        {bars.map((bar, at) => {
          const y = at * rowHeight;
          const share = bar.of === 0 ? 0 : bar.reached / bar.of;
          return (
            <g key={bar.title} className={`year-bar year-bar-${bar.standing}`}>
              <text x={barFrom - 12} y={y + 21} textAnchor="end" className="year-title">
                {bar.title}
              </text>
              <rect x={barFrom} y={y + 8} width={barWidth} height="18" className="year-ground" />
              <rect x={barFrom} y={y + 8} width={barWidth * share} height="18" className="year-reached" />
              <text x={barFrom + barWidth + 12} y={y + 21} className="year-words">
                {marks[bar.standing]} {bar.words}
              </text>
            </g>
          );
        })}
      </svg>
    </DrawingFrame>
  );
}
