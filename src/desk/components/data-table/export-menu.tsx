/** Exports every row that fits, also those not fetched yet, with the columns shown; can be stopped. */
import { DownOutlined } from '@ant-design/icons';
import { App, Modal } from 'antd';
import { useState } from 'react';
import { noOf } from '../../data/answer.ts';
import { saveFile } from '../../data/save-file.ts';
import { ActionMenu } from '../action-menu/action-menu.tsx';
import { ProgressTask } from '../progress-task/progress-task.tsx';
import type { DataColumn } from './columns.ts';
import { mostExported, type TableRows } from './use-table-rows.ts';

export interface ExportMenuProps<Row> {
  readonly title: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly found: TableRows<Row>;
}

const kinds = {
  xlsx: {
    label: 'Excel 表格（XLSX）',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  csv: { label: '纯文本表格（CSV）', type: 'text/csv;charset=utf-8' },
} as const;
type ExportKind = keyof typeof kinds;

export function ExportMenu<Row>({ title, columns, found }: ExportMenuProps<Row>) {
  const { message } = App.useApp();
  const [running, setRunning] = useState<{ count: number; controller: AbortController }>();

  const exportAs = async (kind: ExportKind) => {
    const controller = new AbortController();
    setRunning({ count: 0, controller });
    try {
      const rows = await found.readAll((count) => setRunning({ count, controller }), controller.signal);
      if (rows.length > mostExported) {
        void message.warning(`超过${mostExported}行，请先筛选，再分几次导出。`);
        return;
      }
      const { writeCsv, writeXlsx } = await import('./write-table-file.ts');
      const sheet = {
        title,
        head: columns.map((column) => column.title),
        rows: rows.map((row) => columns.map((column) => column.value(row))),
      };
      const bytes = kind === 'csv' ? writeCsv(sheet) : writeXlsx(sheet);
      saveFile(new Blob([bytes], { type: kinds[kind].type }), `${title}.${kind}`);
      void message.success(`已导出${rows.length}行`);
    } catch (error) {
      const { sentence } = noOf(error);
      void message.warning(`${sentence.what}。${sentence.todo}。`);
    } finally {
      setRunning(undefined);
    }
  };

  return (
    <>
      <ActionMenu
        sections={[
          {
            actions: [
              { key: 'xlsx', label: kinds.xlsx.label, run: () => void exportAs('xlsx') },
              { key: 'csv', label: kinds.csv.label, run: () => void exportAs('csv') },
            ],
          },
        ]}
      >
        导出 <DownOutlined />
      </ActionMenu>
      <Modal open={running !== undefined} footer={null} closable={false} title={`导出${title}`}>
        <ProgressTask
          title="正在取回各行"
          figure={`已取回${running?.count ?? 0}行`}
          onStop={() => running?.controller.abort()}
        />
      </Modal>
    </>
  );
}
