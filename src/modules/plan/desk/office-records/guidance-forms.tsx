/** Forms of guidance: ask, record an inspection, answer. */
import { Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { serverDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { type ContractForm, useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import {
  answerGuidanceSchema,
  changeQuestionSchema,
  type GuidanceView,
  raiseQuestionSchema,
  recordInspectionSchema,
} from '../../contract/office-records.ts';
import { guidanceKindTitles } from '../../words/office-records.ts';
import { orNull, TasksChoice, useOwnUnitId } from './record-parts.tsx';

const changes = ['/guidance', '/todos'];

interface QuestionFields {
  kind: 'question' | 'earlySign';
  subject: string;
  body: string;
  taskIds: string[];
}

interface FollowUpFields {
  followUp: string;
  followUpDue: string;
}

function inputOfFollowUp({ followUp, followUpDue }: FollowUpFields) {
  return { followUp: orNull(followUp), followUpDue: orNull(followUpDue) };
}

/** Asks, or says an unanswered question better. */
export function QuestionForm(props: { readonly record?: GuidanceView; readonly onDone: () => void }) {
  const { record, onDone } = props;
  const say = useSay();
  const unitId = useOwnUnitId();
  const send = useCommand<object>({
    call: (body) =>
      record === undefined
        ? { method: 'POST', path: '/guidance/questions', body: { ...body, unitId } }
        : { method: 'PUT', path: `/guidance/${record.id}`, body },
    changes,
  });
  const initial: QuestionFields = {
    kind: record?.kind === 'earlySign' ? 'earlySign' : 'question',
    subject: record?.subject ?? '',
    body: record?.body ?? '',
    taskIds: record?.tasks.map((task) => task.id) ?? [],
  };
  const form = useContractForm({
    contract: record === undefined ? raiseQuestionSchema.omit({ unitId: true }) : changeQuestionSchema,
    initial,
    draft: serverDraft<QuestionFields>('plan.guidance', record?.id ?? 'new'),
    submit: async (value) => {
      await send.mutateAsync(value);
      say.done(record === undefined ? '已提出，主管部门答复后会通知您' : '已修改');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb={record === undefined ? '提出' : '保存'}>
      <FormField form={form} name="kind" label="类别">
        {(control) => (
          <Select<'question' | 'earlySign'>
            {...control}
            options={(['question', 'earlySign'] as const).map((value) => ({
              value,
              label: guidanceKindTitles[value],
            }))}
          />
        )}
      </FormField>
      <FormField form={form} name="subject" label="标题">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="body" label="情况" hint="请不要写群众的姓名、身份证号和电话。">
        {(control) => <TextArea {...control} rows={6} maxLength={4000} />}
      </FormField>
      <FormField form={form} name="taskIds" label="关联任务" optional>
        {(control) => <TasksChoice {...control} />}
      </FormField>
    </FormFrame>
  );
}

/** The office records an inspection. */
export function InspectionForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const today = useToday();
  const send = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/guidance/inspections', body }),
    changes,
  });
  const initial = {
    unitId: null as string | null,
    happenedOn: String(today),
    subject: '',
    body: '',
    followUp: '',
    followUpDue: '',
    taskIds: [] as string[],
  };
  const form = useContractForm({
    contract: recordInspectionSchema,
    initial,
    draft: serverDraft<typeof initial>('plan.guidance', 'inspection'),
    toInput: ({ followUp, followUpDue, ...rest }) => ({
      ...rest,
      ...inputOfFollowUp({ followUp, followUpDue }),
    }),
    submit: async (value) => {
      await send.mutateAsync(value);
      say.done('已登记，并通知该单位');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记">
      <FormField form={form} name="unitId" label="被检查指导的单位">
        {(control) => <UnitPicker {...control} />}
      </FormField>
      <FormField form={form} name="happenedOn" label="日期">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="subject" label="标题">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="body" label="情况和发现的问题">
        {(control) => <TextArea {...control} rows={6} maxLength={4000} />}
      </FormField>
      <FollowUpFieldset form={form} />
      <FormField form={form} name="taskIds" label="关联任务" optional>
        {(control) => <TasksChoice {...control} />}
      </FormField>
    </FormFrame>
  );
}

/** The office answers. */
export function AnswerForm(props: { readonly record: GuidanceView; readonly onDone: () => void }) {
  const { record, onDone } = props;
  const say = useSay();
  const send = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/guidance/${record.id}/answer`, body }),
    changes,
  });
  const initial = { answer: '', followUp: '', followUpDue: '' };
  const form = useContractForm({
    contract: answerGuidanceSchema,
    initial,
    draft: serverDraft<typeof initial>('plan.guidance', `answer-${record.id}`),
    toInput: ({ answer, ...rest }) => ({ answer, ...inputOfFollowUp(rest) }),
    submit: async (value) => {
      await send.mutateAsync(value);
      say.done('已答复，并通知提出人');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="答复">
      <FormField form={form} name="answer" label="答复">
        {(control) => <TextArea {...control} rows={5} maxLength={4000} />}
      </FormField>
      <FollowUpFieldset form={form} />
    </FormFrame>
  );
}

function FollowUpFieldset<Fields extends FollowUpFields>({ form }: { readonly form: ContractForm<Fields> }) {
  return (
    <>
      <FormField
        form={form}
        name="followUp"
        label="需要跟进的事"
        optional
        hint="填了就留在“跟进中”，办完后登记结果。"
      >
        {(control) => <TextArea {...control} rows={2} maxLength={4000} />}
      </FormField>
      <FormField form={form} name="followUpDue" label="跟进期限" optional>
        {(control) => <DayInput {...control} />}
      </FormField>
    </>
  );
}
