/**
 * The one list pattern of the desk. Filters, sort, columns and the open row live in the address; rows come from the
 * screen or page by page from the server; a row opens a side panel. Under 768 px the rows are cards.
 */
import { Button, Table } from 'antd';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { readStored, writeStored } from '../../data/stored.ts';
import { useNarrow } from '../../theme/use-narrow.ts';
import { EmptyState, type EmptyStateProps } from '../empty-state/empty-state.tsx';
import { Loading } from '../loading/loading.tsx';
import { RefusalNotice } from '../refusal-notice/refusal-notice.tsx';
import type { DataColumn, OpenRow, TableSource } from './columns.ts';
import { TableCards } from './table-cards.tsx';
import { TableFilters } from './table-filters.tsx';
import { isTableNarrowed, type TableState } from './table-state.ts';
import { TableTools } from './table-tools.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { type TableRows, useTableRows } from './use-table-rows.ts';
import { type ChangeTable, useTableState } from './use-table-state.ts';
import { useWidthOf } from './use-width-of.ts';
import './data-table.css';

export interface DataTableProps<Row> {
  /** What the rows are: “任务”. Names the table, its search box and its exports. */
  readonly title: string;
  /** Screen id (`plan.board`) under which views are saved; leave out for a table that is a part of a screen. */
  readonly screen?: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly source: TableSource<Row>;
  readonly keyOf: (row: Row) => string;
  /** The side panel of a row, a `SidePanel`. */
  readonly panel?: (open: OpenRow<Row>) => ReactNode;
  /** Instead of a panel: goes to another screen. */
  readonly onOpen?: (row: Row) => void;
  /** What is said while there is nothing at all. */
  readonly empty: EmptyStateProps;
}

const densityStoredAs = 'table.dense';

export function DataTable<Row>(props: DataTableProps<Row>) {
  const { title, columns, source, keyOf, panel, onOpen, empty } = props;
  const [state, change] = useTableState();
  const found = useTableRows(source, columns, state);
  const [dense, setDense] = useState(readStored(densityStoredAs) === 'yes');
  const narrow = useNarrow();
  const root = useRef<HTMLElement>(null);
  const shown = useShownColumns(columns, state);

  const openKey = useCallback(
    (key: string) => {
      const row = found.rows.find((one) => keyOf(one) === key);
      if (onOpen !== undefined && row !== undefined) onOpen(row);
      else change({ open: key });
    },
    [found.rows, keyOf, onOpen, change],
  );
  const opens = panel !== undefined || onOpen !== undefined;
  useRowKeys(root, opens ? openKey : () => undefined);
  const close = useCallback(() => change({ open: undefined }), [change]);

  const width = useWidthOf(root);
  const wide = columnsWidth(shown) > width;
  return (
    <section ref={root} className={wide ? 'data-table data-table-wide' : 'data-table'} aria-label={title}>
      <div className="table-bar">
        <TableFilters
          title={title}
          columns={columns}
          state={state}
          change={change}
          searchable={source.kind === 'rows' || source.searchable === true}
          narrow={narrow}
        />
        <TableTools
          screen={props.screen}
          title={title}
          columns={columns}
          shown={shown}
          state={state}
          change={change}
          found={found}
          dense={dense}
          onDense={(next) => {
            setDense(next);
            writeStored(densityStoredAs, next ? 'yes' : null);
          }}
          narrow={narrow}
        />
      </div>
      {found.error === null ? null : <RefusalNotice error={found.error} onRetry={found.retry} />}
      <TableBody
        title={title}
        narrow={narrow}
        dense={dense}
        shown={shown}
        found={found}
        state={state}
        change={change}
        keyOf={keyOf}
        onOpen={opens ? openKey : undefined}
        empty={empty}
      />
      {panel === undefined || state.open === undefined
        ? null
        : panel({ key: state.open, row: found.rows.find((row) => keyOf(row) === state.open), close })}
    </section>
  );
}

function useShownColumns<Row>(columns: readonly DataColumn<Row>[], state: TableState) {
  return useMemo(() => {
    const chosen = columns.filter((column) => state.columns?.includes(column.key));
    return chosen.length > 0 ? chosen : columns.filter((column) => column.hidden !== true);
  }, [columns, state.columns]);
}

/** Pixels a column without a width of its own needs to be read. */
const leastWidth = 140;

function columnsWidth(columns: readonly { readonly width?: number }[]): number {
  return columns.reduce((sum, column) => sum + (column.width ?? leastWidth), 0);
}

interface TableBodyProps<Row> {
  readonly title: string;
  readonly narrow: boolean;
  readonly dense: boolean;
  readonly shown: readonly DataColumn<Row>[];
  readonly found: TableRows<Row>;
  readonly state: TableState;
  readonly change: ChangeTable;
  readonly keyOf: (row: Row) => string;
  readonly onOpen: ((key: string) => void) | undefined;
  readonly empty: EmptyStateProps;
}

function TableBody<Row>(props: TableBodyProps<Row>) {
  const { title, found, state, change, empty } = props;
  if (found.waiting) return <Loading what={title} lines={6} />;
  if (found.rows.length === 0) {
    if (found.error !== null) return null;
    if (!isTableNarrowed(state)) return <EmptyState {...empty} />;
    return (
      <EmptyState
        title={`没有符合条件的${title}`}
        hint="可以少选几个条件，或换个词查找。"
        action={<Button onClick={() => change({ text: '', filters: {} })}>清除筛选</Button>}
      />
    );
  }
  return (
    <>
      {props.narrow ? (
        <TableCards
          title={title}
          rows={found.rows}
          columns={props.shown}
          keyOf={props.keyOf}
          openKey={state.open}
          onOpen={props.onOpen}
        />
      ) : (
        <WideTable {...props} />
      )}
      <p className="table-foot" role="status">
        <span>
          {found.total === undefined || found.total === found.rows.length
            ? `${found.hasMore ? '已显示' : '共'}${found.rows.length}条`
            : `显示${found.rows.length}条，共${found.total}条`}
        </span>
        {found.hasMore ? (
          <Button onClick={found.more} loading={found.fetchingMore}>
            再显示一些
          </Button>
        ) : null}
      </p>
    </>
  );
}

const bothDirections: ('ascend' | 'descend')[] = ['ascend', 'descend'];

function WideTable<Row>({ shown, found, state, change, keyOf, onOpen, dense, title }: TableBodyProps<Row>) {
  const columns = shown.map((column) => ({
    key: column.key,
    title: column.title,
    ...(column.width === undefined ? {} : { width: column.width }),
    align: column.align ?? 'left',
    sorter: column.sortable === true,
    sortOrder: sortOrderOf(column.key, state),
    sortDirections: bothDirections,
    render: (_: unknown, row: Row) => column.render?.(row) ?? column.value(row),
  }));
  return (
    <Table<Row>
      aria-label={title}
      size={dense ? 'small' : 'medium'}
      columns={columns}
      dataSource={[...found.rows]}
      rowKey={keyOf}
      pagination={false}
      showSorterTooltip={false}
      onChange={(_pages, _filters, sorter) => {
        const one = Array.isArray(sorter) ? sorter[0] : sorter;
        const key = one?.columnKey;
        change({
          sort:
            one?.order == null || key === undefined
              ? undefined
              : { key: String(key), descending: one.order === 'descend' },
        });
      }}
      onRow={(row) => ({
        tabIndex: onOpen === undefined ? -1 : 0,
        'aria-current': keyOf(row) === state.open,
        className: keyOf(row) === state.open ? 'table-row-open' : '',
        onClick: (event) => {
          if (onOpen !== undefined && !isOwnControl(event.target)) onOpen(keyOf(row));
        },
      })}
    />
  );
}

function sortOrderOf(key: string, { sort }: TableState): 'ascend' | 'descend' | null {
  if (sort?.key !== key) return null;
  return sort.descending ? 'descend' : 'ascend';
}

/** A button or link inside a cell does its own thing, and selecting text opens nothing. */
function isOwnControl(target: EventTarget): boolean {
  const selecting = (window.getSelection()?.toString() ?? '') !== '';
  return selecting || (target instanceof Element && target.closest('a, button, input, label') !== null);
}
