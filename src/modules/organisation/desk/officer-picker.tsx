/** Chooses one officer, of one unit or of the whole county, by name. */
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useApi } from '#desk/data/use-api.ts';
import type { OfficerRow } from '../contract/register.ts';

interface OfficerPickerProps {
  readonly id?: string;
  /** Officers of this unit only; the whole county when left out. */
  readonly unitId?: string | null;
  /** Who may not be chosen: those who play another part. */
  readonly except?: readonly (string | null)[];
  readonly value: string | null;
  readonly onChange: (officerId: string | null) => void;
  readonly status?: 'error' | '';
  readonly placeholder?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-label'?: string;
}

export function OfficerPicker({ unitId, except = [], value, onChange, ...rest }: OfficerPickerProps) {
  const [text, setText] = useState('');
  const { data, isPending } = useApi<{ rows: OfficerRow[] }>(
    '/organisation/officers',
    { active: true, limit: 100, ...(unitId == null ? {} : { unitId }), ...(text === '' ? {} : { text }) },
    { keepsLast: true },
  );
  const rows = data?.rows;
  const options = useMemo(
    () =>
      (rows ?? [])
        .filter((officer) => !except.includes(officer.id))
        .map((officer) => ({
          value: officer.id,
          label: [officer.name, unitId == null ? officer.unitName : officer.position]
            .filter((part) => part !== '')
            .join('，'),
        })),
    [rows, except, unitId],
  );
  return (
    <Select<string>
      {...rest}
      className="unit-picker"
      allowClear
      showSearch={{ filterOption: false, onSearch: setText, searchValue: text }}
      loading={isPending}
      options={options}
      placeholder={rest.placeholder ?? '输入姓名'}
      notFoundContent={isPending ? '正在取回人员' : '没有找到；新到的人员先由系统管理员登记'}
      value={value}
      onChange={(next: string | undefined) => {
        setText('');
        onChange(next ?? null);
      }}
    />
  );
}
