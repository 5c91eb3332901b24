/** Issuing a supervision order: about tasks, chosen from those that are late, or about a matter of its own. */
import { Button, InputNumber, Radio } from 'antd';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { type IssuedOrders, issueOrdersSchema } from '../../contract/supervision.ts';
import type { PlanSummary } from '../../contract/tasks.ts';
import {
  type EscalationMode,
  escalationModes,
  type SupervisionLevel,
  supervisionLevels,
  usualEscalationDays,
  usualReplyDays,
} from '../../rules/supervision/shapes.ts';
import {
  escalationModeTitles,
  supervisionLevelMeanings,
  supervisionLevelTitles,
} from '../../words/supervision.ts';
import { usePlanMarks } from '../board/use-plan-marks.ts';
import { DuePreview } from './due-preview.tsx';
import { orderChanges } from './order-changes.ts';
import { type ChoosableTask, choosableTasks, ownersOf, TaskChoice, wordsForTasks } from './task-choice.tsx';
import './supervision.css';

const help = (
  <>
    <p>就任务发单：从右边逾期的任务里勾选，或者从任务页面进来；责任单位自动填好，可以增减。</p>
    <p>也可以不关联任务，直接写事由。一次发给几个单位的，共用一个编号，各自签收、反馈、办结。</p>
    <p>发出后不能改，写错了请撤回重发。</p>
  </>
);

interface IssueFields {
  unitIds: string[];
  taskIds: string[];
  subject: string;
  requirement: string;
  level: SupervisionLevel;
  replyDays: number;
  escalation: EscalationMode;
  escalationDays: number;
}

function Days(props: {
  readonly id: string;
  readonly value: number;
  readonly usual: number;
  readonly onChange: (days: number) => void;
}) {
  const { id, value, usual, onChange } = props;
  return (
    <InputNumber
      id={id}
      min={1}
      max={60}
      value={value}
      suffix="个工作日"
      onChange={(next) => onChange(next ?? usual)}
    />
  );
}

function IssueForm({
  planId,
  tasks,
  chosen,
}: {
  readonly planId: string | undefined;
  readonly tasks: readonly ChoosableTask[];
  readonly chosen: readonly string[];
}) {
  const navigate = useNavigate();
  const say = useSay();
  const issue = useCommand<object, IssuedOrders>({
    call: (body) => ({ method: 'POST', path: '/supervision-issues', body }),
    changes: orderChanges,
  });
  const initial = useMemo((): IssueFields => {
    const about = tasks.filter(({ id }) => chosen.includes(id));
    return {
      unitIds: ownersOf(about),
      taskIds: about.map(({ id }) => id),
      ...wordsForTasks(about),
      level: 'supervise',
      replyDays: usualReplyDays,
      escalation: 'byPerson',
      escalationDays: usualEscalationDays,
    };
  }, [tasks, chosen]);
  const form = useContractForm({
    contract: issueOrdersSchema,
    initial,
    draft: serverDraft<IssueFields>(
      'plan.issueOrders',
      chosen.length === 0 ? 'new' : chosen.join('-').slice(0, 60),
    ),
    submit: async (value) => {
      const { number, orderIds } = await issue.mutateAsync(value);
      say.done(`已发出${number}，${orderIds.length}个单位`);
      const [only] = orderIds;
      await navigate(orderIds.length === 1 ? `/plan/orders/${only}` : '/plan/orders');
    },
  });
  const { values } = form;

  const chooseTasks = (taskIds: string[]) => {
    const before = tasks.filter(({ id }) => values.taskIds.includes(id));
    const about = tasks.filter(({ id }) => taskIds.includes(id));
    const former = wordsForTasks(before);
    const next = wordsForTasks(about);
    // What somebody wrote stays; what was proposed for the former choice follows the new one.
    form.set({
      taskIds,
      unitIds: ownersOf(before).join() === values.unitIds.join() ? ownersOf(about) : values.unitIds,
      subject: values.subject === former.subject ? next.subject : values.subject,
      requirement: values.requirement === former.requirement ? next.requirement : values.requirement,
    });
  };

  return (
    <div className="issue-columns">
      <FormFrame form={form} verb="发出" actions={<Button onClick={() => void navigate(-1)}>先不发</Button>}>
        <FormField form={form} name="unitIds" label="主送单位">
          {(control) => <UnitsPicker {...control} />}
        </FormField>
        <FormField form={form} name="subject" label="督办事项" hint="一句话说明为什么督办。">
          {(control) => <TextInput {...control} maxLength={120} />}
        </FormField>
        <FormField form={form} name="requirement" label="办理要求" hint="要单位做什么、反馈什么。">
          {(control) => <TextArea {...control} rows={5} maxLength={4000} />}
        </FormField>
        <FormField form={form} name="level" label="等级">
          {({ id, value, onChange }) => (
            <Radio.Group
              id={id}
              className="issue-levels"
              value={value}
              onChange={(event) => onChange(event.target.value)}
              options={supervisionLevels.map((level) => ({
                value: level,
                label: `${supervisionLevelTitles[level]}：${supervisionLevelMeanings[level]}`,
              }))}
            />
          )}
        </FormField>
        <FormField form={form} name="replyDays" label="反馈期限">
          {({ id, value, onChange }) => (
            <span className="issue-days">
              <Days id={id} value={value} usual={usualReplyDays} onChange={onChange} />
              <DuePreview replyDays={value} openedBy="issued" />
            </span>
          )}
        </FormField>
        <FormField form={form} name="escalation" label="逾期后升级">
          {({ id, value, onChange }) => (
            <Radio.Group
              id={id}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              options={escalationModes.map((mode) => ({ value: mode, label: escalationModeTitles[mode] }))}
            />
          )}
        </FormField>
        {values.escalation === 'byPerson' ? null : (
          <FormField form={form} name="escalationDays" label="升级后的反馈期限">
            {({ id, value, onChange }) => (
              <Days id={id} value={value} usual={usualEscalationDays} onChange={onChange} />
            )}
          </FormField>
        )}
      </FormFrame>
      <TaskChoice planId={planId} tasks={tasks} chosen={values.taskIds} onChange={chooseTasks} />
    </div>
  );
}

export function IssueScreen() {
  const [params] = useSearchParams();
  const plans = useApi<{ rows: PlanSummary[] }>('/plans');
  const planId = params.get('plan') ?? plans.data?.rows[0]?.id;
  const board = usePlanMarks(planId);
  const tasks = useMemo(() => (board.data === undefined ? [] : choosableTasks(board.data)), [board.data]);
  const chosen = useMemo(() => params.getAll('task'), [params]);
  const error = plans.error ?? board.error;
  const isWaiting = plans.isPending || (planId !== undefined && board.data === undefined);
  return (
    <>
      <PageHeader title="发督办单" summary="编号在发出时按年接续" help={help} />
      {error !== null ? (
        <RefusalNotice error={error} onRetry={() => void board.refetch()} />
      ) : isWaiting ? (
        <Loading what="任务" lines={8} />
      ) : (
        <IssueForm planId={planId} tasks={tasks} chosen={chosen} />
      )}
    </>
  );
}
