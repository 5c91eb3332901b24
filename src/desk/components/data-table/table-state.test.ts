/** The address of a table holds what an officer set on it, and nothing is lost on the way. */
import { describe, expect, it } from 'vitest';
import {
  emptyTableState,
  isTableNarrowed,
  readDayRange,
  readTableState,
  type TableState,
  viewOfTableState,
  withTableFilter,
  writeTableState,
} from './table-state.ts';

const state: TableState = {
  text: '一网 通办&',
  sort: { key: 'due', descending: true },
  filters: { standing: ['failing', 'met'], unit: ['a,b'] },
  columns: ['title', 'due'],
  open: 'row-7',
};

describe('a table in the address', () => {
  it('comes back as it was set', () => {
    const address = writeTableState(state, new URLSearchParams()).toString();
    expect(readTableState(new URLSearchParams(address))).toEqual(state);
  });

  it('leaves the other parts of the address alone and clears its own', () => {
    const before = new URLSearchParams('year=2026&q=alt&f.unit=x&open=1');
    expect(writeTableState(emptyTableState, before).toString()).toBe('year=2026');
  });

  it('reads nothing from an empty address', () => {
    expect(readTableState(new URLSearchParams(''))).toEqual(emptyTableState);
    expect(readTableState(new URLSearchParams('sort=&cols=&f.unit='))).toEqual(emptyTableState);
  });

  it('is saved as a view without the open row', () => {
    expect(readTableState(new URLSearchParams(viewOfTableState(state))).open).toBeUndefined();
  });
});

describe('filters', () => {
  it('disappear with their last value', () => {
    const one = withTableFilter(emptyTableState, 'unit', ['a']);
    expect(isTableNarrowed(one)).toBe(true);
    expect(withTableFilter(one, 'unit', [])).toEqual(emptyTableState);
  });

  it('read a range of days with an open end', () => {
    expect(readDayRange('2026-01-01..')).toEqual({ from: '2026-01-01', through: '' });
    expect(readDayRange('..2026-03-31')).toEqual({ from: '', through: '2026-03-31' });
    expect(readDayRange(undefined)).toEqual({ from: '', through: '' });
  });
});
