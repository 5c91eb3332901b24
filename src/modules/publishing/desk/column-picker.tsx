/** Chooses the column an item belongs to, by its place in the tree. */
import { Select } from 'antd';
import { useMemo } from 'react';
import { useApi } from '#desk/data/use-api.ts';
import type { ColumnRow } from '../contract/columns.ts';

function titleWithin(column: ColumnRow, all: ReadonlyMap<string, ColumnRow>): string {
  const titles = [column.title];
  for (let above = all.get(column.parentId ?? ''); above !== undefined; above = all.get(above.parentId ?? ''))
    titles.unshift(above.title);
  return titles.join(' › ');
}

/** The open columns as choices, named with what they stand below. */
export function useColumnOptions() {
  const { data } = useApi<{ readonly rows: readonly ColumnRow[] }>('/columns');
  return useMemo(() => {
    const rows = data?.rows ?? [];
    const all = new Map(rows.map((row) => [row.id, row]));
    return rows
      .filter((row) => row.closedOn === null)
      .map((row) => ({ value: row.id, label: titleWithin(row, all) }))
      .sort((left, right) => left.label.localeCompare(right.label, 'zh-CN'));
  }, [data]);
}

export function ColumnPicker(props: {
  readonly id: string;
  readonly value: string | null;
  readonly onChange: (columnId: string | null) => void;
  readonly status: 'error' | '';
  readonly 'aria-describedby': string;
}) {
  const { onChange, ...rest } = props;
  const options = useColumnOptions();
  return (
    <Select<string>
      {...rest}
      showSearch={{ optionFilterProp: 'label' }}
      loading={options.length === 0}
      placeholder="选择栏目"
      options={options}
      onChange={(chosen) => onChange(chosen)}
    />
  );
}
