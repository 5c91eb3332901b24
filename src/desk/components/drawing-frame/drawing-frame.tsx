/** A drawing with its table twin, and both as files: SVG of what is drawn, XLSX of what the table says. */
import { DownOutlined } from '@ant-design/icons';
import { type ReactNode, useRef } from 'react';
import { saveFile } from '../../data/save-file.ts';
import { ActionMenu } from '../action-menu/action-menu.tsx';
import type { CellValue } from '../data-table/columns.ts';
import { composeSvg } from './compose-svg.ts';
import './drawing-frame.css';

export interface TableTwin {
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

export interface DrawingFrameProps {
  /** Names the drawing, its table and its files. */
  readonly title: string;
  readonly table: TableTwin;
  /** The drawing: one `svg` or several, each with a `figcaption` where it needs one. */
  readonly children: ReactNode;
  /** Shows the table unfolded. */
  readonly tableOpen?: boolean;
}

export function DrawingFrame({ title, table, children, tableOpen = false }: DrawingFrameProps) {
  const drawing = useRef<HTMLDivElement>(null);
  const saveSvg = () => {
    if (drawing.current === null) return;
    saveFile(new Blob([composeSvg(drawing.current)], { type: 'image/svg+xml' }), `${title}.svg`);
  };
  const saveXlsx = async () => {
    const { writeXlsx } = await import('../data-table/write-table-file.ts');
    saveFile(new Blob([writeXlsx({ title, ...table })]), `${title}.xlsx`);
  };
  return (
    <section className="drawing-frame" aria-label={title}>
      <div className="drawing-tools">
        <ActionMenu
          label={`导出${title}`}
          sections={[
            {
              actions: [
                { key: 'svg', label: '图（SVG）', run: saveSvg },
                { key: 'xlsx', label: '表（XLSX）', run: () => void saveXlsx() },
              ],
            },
          ]}
        >
          导出 <DownOutlined />
        </ActionMenu>
      </div>
      <div ref={drawing}>{children}</div>
      <details open={tableOpen}>
        <summary>{title}，列表</summary>
        <TwinTable title={title} table={table} />
      </details>
    </section>
  );
}

function TwinTable({ title, table }: { readonly title: string; readonly table: TableTwin }) {
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{title}</caption>
      <thead>
        <tr>
          {table.head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={row.join('|')}>
            {row.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
              <td key={at}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
