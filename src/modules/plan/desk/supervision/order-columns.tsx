/** Columns of every list of supervision orders. */
import { Link } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DateWithDerivation } from '#desk/components/date-with-derivation/date-with-derivation.tsx';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { OrderRow } from '../../contract/supervision.ts';
import { orderStatuses, supervisionLevels } from '../../rules/supervision/shapes.ts';
import { orderStatusTitles, supervisionLevelTitles } from '../../words/supervision.ts';
import { derivationOfClock, OrderTimingChip, orderTimingWords } from './timing-chip.tsx';

export interface UnitOption {
  readonly value: string;
  readonly label: string;
}

/** The columns; `units` fills the filter of units, where several units are seen. */
export function orderColumns(units: readonly UnitOption[]): readonly DataColumn<OrderRow>[] {
  return [
    {
      key: 'subject',
      title: '督办事项',
      value: (row) => row.subject,
      render: (row) => <Link to={`/plan/orders/${row.id}`}>{row.subject}</Link>,
      card: 'title',
    },
    { key: 'number', title: '编号', width: 140, value: (row) => row.number },
    {
      key: 'unitId',
      title: '单位',
      width: 120,
      value: (row) => row.unitName,
      ...(units.length < 2 ? {} : { filter: { kind: 'choice', single: true, options: units } as const }),
    },
    {
      key: 'level',
      title: '等级',
      width: 70,
      value: (row) => supervisionLevelTitles[row.level],
      filter: {
        kind: 'choice',
        single: true,
        options: supervisionLevels.map((value) => ({ value, label: supervisionLevelTitles[value] })),
      },
    },
    {
      key: 'status',
      title: '状态',
      width: 90,
      value: (row) => orderStatusTitles[row.status],
      filter: {
        kind: 'choice',
        single: true,
        options: orderStatuses.map((value) => ({ value, label: orderStatusTitles[value] })),
      },
    },
    {
      key: 'due',
      title: '反馈期限',
      width: 140,
      value: (row) => row.clock.due,
      render: (row) => (
        <DateWithDerivation
          day={row.clock.due}
          derivation={derivationOfClock(row.clock)}
          otherwise="无法计算"
        />
      ),
    },
    {
      key: 'late',
      title: '期限情况',
      width: 150,
      value: orderTimingWords,
      render: (row) => <OrderTimingChip row={row} />,
      filter: {
        kind: 'choice',
        single: true,
        options: [
          { value: 'true', label: '逾期未反馈' },
          { value: 'false', label: '没有逾期' },
        ],
      },
    },
    {
      key: 'issuedOn',
      title: '发出',
      width: 140,
      value: (row) => dayTextInWords(row.issuedOn),
      hidden: true,
    },
    {
      key: 'taskCount',
      title: '关联任务',
      width: 90,
      align: 'right',
      value: (row) => row.taskCount,
      hidden: true,
    },
  ];
}
