/** Chooses one unit or several from the register: by name, alias or pinyin initials (`xfgj`). */

import { Select } from 'antd';
import { useMemo, useState } from 'react';
import type { z } from 'zod';
import type { unitTreeSchema } from '#modules/organisation/contract/register.ts';
import { useApi } from '../../data/use-api.ts';
import { matchPickableUnits, type PickableUnit } from './match-units.ts';

interface UnitChoiceProps {
  /** For a label outside: `<label htmlFor>`. */
  readonly id?: string;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** Only these may be chosen: units below a town, departments. */
  readonly filter?: (unit: PickableUnit) => boolean;
  readonly status?: 'error' | '';
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string;
}

export interface UnitPickerProps extends UnitChoiceProps {
  readonly value: string | null;
  readonly onChange: (unitId: string | null) => void;
}

export interface UnitsPickerProps extends UnitChoiceProps {
  readonly value: readonly string[];
  readonly onChange: (unitIds: string[]) => void;
}

const shownAtOnce = 60;

function useUnitChoices(filter: UnitChoiceProps['filter'], chosen: readonly string[]) {
  const [text, setText] = useState('');
  const { data, isPending } = useApi<z.infer<typeof unitTreeSchema>>('/organisation/unit-tree');
  const units = data?.units;
  const options = useMemo(() => {
    const all = units ?? [];
    const fitting = matchPickableUnits(filter === undefined ? all : all.filter(filter), text);
    const shown = fitting.slice(0, shownAtOnce);
    const kept = all.filter(({ id }) => chosen.includes(id) && !shown.some((unit) => unit.id === id));
    return [...shown, ...kept].map((unit) => ({ value: unit.id, label: unit.shortName, title: unit.name }));
  }, [units, filter, text, chosen]);
  const shared = {
    options,
    loading: isPending,
    showSearch: { filterOption: false, onSearch: setText, searchValue: text },
    notFoundContent: text === '' ? '正在取回单位名录' : `名录中没有“${text}”，可试简称或拼音首字母`,
  };
  return { shared, clearText: () => setText('') };
}

/** One unit. */
export function UnitPicker({ value, onChange, filter, ...rest }: UnitPickerProps) {
  const chosen = useMemo(() => (value === null ? [] : [value]), [value]);
  const { shared, clearText } = useUnitChoices(filter, chosen);
  return (
    <Select<string>
      {...rest}
      {...shared}
      className="unit-picker"
      placeholder={rest.placeholder ?? '输入单位名称、简称或拼音首字母'}
      allowClear
      value={value}
      onChange={(next: string | undefined) => {
        clearText();
        onChange(next ?? null);
      }}
    />
  );
}

/** Several units. */
export function UnitsPicker({ value, onChange, filter, ...rest }: UnitsPickerProps) {
  const { shared, clearText } = useUnitChoices(filter, value);
  return (
    <Select<string[]>
      {...rest}
      {...shared}
      className="unit-picker"
      mode="multiple"
      placeholder={rest.placeholder ?? '输入单位名称、简称或拼音首字母'}
      allowClear
      value={[...value]}
      onChange={(next) => {
        clearText();
        onChange(next);
      }}
    />
  );
}
