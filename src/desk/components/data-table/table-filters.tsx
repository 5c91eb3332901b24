/** The line over a table: search box, one control per filter, and a way to clear them all. */
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { DayInput } from '../form-pattern/day-input.tsx';
import type { DataColumn } from './columns.ts';
import { isTableNarrowed, readDayRange, type TableState, withTableFilter } from './table-state.ts';
import type { ChangeTable } from './use-table-state.ts';

export interface TableFiltersProps<Row> {
  readonly title: string;
  readonly columns: readonly DataColumn<Row>[];
  readonly state: TableState;
  readonly change: ChangeTable;
  readonly searchable: boolean;
  /** On a phone the filters fold behind a button. */
  readonly narrow: boolean;
}

export function TableFilters<Row>(props: TableFiltersProps<Row>) {
  const { title, columns, state, change, searchable, narrow } = props;
  const [unfolded, setUnfolded] = useState(false);
  const filterable = columns.filter((column) => column.filter !== undefined);
  const inForce = Object.keys(state.filters).length;
  const folded = narrow && !unfolded;
  return (
    <search className="table-filters" aria-label={`筛选${title}`}>
      {searchable ? <SearchBox title={title} text={state.text} onText={(text) => change({ text })} /> : null}
      {narrow && filterable.length > 0 ? (
        <Button aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
          {inForce === 0 ? '筛选' : `筛选（${inForce}）`}
        </Button>
      ) : null}
      {(folded ? [] : filterable).map((column) => (
        <FilterControl
          key={column.key}
          column={column}
          chosen={state.filters[column.key] ?? []}
          onChoose={(values) => change({ filters: withTableFilter(state, column.key, values).filters })}
        />
      ))}
      {isTableNarrowed(state) ? (
        <Button type="link" onClick={() => change({ text: '', filters: {} })}>
          清除筛选
        </Button>
      ) : null}
    </search>
  );
}

const pauseMs = 300;

function SearchBox(props: {
  readonly title: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  const { title, text, onText } = props;
  const [typed, setTyped] = useState(text);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    if (typed === text) return;
    const waiting = setTimeout(() => onText(typed), pauseMs);
    return () => clearTimeout(waiting);
  }, [typed, text, onText]);
  return (
    <Input
      className="table-search"
      allowClear
      prefix={<SearchOutlined />}
      placeholder={`查找${title}`}
      aria-label={`查找${title}`}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={() => onText(typed)}
    />
  );
}

function FilterControl<Row>(props: {
  readonly column: DataColumn<Row>;
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}) {
  const { column, chosen, onChoose } = props;
  const { filter } = column;
  if (filter === undefined) return null;
  if (filter.kind === 'days') return <DaysFilter title={column.title} chosen={chosen} onChoose={onChoose} />;
  const shared = {
    className: 'table-filter',
    options: [...filter.options],
    allowClear: true,
    placeholder: column.title,
    'aria-label': `按${column.title}筛选`,
    showSearch: filter.options.length > 8 ? { optionFilterProp: 'label' } : false,
    popupMatchSelectWidth: false,
  };
  if (filter.single === true) {
    return (
      <Select<string>
        {...shared}
        value={chosen[0] ?? null}
        onChange={(value: string | undefined) => onChoose(value === undefined ? [] : [value])}
      />
    );
  }
  return (
    <Select<string[]>
      {...shared}
      mode="multiple"
      maxTagCount="responsive"
      value={[...chosen]}
      onChange={(values) => onChoose(values)}
    />
  );
}

function DaysFilter(props: {
  readonly title: string;
  readonly chosen: readonly string[];
  readonly onChoose: (values: readonly string[]) => void;
}) {
  const { title, chosen, onChoose } = props;
  const { from, through } = readDayRange(chosen[0]);
  const choose = (next: { from: string; through: string }) =>
    onChoose(next.from === '' && next.through === '' ? [] : [`${next.from}..${next.through}`]);
  return (
    <span className="table-days">
      <span>{title}</span>
      <DayInput aria-label={`${title}起`} value={from} onChange={(day) => choose({ from: day, through })} />
      <span>至</span>
      <DayInput
        aria-label={`${title}止`}
        value={through}
        onChange={(day) => choose({ from, through: day })}
      />
    </span>
  );
}
