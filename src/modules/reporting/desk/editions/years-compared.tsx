/** The main figures over five years, drawn with their table: solid where an edition stands, hollow where the year is still as of today. */
import { Select } from 'antd';
import { useState } from 'react';
import { DrawingFrame } from '#desk/components/drawing-frame/drawing-frame.tsx';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { Comparison } from '../../contract/editions.ts';
import { comparedFigures } from '../../law/compared-figures.ts';

const height = 180;
const columnWidth = 120;

export function YearsCompared({ year, unitId }: { readonly year: number; readonly unitId: string | null }) {
  const [figure, setFigure] = useState<string>('received');
  const answer = useApi<Comparison>(`/reports/years/${year}/comparison`, unitId === null ? {} : { unitId });
  if (answer.error !== null) {
    return <RefusalNotice error={answer.error} onRetry={() => void answer.refetch()} />;
  }
  if (answer.data === undefined) return <Loading what="历年比较" lines={4} />;
  const { years } = answer.data;
  const title = comparedFigures.find(({ id }) => id === figure)?.title ?? '';
  const most = Math.max(1, ...years.map(({ figures }) => figures[figure] ?? 0));
  return (
    <>
      <Select<string>
        aria-label="比较哪个数"
        value={figure}
        onChange={setFigure}
        options={comparedFigures.map(({ id, title: label }) => ({ value: id, label }))}
        style={{ minWidth: 160 }}
      />
      <DrawingFrame
        title={`历年${title}`}
        table={{
          head: ['年度', '来源', ...comparedFigures.map((one) => one.title)],
          rows: years.map((one) => [
            `${one.year}年`,
            one.source === 'edition' ? '年报' : '现在的数',
            ...comparedFigures.map(({ id }) => one.figures[id] ?? '没有数'),
          ]),
        }}
      >
        <svg
          className="report-years"
          viewBox={`0 0 ${years.length * columnWidth} ${height + 48}`}
          role="img"
          aria-label={`历年${title}，实心为年报，空心为现在的数`}
        >
          {years.map((one, index) => {
            const value = one.figures[figure] ?? null;
            const tall = value === null ? 0 : Math.round((value / most) * height);
            const left = index * columnWidth + 30;
            return (
              <g key={one.year}>
                <rect
                  className={one.source === 'edition' ? 'report-year-edition' : 'report-year-live'}
                  x={left}
                  y={height + 20 - tall}
                  width={60}
                  height={tall}
                />
                <text x={left + 30} y={height + 14 - tall} textAnchor="middle">
                  {value ?? '◇'}
                </text>
                <text x={left + 30} y={height + 40} textAnchor="middle">
                  {one.year}年
                </text>
              </g>
            );
          })}
        </svg>
      </DrawingFrame>
    </>
  );
}
