/** Rows at hand are searched, filtered and sorted as an officer expects. */
import { describe, expect, it } from 'vitest';
import { arrangeRows } from './arrange-rows.ts';
import type { DataColumn } from './columns.ts';
import { emptyTableState, type TableState } from './table-state.ts';

interface Duty {
  readonly no: number;
  readonly title: string;
  readonly units: readonly string[];
  readonly due: string | null;
}

const duties: readonly Duty[] = [
  { no: 2, title: '公开规划', units: ['u1'], due: '2026-06-30' },
  { no: 10, title: '解读政策', units: ['u1', 'u2'], due: null },
  { no: 1, title: '优化平台', units: ['u3'], due: '2026-03-31' },
];
const columns: readonly DataColumn<Duty>[] = [
  { key: 'no', title: '序号', value: (duty) => duty.no },
  { key: 'title', title: '任务', value: (duty) => duty.title },
  {
    key: 'units',
    title: '单位',
    value: (duty) => duty.units.join('、'),
    filterValues: (duty) => duty.units,
    filter: { kind: 'choice', options: [] },
  },
  { key: 'due', title: '时限', value: (duty) => duty.due, filter: { kind: 'days' } },
];

const found = (change: Partial<TableState>) =>
  arrangeRows(duties, columns, { ...emptyTableState, ...change }).map((duty) => duty.no);

describe('rows at hand', () => {
  it('keep their order until sorted', () => expect(found({})).toEqual([2, 10, 1]));

  it('are found by every word, in any column', () => {
    expect(found({ text: '公开 规划' })).toEqual([2]);
    expect(found({ text: '公开 平台' })).toEqual([]);
  });

  it('pass a choice when one of their values was chosen', () => {
    expect(found({ filters: { units: ['u2', 'u3'] } })).toEqual([10, 1]);
  });

  it('pass a range of days with both ends included, and never without a day', () => {
    expect(found({ filters: { due: ['2026-03-31..2026-06-29'] } })).toEqual([1]);
    expect(found({ filters: { due: ['2026-04-01..'] } })).toEqual([2]);
  });

  it('sort numbers as numbers and put empty cells last both ways', () => {
    expect(found({ sort: { key: 'no', descending: false } })).toEqual([1, 2, 10]);
    expect(found({ sort: { key: 'due', descending: false } })).toEqual([1, 2, 10]);
    expect(found({ sort: { key: 'due', descending: true } })).toEqual([2, 1, 10]);
  });
});
