/** Rows of short fields that are added as needed: figures, pages, lines of a unit's plan. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import './ledger.css';

export interface RowsControlProps<Row> {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly onChange: (rows: Row[]) => void;
  readonly empty: Row;
  readonly most: number;
  /** What a row is: “网址”. */
  readonly what: string;
  readonly children: (row: Row, change: (part: Partial<Row>) => void, index: number) => ReactNode;
}

export function RowsControl<Row extends object>(props: RowsControlProps<Row>) {
  const { id, rows, onChange, empty, most, what, children } = props;
  // Rows have no name of their own; a row keeps the key it was given while others come and go.
  const keys = useRef<number[]>([]);
  const last = useRef(0);
  while (keys.current.length < rows.length) {
    last.current += 1;
    keys.current.push(last.current);
  }
  keys.current.length = rows.length;
  return (
    // A label that pointed at the button would take its name away, so the field's label points here.
    <fieldset id={id} className="rows-control" aria-label={what} tabIndex={-1}>
      {rows.map((row, index) => (
        <div className="rows-control-row" key={keys.current[index]}>
          {children(
            row,
            (part) => onChange(rows.map((one, at) => (at === index ? { ...one, ...part } : one))),
            index,
          )}
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`移除第${index + 1}个${what}`}
            onClick={() => {
              keys.current.splice(index, 1);
              onChange(rows.filter((_, at) => at !== index));
            }}
          />
        </div>
      ))}
      {rows.length >= most ? null : (
        <Button icon={<PlusOutlined />} onClick={() => onChange([...rows, empty])}>
          加{what}
        </Button>
      )}
    </fieldset>
  );
}
