/** The rows of a table on a phone: one card each, the first column as its title. */
import { Fragment } from 'react';
import type { DataColumn } from './columns.ts';

export interface TableCardsProps<Row> {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly DataColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly openKey: string | undefined;
  readonly onOpen: ((key: string) => void) | undefined;
}

export function TableCards<Row>({ title, rows, columns, keyOf, openKey, onOpen }: TableCardsProps<Row>) {
  const head = columns.find((column) => column.card === 'title') ?? columns[0];
  const lines = columns.filter((column) => column !== head && column.card !== 'none');
  if (head === undefined) return null;
  const cell = (column: DataColumn<Row>, row: Row) => column.render?.(row) ?? column.value(row);
  return (
    <ul className="table-cards" aria-label={title}>
      {rows.map((row) => {
        const key = keyOf(row);
        const filled = lines.filter((column) => column.value(row) !== null && column.value(row) !== '');
        return (
          <li key={key} data-row-key={key} aria-current={key === openKey}>
            {onOpen === undefined ? (
              <p className="table-card-title">{cell(head, row)}</p>
            ) : (
              <button type="button" className="table-card-title" onClick={() => onOpen(key)}>
                {head.value(row)}
              </button>
            )}
            <dl>
              {filled.map((column) => (
                <Fragment key={column.key}>
                  <dt>{column.title}</dt>
                  <dd>{cell(column, row)}</dd>
                </Fragment>
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
