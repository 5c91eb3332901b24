/** What units have to mend after decisions, opinions and judgments; a new item opens beside the list. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { openRectificationSchema, type RectificationRow } from '../../contract/rectifications.ts';
import { type RectificationSource, rectificationSources } from '../../rules/disputes/rectification.ts';
import { rectificationSourceTitles } from '../../words/rectifications.ts';
import { markOfRectification } from './dispute-marks.ts';

const help = (
  <>
    <p>复议决定书、意见书、建议书和裁判的要求，逐项列为整改事项，写明单位和期限，凭材料验收。</p>
    <p>复议意见书的期限是收到之日起六十日（行政复议法第七十六条），可以不填；其余按文书写明的期限填写。</p>
  </>
);

const columns: readonly DataColumn<RectificationRow>[] = [
  { key: 'title', title: '整改事项', value: (row) => row.title, card: 'title' },
  {
    key: 'source',
    title: '来源',
    width: 120,
    value: (row) => rectificationSourceTitles[row.source],
    filter: {
      kind: 'choice',
      single: true,
      options: rectificationSources.map((value) => ({ value, label: rectificationSourceTitles[value] })),
    },
  },
  { key: 'number', title: '文书编号', width: 170, value: (row) => row.documentNumber },
  { key: 'unit', title: '责任单位', width: 150, value: (row) => row.unitName },
  { key: 'due', title: '期限', width: 116, value: (row) => row.dueOn },
  {
    key: 'state',
    title: '情况',
    width: 116,
    value: (row) => markOfRectification(row).word,
    render: (row) => <StandingChip {...markOfRectification(row)} />,
    filter: {
      kind: 'choice',
      single: true,
      options: [
        { value: 'open', label: '没有了结' },
        { value: 'overdue', label: '逾期未报' },
        { value: 'closed', label: '已经了结' },
      ],
    },
  },
];

const source: PagesSource = {
  kind: 'pages',
  path: '/requests/rectifications',
  searchable: true,
  query: ({ text, filters }) => ({ text, state: filters.state?.[0], source: filters.source?.[0] }),
};

interface RectificationFields {
  unitId: string | null;
  disputeId: string | null;
  source: RectificationSource;
  title: string;
  demands: string;
  documentNumber: string;
  receivedOn: string;
  dueOn: string;
}

function OpenRectificationForm(props: {
  readonly disputeId: string | null;
  readonly unitId: string | null;
  readonly onDone: (id: string) => void;
}) {
  const say = useSay();
  const may = useMay();
  const today = useToday();
  const open = useCommand<object, { id: string }>({
    call: (body) => ({ method: 'POST', path: '/requests/rectifications', body }),
    changes: ['/requests', '/todos'],
  });
  const initial: RectificationFields = {
    unitId: props.unitId,
    disputeId: props.disputeId,
    source: 'reviewDecision',
    title: '',
    demands: '',
    documentNumber: '',
    receivedOn: today,
    dueOn: '',
  };
  const form = useContractForm({
    contract: openRectificationSchema,
    initial,
    toInput: (values) => ({ ...values, dueOn: values.dueOn === '' ? null : values.dueOn }),
    submit: async (value) => {
      const { id } = await open.mutateAsync(value);
      say.done('已列为整改事项，责任单位已经收到通知');
      props.onDone(id);
    },
  });
  return (
    <FormFrame form={form} verb="下达">
      <FormField form={form} name="source" label="来源">
        {(control) => (
          <Select<RectificationSource>
            {...control}
            options={rectificationSources.map((value) => ({
              value,
              label: rectificationSourceTitles[value],
            }))}
          />
        )}
      </FormField>
      <FormField form={form} name="unitId" label="责任单位">
        {(control) => <UnitPicker {...control} filter={(one) => may('requests.keepDisputes', one.id)} />}
      </FormField>
      <FormField form={form} name="title" label="整改事项">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="demands" label="要求">
        {(control) => <TextArea {...control} rows={4} maxLength={4000} />}
      </FormField>
      <FormField form={form} name="documentNumber" label="文书编号" optional>
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
      <FormField form={form} name="receivedOn" label="收到文书的日期">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField
        form={form}
        name="dueOn"
        label="整改期限"
        optional={form.values.source === 'reviewOpinion'}
        hint={form.values.source === 'reviewOpinion' ? '不填按六十日计算。' : undefined}
      >
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}

export function RectificationsScreen() {
  const navigate = useNavigate();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const opening = params.get('new');
  return (
    <>
      <PageHeader
        title="整改事项"
        summary="复议、诉讼和抽检要求改正的事，有单位、有期限、凭材料验收。"
        help={help}
        actions={
          may('requests.keepDisputes') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setParams({ new: 'item' })}>
              下达整改事项
            </Button>
          ) : undefined
        }
      />
      <DataTable
        title="整改事项"
        screen="requests.rectifications"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        onOpen={(row) => void navigate(`/requests/rectifications/${row.id}`)}
        empty={{
          title: '这里会列出整改事项',
          hint: '收到复议决定书、意见书、建议书或者败诉裁判后，逐项下达。',
        }}
      />
      {opening === null ? null : (
        <SidePanel title="下达整改事项" width="wide" onClose={() => setParams({})}>
          <OpenRectificationForm
            disputeId={opening === 'item' ? null : opening}
            unitId={params.get('unit')}
            onDone={(id) => void navigate(`/requests/rectifications/${id}`)}
          />
        </SidePanel>
      )}
    </>
  );
}
