/** Every unit that reports: where its figures come from, what is missing, what is wrong. A row opens its tables. */
import { useMemo } from 'react';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { ReportUnitRow } from '../../contract/live-tables.ts';
import { reportTableTitles } from '../../words.ts';

const sourceWords = { registers: '平台登记', entered: '填报', none: '还没有' } as const;

function standingOf(row: ReportUnitRow) {
  if (row.errors > 0) return { standing: 'failing', word: `错误${row.errors}处` } as const;
  if (row.missing.length > 0) {
    const tables = row.missing.map((table) => reportTableTitles[table].slice(0, 2)).join('、');
    return { standing: 'cannotTell', word: `缺${tables}` } as const;
  }
  return { standing: 'met', word: '齐全' } as const;
}

const columns: readonly DataColumn<ReportUnitRow>[] = [
  { key: 'unit', title: '单位', value: (row) => row.unitName, card: 'title' },
  {
    key: 'state',
    title: '情况',
    width: 160,
    value: (row) => standingOf(row).word,
    render: (row) => <StandingChip {...standingOf(row)} />,
    filterValues: (row) => [standingOf(row).standing],
    filter: {
      kind: 'choice',
      options: [
        { value: 'met', label: '齐全' },
        { value: 'cannotTell', label: '有缺' },
        { value: 'failing', label: '有错误' },
      ],
    },
  },
  { key: 'source', title: '申请数据', width: 110, value: (row) => sourceWords[row.source] },
  { key: 'received', title: '新收', width: 84, align: 'right', value: (row) => row.received, sortable: true },
  { key: 'ended', title: '办结', width: 84, align: 'right', value: (row) => row.ended, sortable: true },
  {
    key: 'carriedOut',
    title: '结转',
    width: 84,
    align: 'right',
    value: (row) => row.carriedOut,
    sortable: true,
  },
  {
    key: 'disputes',
    title: '复议诉讼',
    width: 100,
    align: 'right',
    value: (row) => row.disputes,
    sortable: true,
  },
];

export function UnitsTable(props: { readonly year: number; readonly onOpen: (unitId: string) => void }) {
  const { year, onOpen } = props;
  const units = useApi<{ rows: ReportUnitRow[] }>(`/reports/years/${year}/units`);
  const source = useMemo(
    () => ({
      kind: 'rows' as const,
      rows: units.data?.rows,
      error: units.error,
      onRetry: () => void units.refetch(),
    }),
    [units],
  );
  return (
    <DataTable
      title={`${year}年各单位年报数据`}
      screen="reporting.units"
      columns={columns}
      source={source}
      keyOf={(row) => row.unitId}
      onOpen={(row) => onOpen(row.unitId)}
      empty={{ title: '这里会列出编制年报的单位', hint: '先在单位名录里登记单位。' }}
    />
  );
}
