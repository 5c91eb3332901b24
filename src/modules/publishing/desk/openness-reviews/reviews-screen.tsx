/** 公开属性复核: the rounds with their progress; the office opens a new one. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { type OpenReviewInput, openReviewSchema, type ReviewRow } from '../../contract/openness-reviews.ts';
import '../publishing.css';

const settled = ({ counts }: ReviewRow) => (counts.kept ?? 0) + (counts.converted ?? 0);

const columns: readonly DataColumn<ReviewRow>[] = [
  { key: 'title', title: '名称', value: (row) => row.title },
  {
    key: 'due',
    title: '完成日期',
    value: (row) => row.dueOn,
    render: (row) => dayTextInWords(row.dueOn),
    width: 140,
  },
  { key: 'items', title: '信息数', value: (row) => row.items, align: 'right', width: 90 },
  { key: 'settled', title: '已复核', value: settled, align: 'right', width: 90 },
  {
    key: 'converted',
    title: '其中变更',
    value: (row) => row.counts.converted ?? 0,
    align: 'right',
    width: 100,
  },
  {
    key: 'overdue',
    title: '逾期',
    value: (row) => row.counts.overdue ?? 0,
    render: (row) =>
      (row.counts.overdue ?? 0) === 0 ? 0 : <span className="matrix-gap">▲ {row.counts.overdue}</span>,
    align: 'right',
    width: 80,
  },
  { key: 'state', title: '状态', value: (row) => (row.closedOn === null ? '进行中' : '已结束'), width: 100 },
  { key: 'opened', title: '开始', value: (row) => row.openedOn, width: 120, hidden: true },
];

export function OpennessReviewsScreen() {
  const go = useNavigate();
  const may = useMay();
  const [isOpening, setOpening] = useState(false);
  return (
    <>
      <PageHeader
        title="公开属性复核"
        summary="不予公开和依申请公开的信息，定期逐条评估，条件具备的转为主动公开。"
        help={
          <>
            <p>开始复核时，把当时不予公开、依申请公开的信息列成清单，交各单位逐条提出维持或变更的结论。</p>
            <p>结论由另一人确认后生效；变更为主动公开的，先做发布前检测。</p>
          </>
        }
        actions={
          may('publishing.openReview') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
              开始复核
            </Button>
          ) : null
        }
      />
      <DataTable
        title="复核"
        columns={columns}
        source={{ kind: 'pages', path: '/openness-reviews', query: () => ({}) }}
        keyOf={(row) => row.id}
        onOpen={(row) => void go(`/publishing/openness-reviews/${row.id}`)}
        empty={{ title: '还没有开展过复核', hint: '由主管部门每年至少开展一次。' }}
      />
      {isOpening ? (
        <SidePanel title="开始复核" onClose={() => setOpening(false)} width="wide">
          <OpenReviewForm onDone={(id) => void go(`/publishing/openness-reviews/${id}`)} />
        </SidePanel>
      ) : null}
    </>
  );
}

interface OpenValues {
  title: string;
  dueOn: string;
  unitIds: string[];
}

function OpenReviewForm({ onDone }: { readonly onDone: (reviewId: string) => void }) {
  const say = useSay();
  const send = useCommand<OpenReviewInput, { readonly reviewId: string; readonly items: number }>({
    call: (body) => ({ method: 'POST', path: '/openness-reviews', body }),
    changes: ['/openness-reviews', '/todos'],
  });
  const form = useContractForm<typeof openReviewSchema, OpenValues>({
    contract: openReviewSchema,
    initial: { title: '', dueOn: '', unitIds: [] },
    submit: async (input) => {
      const { reviewId, items } = await send.mutateAsync(input);
      say.done(`已开始，共${items}条信息，已通知各单位`);
      onDone(reviewId);
    },
  });
  return (
    <FormFrame form={form} verb="开始复核">
      <FormField form={form} name="title" label="名称" hint="例：2026年公开属性复核">
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
      <FormField form={form} name="dueOn" label="完成日期">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="unitIds" label="单位" optional hint="不选为全部单位。">
        {({ onChange, ...control }) => <UnitsPicker {...control} onChange={(unitIds) => onChange(unitIds)} />}
      </FormField>
    </FormFrame>
  );
}
