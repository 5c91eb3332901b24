/** 文件清理: every round with its scope, its last days and how far it is. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
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
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { addDays, yearOf } from '#kernel/day.ts';
import { type CleanupRound, type OpenCleanupInput, openCleanupSchema } from '../../contract/cleanup.ts';
import { cleanupRoundMarks, cleanupRoundStateTitles } from '../../words/cleanup.ts';

const columns: readonly DataColumn<CleanupRound>[] = [
  { key: 'title', title: '名称', value: (row) => row.title, card: 'title' },
  {
    key: 'scope',
    title: '范围',
    width: 220,
    value: (row) =>
      `${row.formedBefore}前${row.onlyNormative ? '的行政规范性文件' : '的政策文件'}，${row.unitNames.length === 0 ? '全县' : row.unitNames.join('、')}`,
  },
  { key: 'documents', title: '件数', width: 72, align: 'right', value: (row) => row.counts.documents },
  {
    key: 'progress',
    title: '审核通过',
    width: 96,
    align: 'right',
    value: (row) => `${row.counts.confirmed}/${row.counts.documents}`,
  },
  { key: 'due', title: '意见期限', width: 112, value: (row) => row.dueOn },
  { key: 'overdue', title: '逾期', width: 72, align: 'right', value: (row) => row.counts.overdue },
  {
    key: 'state',
    title: '状态',
    width: 120,
    value: (row) => cleanupRoundStateTitles[row.state],
    render: (row) => (
      <StandingChip standing={cleanupRoundMarks[row.state]} word={cleanupRoundStateTitles[row.state]} />
    ),
  },
];

export function RoundsScreen() {
  const go = useNavigate();
  const may = useMay();
  const [opening, setOpening] = useState(false);
  return (
    <>
      <PageHeader
        title="文件清理"
        summary="逐件提出意见、审核、公布结果；结果一发布，各处的有效性同时更新。"
        help={
          <>
            <p>
              范围内每一件文件都由起草单位提出意见，由另一人审核。全部审核通过后起草清理结果，照常送审发布。
            </p>
            <p>清理结果发布的同时，废止和宣布失效的文件在文件库、检索和引用它的页面上一并改变。</p>
          </>
        }
        actions={
          may('policies.openCleanup') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpening(true)}>
              开始清理
            </Button>
          ) : null
        }
      />
      <DataTable
        title="文件清理"
        screen="policies.cleanups"
        columns={columns}
        source={{ kind: 'pages', path: '/policies/cleanups', query: () => ({}) }}
        keyOf={(row) => row.id}
        onOpen={(row) => void go(`/policies/cleanups/${row.id}`)}
        empty={{ title: '还没有清理过文件', hint: '由政务公开主管部门或者法制机构开始一次清理。' }}
      />
      {opening ? (
        <SidePanel title="开始清理" width="wide" onClose={() => setOpening(false)}>
          <OpenRoundForm onDone={(id) => void go(`/policies/cleanups/${id}`)} />
        </SidePanel>
      ) : null}
    </>
  );
}

/** Days usually given for the verdicts, and for the review after them. */
const usualDays = 30;
const reviewDays = 15;

function OpenRoundForm({ onDone }: { readonly onDone: (roundId: string) => void }) {
  const say = useSay();
  const today = useToday();
  const open = useCommand<OpenCleanupInput, { readonly roundId: string; readonly documents: number }>({
    call: (body) => ({ method: 'POST', path: '/policies/cleanups', body }),
    changes: ['/policies', '/todos'],
  });
  const form = useContractForm({
    contract: openCleanupSchema,
    initial: {
      title: `${yearOf(today)}年行政规范性文件清理`,
      formedBefore: `${yearOf(today)}-01-01`,
      unitIds: [] as readonly string[],
      onlyNormative: true,
      dueOn: `${addDays(today, usualDays)}`,
      reviewDueOn: `${addDays(today, usualDays + reviewDays)}`,
    },
    submit: async (input) => {
      const { roundId, documents } = await open.mutateAsync(input);
      say.done(`已列入${documents}件文件，并通知起草单位`);
      onDone(roundId);
    },
  });
  return (
    <FormFrame form={form} verb="开始清理">
      <FormField form={form} name="title" label="名称">
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="formedBefore" label="清理哪一天以前制定的文件" hint="不含当日。">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="unitIds" optional label="起草单位" hint="不选表示全县各单位。">
        {(control) => <UnitsPicker {...control} />}
      </FormField>
      <FormField form={form} name="onlyNormative" label="种类">
        {({ id, value, onChange }) => (
          <Checkbox id={id} checked={value} onChange={(event) => onChange(event.target.checked)}>
            只清理行政规范性文件
          </Checkbox>
        )}
      </FormField>
      <FormField form={form} name="dueOn" label="提出意见的期限">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="reviewDueOn" label="审核期限">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}
