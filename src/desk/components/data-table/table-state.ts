/**
 * What an officer has set on a table, as it stands in the address: text, filters, sort, columns, open row. Reading and
 * writing only; a link with it shows another officer the same rows.
 */

export interface TableSort {
  readonly key: string;
  readonly descending: boolean;
}

export interface TableState {
  readonly text: string;
  readonly sort: TableSort | undefined;
  /** Column key → chosen values; a column without a filter is absent. */
  readonly filters: Readonly<Record<string, readonly string[]>>;
  /** Columns shown, in the table's order; undefined: those not hidden by themselves. */
  readonly columns: readonly string[] | undefined;
  /** Key of the row whose panel is open. */
  readonly open: string | undefined;
}

export const emptyTableState: TableState = {
  text: '',
  sort: undefined,
  filters: {},
  columns: undefined,
  open: undefined,
};

const filterPrefix = 'f.';

/** Reads the state from an address; what other parts of the screen keep there is left alone. */
export function readTableState(search: URLSearchParams): TableState {
  const filters: Record<string, readonly string[]> = {};
  for (const name of new Set(search.keys())) {
    if (!name.startsWith(filterPrefix)) continue;
    const values = search.getAll(name).filter((value) => value !== '');
    if (values.length > 0) filters[name.slice(filterPrefix.length)] = values;
  }
  const sort = search.get('sort') ?? '';
  const columns = search.get('cols');
  return {
    text: search.get('q') ?? '',
    sort: sort === '' ? undefined : { key: sort.replace(/^-/, ''), descending: sort.startsWith('-') },
    filters,
    columns: columns === null || columns === '' ? undefined : columns.split('~'),
    open: search.get('open') ?? undefined,
  };
}

/** Writes the state over an address and keeps everything else in it. */
export function writeTableState(state: TableState, search: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams();
  for (const [name, value] of search) if (!isTableParameter(name)) next.append(name, value);
  if (state.text !== '') next.set('q', state.text);
  for (const key of Object.keys(state.filters).sort()) {
    for (const value of state.filters[key] ?? []) next.append(filterPrefix + key, value);
  }
  if (state.sort !== undefined) next.set('sort', `${state.sort.descending ? '-' : ''}${state.sort.key}`);
  if (state.columns !== undefined) next.set('cols', state.columns.join('~'));
  if (state.open !== undefined) next.set('open', state.open);
  return next;
}

function isTableParameter(name: string): boolean {
  return name.startsWith(filterPrefix) || ['q', 'sort', 'cols', 'open'].includes(name);
}

/** The state as a saved view keeps it: without the row that happens to be open. */
export function viewOfTableState(state: TableState): string {
  return writeTableState({ ...state, open: undefined }, new URLSearchParams()).toString();
}

/** With a filter set, or taken away by no values. */
export function withTableFilter(state: TableState, key: string, values: readonly string[]): TableState {
  const { [key]: _former, ...others } = state.filters;
  return { ...state, filters: values.length === 0 ? others : { ...others, [key]: values } };
}

/** Whether rows are held back by text or filters. */
export function isTableNarrowed(state: TableState): boolean {
  return state.text !== '' || Object.keys(state.filters).length > 0;
}

/** The two ends of a range of days; either may be missing. */
export function readDayRange(value: string | undefined): { readonly from: string; readonly through: string } {
  const [from = '', through = ''] = (value ?? '').split('..');
  return { from, through };
}
