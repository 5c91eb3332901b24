/** The state of a table, kept in the address of the screen. */
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readTableState, type TableState, writeTableState } from './table-state.ts';

export type ChangeTable = (change: Partial<TableState>) => void;

/** The state and how to change it. Setting filters replaces the entry in the history; opening a row adds one. */
export function useTableState(): readonly [TableState, ChangeTable] {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readTableState(search), [search]);
  const change = useCallback<ChangeTable>(
    (part) => {
      const opens = part.open !== undefined && readTableState(search).open === undefined;
      setSearch((current) => writeTableState({ ...readTableState(current), ...part }, current), {
        replace: !opens,
      });
    },
    [search, setSearch],
  );
  return [state, change];
}
