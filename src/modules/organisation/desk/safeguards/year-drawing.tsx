/** The year in one look: a bar for each minimum, as long as the share of units that reached it. */
import { DrawingFrame } from '#desk/components/drawing-frame/drawing-frame.tsx';
import { useNarrow } from '#desk/theme/use-narrow.ts';
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
    const count = (standing: Bar['standing']) =>
      figures.filter((figure) => figure.standing === standing).length;
    const unknown = count('cannotTell');
    const of = figures.length - unknown;
    const reached = count('met');
    return {
      title,
      asked: valueUnit === '%' ? '每个单位' : `每个单位至少${least}${valueUnit}`,
      reached,
      of,
      words: `${reached}/${of}个单位${unknown === 0 ? '' : `，另有${unknown}个无法判定`}`,
      standing:
        of === 0 ? 'cannotTell' : reached === of ? 'met' : count('failing') > 0 ? 'failing' : 'notYetDue',
    };
  });
}

const marks = { met: '●', failing: '▲', notYetDue: '○', cannotTell: '◇' } as const;
/** Beside one another where there is room, one above the other on a phone. */
const layouts = {
  wide: {
    width: 800,
    row: 34,
    barX: 176,
    barY: 8,
    bar: 360,
    titleX: 164,
    titleY: 21,
    wordsX: 548,
    wordsY: 21,
  },
  narrow: {
    width: 360,
    row: 62,
    barX: 0,
    barY: 26,
    bar: 360,
    titleX: 0,
    titleY: 16,
    wordsX: 360,
    wordsY: 16,
  },
} as const;

export function YearDrawing({ data }: { readonly data: Safeguards }) {
  const bars = barsOf(data);
  const title = `${data.year}年保障情况`;
  const narrow = useNarrow();
  const at = layouts[narrow ? 'narrow' : 'wide'];
  return (
    <DrawingFrame
      title={title}
      table={{
        head: ['要求', '最低', '达到', '应达到', '还差'],
        rows: bars.map((bar) => [bar.title, bar.asked, bar.reached, bar.of, bar.of - bar.reached]),
      }}
    >
      <svg
        viewBox={`0 0 ${at.width} ${bars.length * at.row + 4}`}
        className="year-drawing"
        role="img"
        aria-label={`${title}：${bars.map((bar) => `${bar.title}${bar.words}`).join('，')}`}
      >
        {bars.map((bar, index) => {
          const y = index * at.row;
          const share = bar.of === 0 ? 0 : bar.reached / bar.of;
          return (
            <g key={bar.title} className={`year-bar year-bar-${bar.standing}`}>
              <text x={at.titleX} y={y + at.titleY} textAnchor={narrow ? 'start' : 'end'}>
                {bar.title}
              </text>
              <rect x={at.barX} y={y + at.barY} width={at.bar} height="18" className="year-ground" />
              <rect x={at.barX} y={y + at.barY} width={at.bar * share} height="18" className="year-reached" />
              <text x={at.wordsX} y={y + at.wordsY} textAnchor={narrow ? 'end' : 'start'}>
                <tspan className="year-mark">{marks[bar.standing]}</tspan> {bar.words}
              </text>
            </g>
          );
        })}
      </svg>
    </DrawingFrame>
  );
}
