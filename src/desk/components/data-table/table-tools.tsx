/** The tools at the right of a table: saved views, columns, density, export. */
import { ColumnWidthOutlined, DownOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover, Tooltip } from 'antd';
import type { DataColumn } from './columns.ts';
import { ExportMenu } from './export-menu.tsx';
import { SavedViews } from './saved-views.tsx';
import type { TableState } from './table-state.ts';
import type { TableRows } from './use-table-rows.ts';
import type { ChangeTable } from './use-table-state.ts';

export interface TableToolsProps<Row> {
  /** Screen id under which views are saved; without it none are offered. */
  readonly screen: string | undefined;
  readonly title: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly shown: readonly DataColumn<Row>[];
  readonly state: TableState;
  readonly change: ChangeTable;
  readonly found: TableRows<Row>;
  readonly dense: boolean;
  readonly onDense: (dense: boolean) => void;
  /** Cards have neither columns nor density. */
  readonly narrow: boolean;
}

export function TableTools<Row>(props: TableToolsProps<Row>) {
  const { columns, shown, state, change, dense, onDense } = props;
  return (
    <div className="table-tools">
      {props.screen === undefined ? null : (
        <SavedViews screen={props.screen} state={state} onPick={(picked) => change(picked)} />
      )}
      {props.narrow ? null : (
        <>
          <ColumnChoice
            columns={columns}
            shown={shown}
            onChoose={(keys) => change({ columns: keys })}
            onUsual={() => change({ columns: undefined })}
          />
          <Tooltip title={dense ? '行距放宽' : '行距收紧'}>
            <Button
              icon={<ColumnWidthOutlined rotate={90} />}
              aria-label="收紧行距"
              aria-pressed={dense}
              onClick={() => onDense(!dense)}
            />
          </Tooltip>
        </>
      )}
      <ExportMenu title={props.title} columns={shown} found={props.found} />
    </div>
  );
}

function ColumnChoice<Row>(props: {
  readonly columns: readonly DataColumn<Row>[];
  readonly shown: readonly DataColumn<Row>[];
  readonly onChoose: (keys: readonly string[]) => void;
  readonly onUsual: () => void;
}) {
  const { columns, shown, onChoose, onUsual } = props;
  const isShown = (column: DataColumn<Row>) => shown.includes(column);
  const list = (
    <div className="table-columns">
      {columns.map((column) => (
        <Checkbox
          key={column.key}
          checked={isShown(column)}
          disabled={isShown(column) && shown.length === 1}
          onChange={(event) =>
            onChoose(
              columns
                .filter((other) => (other === column ? event.target.checked : isShown(other)))
                .map(({ key }) => key),
            )
          }
        >
          {column.title}
        </Checkbox>
      ))}
      <Button size="small" onClick={onUsual}>
        恢复原样
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={list} title="显示哪些列">
      <Button>
        列 <DownOutlined />
      </Button>
    </Popover>
  );
}
