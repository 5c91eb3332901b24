/** The table twin of the year's drawing: sections by months, each task by its number with its mark. */
import type { ReactElement } from 'react';
import { monthOf, yearOf } from '#kernel/day.ts';
import { CaptionedTable } from '../components/captioned-table.tsx';
import { MarkSign } from '../components/standing-mark.tsx';
import type { YearMark, YearRow } from './place-marks.ts';

/** A column: months of the plan's year, what falls due later, what has no day. */
function columnOf(mark: YearMark, year: number): string {
  if (mark.day === null) return '无截止日';
  return yearOf(mark.day) > year ? '次年' : `${monthOf(mark.day)}月`;
}

function MarksInCell({ marks }: { readonly marks: readonly YearMark[] }): ReactElement {
  return (
    <>
      {marks.map((mark) => (
        <a key={mark.key} className="mark-link" href={mark.address} title={mark.label}>
          <MarkSign mark={mark.mark} />
          {mark.short}
          <span className="unseen">：{mark.label}</span>
        </a>
      ))}
    </>
  );
}

export function YearTable(props: {
  readonly caption: string;
  readonly year: number;
  readonly rows: readonly YearRow[];
}): ReactElement {
  const { rows, year } = props;
  const used = new Set(rows.flatMap((row) => row.marks.map((mark) => columnOf(mark, year))));
  const months = Array.from({ length: 12 }, (_, index) => `${index + 1}月`);
  const columns = [...months, '次年', '无截止日'].filter((title) => used.has(title));
  return (
    <CaptionedTable
      caption={props.caption}
      rows={rows}
      keyOf={(row) => `${row.title}${row.marks[0]?.key ?? ''}`}
      columns={[
        { title: '章节', isRowHead: true, cell: (row) => row.title },
        ...columns.map((title) => ({
          title,
          cell: (row: YearRow) => (
            <MarksInCell marks={row.marks.filter((mark) => columnOf(mark, year) === title)} />
          ),
        })),
      ]}
    />
  );
}
