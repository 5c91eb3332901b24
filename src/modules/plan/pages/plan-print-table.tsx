/** The customary table (任务分解表) as it is printed: shown on paper only, in place of the list for screens. */
import type { ReactElement } from 'react';
import type { PlanTable } from '../exports/plan-table.ts';

/** Rows a cell covers; 0 when a merged cell above covers it. */
function rowSpanAt(table: PlanTable, column: number, row: number): number {
  const merge = table.merges.find((one) => one.column === column && row >= one.from && row <= one.through);
  if (merge === undefined) return 1;
  return merge.from === row ? merge.through - merge.from + 1 : 0;
}

export function PlanPrintTable({ table }: { readonly table: PlanTable }): ReactElement {
  return (
    <table className="print-table" aria-hidden="true">
      <colgroup>
        {table.columns.map((column) => (
          <col key={column.title} className={`chars-${column.width}`} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.title} scope="col">
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((cells, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: printed rows have no other name and never move
          <tr key={row}>
            {cells.map((text, column) => {
              const rowSpan = rowSpanAt(table, column, row);
              const key = table.columns[column]?.title ?? column;
              return rowSpan === 0 ? null : (
                <td key={key} rowSpan={rowSpan === 1 ? undefined : rowSpan}>
                  {text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
