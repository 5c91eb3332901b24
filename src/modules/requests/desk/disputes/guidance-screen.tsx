/** The case library: searched by words, read by every officer; written and published by those who keep it. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '#desk/components/confirm/reason-dialog.tsx';
import { EmptyState } from '#desk/components/empty-state/empty-state.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { noOf } from '#desk/data/answer.ts';
import { useMay } from '#desk/data/me.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { type GuidanceRow, writeGuidanceSchema } from '../../contract/rectifications.ts';
import { dispositionLeaves } from '../../rules/dispositions/leaves.ts';
import { type DisputeOutcome, disputeOutcomes } from '../../rules/disputes/shapes.ts';
import { disputeOutcomeTitles } from '../../words/disputes.ts';
import { guidanceStatusTitles } from '../../words/rectifications.ts';
import './disputes.css';

interface GuidanceFields {
  disputeId: string | null;
  title: string;
  ground: string | null;
  outcome: DisputeOutcome | null;
  facts: string;
  point: string;
  lesson: string;
}

const empty: GuidanceFields = {
  disputeId: null,
  title: '',
  ground: null,
  outcome: null,
  facts: '',
  point: '',
  lesson: '',
};

function GuidanceForm({
  row,
  onDone,
}: {
  readonly row: GuidanceRow | undefined;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const write = useCommand<object, unknown>({
    call: (body) =>
      row === undefined
        ? { method: 'POST', path: '/requests/guidance-cases', body }
        : { method: 'PUT', path: `/requests/guidance-cases/${row.id}`, body },
    changes: ['/requests/guidance-cases'],
  });
  const initial: GuidanceFields =
    row === undefined
      ? empty
      : {
          disputeId: null,
          title: row.title,
          ground: row.ground,
          outcome: row.outcome,
          facts: row.facts,
          point: row.point,
          lesson: row.lesson,
        };
  const form = useContractForm({
    contract: writeGuidanceSchema,
    initial,
    submit: async (value) => {
      await write.mutateAsync(value);
      say.done('已保存为草稿');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="保存草稿">
      <FormField form={form} name="title" label="标题">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="ground" label="原答复的依据" optional>
        {({ onChange, ...control }) => (
          <Select<string | null>
            {...control}
            allowClear
            onChange={(next) => onChange(next ?? null)}
            options={dispositionLeaves.map(({ id, title }) => ({ value: id, label: title }))}
          />
        )}
      </FormField>
      <FormField form={form} name="outcome" label="结果" optional>
        {({ onChange, ...control }) => (
          <Select<DisputeOutcome | null>
            {...control}
            allowClear
            onChange={(next) => onChange(next ?? null)}
            options={disputeOutcomes.map((value) => ({ value, label: disputeOutcomeTitles[value] }))}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="facts"
        label="案情"
        optional
        hint="用“申请人甲”“某公司”，不写姓名、住址、证件号码。"
      >
        {(control) => <TextArea {...control} rows={6} maxLength={8000} />}
      </FormField>
      <FormField form={form} name="point" label="要旨">
        {(control) => <TextArea {...control} rows={3} maxLength={4000} />}
      </FormField>
      <FormField form={form} name="lesson" label="以后怎么办" optional>
        {(control) => <TextArea {...control} rows={3} maxLength={4000} />}
      </FormField>
    </FormFrame>
  );
}

function GuidanceArticle({ row, onEdit }: { readonly row: GuidanceRow; readonly onEdit: () => void }) {
  const say = useSay();
  const [withdrawing, setWithdrawing] = useState(false);
  const publish = useCommand<undefined>({
    call: () => ({ method: 'POST', path: `/requests/guidance-cases/${row.id}/publish` }),
    changes: ['/requests/guidance-cases'],
    onDone: () => say.done('已发布，全体工作人员都能查到'),
  });
  const withdraw = useCommand<string>({
    call: (reason) => ({
      method: 'POST',
      path: `/requests/guidance-cases/${row.id}/withdraw`,
      body: { reason },
    }),
    changes: ['/requests/guidance-cases'],
  });
  return (
    <article className="guidance-case">
      <h2>{row.title}</h2>
      <p className="quiet">
        {[
          row.groundTitle,
          row.outcome === null ? null : disputeOutcomeTitles[row.outcome],
          row.status === 'published' ? null : guidanceStatusTitles[row.status],
        ]
          .filter((word) => word !== null)
          .join('　')}
      </p>
      <p>
        <strong>要旨</strong>　{row.point}
      </p>
      {row.facts === '' ? null : (
        <details>
          <summary>案情</summary>
          <p>{row.facts}</p>
        </details>
      )}
      {row.lesson === '' ? null : (
        <p>
          <strong>以后怎么办</strong>　{row.lesson}
        </p>
      )}
      {publish.error === null ? null : <RefusalNotice error={noOf(publish.error)} />}
      {row.mayKeep && row.status !== 'withdrawn' ? (
        <p className="detail-actions">
          {row.status === 'draft' ? (
            <>
              <Button type="primary" loading={publish.isPending} onClick={() => publish.mutate(undefined)}>
                发布
              </Button>
              <Button onClick={onEdit}>修改</Button>
            </>
          ) : (
            <StandingChip standing="met" word={guidanceStatusTitles.published} />
          )}
          <Button onClick={() => setWithdrawing(true)}>撤下</Button>
        </p>
      ) : null}
      {withdrawing ? (
        <ReasonDialog
          verb="撤下"
          name={row.title}
          consequence="撤下后别人查不到，记录保留。"
          onClose={() => setWithdrawing(false)}
          onReason={(reason) => withdraw.mutateAsync(reason)}
        />
      ) : null}
    </article>
  );
}

export function GuidanceScreen() {
  const may = useMay();
  const [text, setText] = useState('');
  const [outcome, setOutcome] = useState<DisputeOutcome>();
  const [editing, setEditing] = useState<GuidanceRow | 'new'>();
  const answer = useApi<{ rows: GuidanceRow[]; next: string | null }>(
    '/requests/guidance-cases',
    { limit: 100, ...(text === '' ? {} : { text }), ...(outcome === undefined ? {} : { outcome }) },
    { keepsLast: true },
  );
  const rows = answer.data?.rows;
  return (
    <>
      <PageHeader
        title="指导案例"
        summary="复议、诉讼和抽检中的案例，隐去当事人，供办案时查。"
        help={
          <p>
            写好的案例先是草稿；发布前自动检查，写有个人信息或者当事人姓名的不能发布。发布后不再修改，要改的撤下另写。
          </p>
        }
        actions={
          may('requests.keepGuidance') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
              写案例
            </Button>
          ) : undefined
        }
      />
      <div className="rate-choices">
        <Input.Search
          aria-label="搜索案例"
          placeholder="标题、案情、要旨里的词"
          allowClear
          onSearch={(value) => setText(value.trim())}
          style={{ maxWidth: 360 }}
        />
        <Select<DisputeOutcome>
          aria-label="结果"
          allowClear
          placeholder="全部结果"
          style={{ minWidth: 120 }}
          onChange={(next: DisputeOutcome | undefined) => setOutcome(next)}
          options={disputeOutcomes.map((value) => ({ value, label: disputeOutcomeTitles[value] }))}
        />
      </div>
      {answer.error === null ? null : (
        <RefusalNotice error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {rows === undefined && answer.error === null ? <Loading what="指导案例" lines={6} /> : null}
      {rows?.length === 0 ? (
        <EmptyState title="没有这样的案例" hint="复议、诉讼审结后，把有指导意义的写成案例发布在这里。" />
      ) : null}
      {(rows ?? []).map((row) => (
        <GuidanceArticle key={row.id} row={row} onEdit={() => setEditing(row)} />
      ))}
      {editing === undefined ? null : (
        <SidePanel
          title={editing === 'new' ? '写案例' : '修改案例'}
          width="wide"
          onClose={() => setEditing(undefined)}
        >
          <GuidanceForm
            key={editing === 'new' ? 'new' : editing.id}
            row={editing === 'new' ? undefined : editing}
            onDone={() => setEditing(undefined)}
          />
        </SidePanel>
      )}
    </>
  );
}
