/** The official form filled with figures as words: the one source of the test files in HTML, Word and Excel. */
import { type FigureKind, reportTables } from '../law/cells.ts';
import type { LayoutId } from '../law/layouts.ts';
import { amountDigits } from '../rules/figure-words.ts';
import { type FormTable, reportForm } from '../rules/report-form.ts';
import type { FigureValues } from './given-figures.ts';

export type { FormTable } from '../rules/report-form.ts';

/** How a figure is written. */
export type FigureWriter = (value: number, kind: FigureKind) => string;

export const plainWriter: FigureWriter = (value, kind) =>
  kind === 'amount' ? amountDigits(value) : String(value);

/** The three tables as the form prints them. */
export function formTables(
  values: FigureValues,
  layout: LayoutId = '2021',
  write: FigureWriter = plainWriter,
): readonly FormTable[] {
  return reportTables.map((table) => {
    const form = reportForm(table, layout);
    const rows = form.rows.map((row) =>
      row.map((cell) =>
        cell.figure === undefined
          ? cell
          : { ...cell, text: write(values[cell.figure.key] ?? 0, cell.figure.kind) },
      ),
    );
    return { ...form, rows };
  });
}
