/** Rows of a table from either source, with what the table must know to show waiting, refusal and more. */
import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type ApiNo, cancelledNo } from '../../data/answer.ts';
import { callApi } from '../../data/call-api.ts';
import { apiKey } from '../../data/use-api.ts';
import { arrangeRows } from './arrange-rows.ts';
import type { DataColumn, PagesSource, RowsSource, TablePage, TableSource } from './columns.ts';
import type { TableState } from './table-state.ts';

export interface TableRows<Row> {
  readonly rows: readonly Row[];
  /** All rows at hand before text and filters; undefined when only the server knows. */
  readonly total: number | undefined;
  readonly waiting: boolean;
  readonly error: ApiNo | null;
  readonly retry: () => void;
  readonly hasMore: boolean;
  readonly more: () => void;
  readonly fetchingMore: boolean;
  /** Every row that fits, for an export; tells how many it has so far. */
  readonly readAll: (onCount: (count: number) => void, signal: AbortSignal) => Promise<readonly Row[]>;
}

const shownAtOnce = 100;
const pageOfExport = 200;
/** Rows one exported file may have; beyond it the officer is asked to narrow the list. */
export const mostExported = 50_000;

/** Rows for the state; the source may not change its kind while the table stands. */
export function useTableRows<Row>(
  source: TableSource<Row>,
  columns: readonly DataColumn<Row>[],
  state: TableState,
): TableRows<Row> {
  const pages = useServerRows<Row>(source.kind === 'pages' ? source : undefined, state);
  const local = useLocalRows<Row>(source.kind === 'rows' ? source : undefined, columns, state);
  return source.kind === 'pages' ? pages : local;
}

function useLocalRows<Row>(
  source: RowsSource<Row> | undefined,
  columns: readonly DataColumn<Row>[],
  state: TableState,
): TableRows<Row> {
  const [shown, setShown] = useState(shownAtOnce);
  const rows = source?.rows;
  const arranged = useMemo(() => arrangeRows(rows ?? [], columns, state), [rows, columns, state]);
  return {
    rows: arranged.slice(0, shown),
    total: rows?.length ?? 0,
    waiting: rows === undefined && (source?.error ?? null) === null,
    error: source?.error ?? null,
    retry: () => source?.onRetry?.(),
    hasMore: arranged.length > shown,
    more: () => setShown(shown + shownAtOnce),
    fetchingMore: false,
    readAll: async () => arranged,
  };
}

function useServerRows<Row>(source: PagesSource | undefined, state: TableState): TableRows<Row> {
  const path = source?.path ?? '';
  const query = source?.query(state) ?? {};
  const answer = useInfiniteQuery<
    TablePage<Row>,
    ApiNo,
    InfiniteData<TablePage<Row>>,
    readonly unknown[],
    string | null
  >({
    queryKey: [...apiKey(path, query), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      callApi<TablePage<Row>>({ path, query: { ...query, after: pageParam }, signal }),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    enabled: source !== undefined,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => answer.data?.pages.flatMap((page) => page.rows) ?? [], [answer.data]);
  return {
    rows,
    total: undefined,
    waiting: answer.isPending && source !== undefined,
    error: answer.error,
    retry: () => void answer.refetch(),
    hasMore: answer.hasNextPage,
    more: () => void answer.fetchNextPage(),
    fetchingMore: answer.isFetchingNextPage,
    readAll: async (onCount, signal) => {
      const all: Row[] = [];
      for (let after: string | null = null, first = true; first || after !== null; first = false) {
        if (signal.aborted) throw cancelledNo();
        const page: TablePage<Row> = await callApi({
          path,
          query: { ...query, after, limit: pageOfExport },
          signal,
        });
        all.push(...page.rows);
        onCount(all.length);
        if (all.length > mostExported) break;
        after = page.next;
      }
      return all;
    },
  };
}
