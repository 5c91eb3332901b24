/** The money for open-government work of each unit and year. */
import { Button } from 'antd';
import { useState } from 'react';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { fenOf, showFen } from '#kernel/money.ts';
import { type BudgetNote, noteBudgetSchema } from '../../contract/safeguards.ts';
import { fenOfYuanText, yuanTextOfFen } from '../../rules/yuan.ts';

const columns: readonly DataColumn<BudgetNote>[] = [
  { key: 'unit', title: '单位', value: (row) => row.unitName, card: 'title' },
  {
    key: 'amount',
    title: '金额',
    width: 160,
    align: 'right',
    sortable: true,
    value: (row) => row.amountFen / 100,
    render: (row) => showFen(fenOf(row.amountFen)),
  },
  { key: 'source', title: '资金来源', width: 200, value: (row) => row.source },
  { key: 'note', title: '说明', width: 220, value: (row) => row.note },
  {
    key: 'notedOn',
    title: '登记日期',
    width: 136,
    value: (row) => row.notedOn,
    render: (row) => dayTextInWords(row.notedOn),
  },
  { key: 'by', title: '登记人', width: 100, value: (row) => row.notedByName, hidden: true },
];

export function BudgetView({ year }: { readonly year: number }) {
  const [unit] = useActingUnit();
  const own = useApi<{ rows: BudgetNote[] }>(
    '/organisation/budget-notes',
    { year, unitId: unit?.id },
    { enabled: unit !== undefined },
  );
  const may = useMay();
  const [noting, setNoting] = useState(false);
  const source: PagesSource = {
    kind: 'pages',
    path: '/organisation/budget-notes',
    searchable: true,
    query: ({ text, sort }) => ({
      year,
      text,
      sort: sort?.key,
      descending: sort?.descending === true ? 'true' : undefined,
    }),
  };
  return (
    <>
      {may('organisation.keepSafeguards') ? (
        <p className="detail-actions">
          <Button onClick={() => setNoting(true)}>登记{year}年经费</Button>
        </p>
      ) : null}
      <DataTable<BudgetNote>
        title="经费"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        empty={{ title: `这里会列出各单位${year}年的政务公开经费`, hint: '由各单位登记金额和资金来源。' }}
      />
      {noting ? (
        <SidePanel title={`${year}年经费保障`} width="wide" onClose={() => setNoting(false)}>
          <NoteForm key={year} year={year} own={own.data?.rows[0]} onDone={() => setNoting(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}

function NoteForm(props: {
  readonly year: number;
  /** What the officer's own unit has noted before. */
  readonly own: BudgetNote | undefined;
  readonly onDone: () => void;
}) {
  const { year, own, onDone } = props;
  const say = useSay();
  const may = useMay();
  const [unit] = useActingUnit();
  const note = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/organisation/budget-notes', body }),
    changes: ['/organisation'],
  });
  const initial: { unitId: string | null; amount: string; source: string; note: string } = {
    unitId: unit?.id ?? null,
    amount: own === undefined ? '' : yuanTextOfFen(own.amountFen),
    source: own?.source ?? '部门预算',
    note: own?.note ?? '',
  };
  const form = useContractForm({
    contract: noteBudgetSchema,
    initial,
    toInput: ({ amount, ...values }) => ({ ...values, year, amountFen: fenOfYuanText(amount) }),
    submit: async (value) => {
      await note.mutateAsync(value);
      say.done(`已登记${showFen(fenOf(value.amountFen))}`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记" actions={<Button onClick={onDone}>先不登记</Button>}>
      <FormField form={form} name="unitId" label="单位">
        {(control) => (
          <UnitPicker {...control} filter={(one) => may('organisation.keepSafeguards', one.id)} />
        )}
      </FormField>
      <FormField form={form} name="amount" at="amountFen" label="金额" hint="可以写 50000 或 5万元。">
        {(control) => <TextInput {...control} maxLength={30} />}
      </FormField>
      <FormField form={form} name="source" label="资金来源">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="note" label="说明" optional>
        {(control) => <TextArea {...control} rows={2} maxLength={1000} />}
      </FormField>
    </FormFrame>
  );
}
