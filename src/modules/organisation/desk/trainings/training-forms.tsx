/** Planning a training, changing it, recording that it took place. */
import { Button, Checkbox, InputNumber, Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { type ContractForm, useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker, UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import {
  changeTrainingSchema,
  holdTrainingSchema,
  planTrainingSchema,
  type TrainingDetail,
} from '../../contract/training.ts';
import {
  type TrainingAudience,
  type TrainingKind,
  type TrainingMode,
  trainingAudiences,
  trainingKinds,
  trainingModes,
} from '../../rules/training.ts';
import { trainingAudienceTitles, trainingKindTitles, trainingModeTitles } from '../../words/training.ts';

interface TrainingFields {
  kind: TrainingKind;
  organiserId: string | null;
  topic: string;
  plannedFor: string;
  mode: TrainingMode;
  place: string;
  minutes: number | null;
  audiences: TrainingAudience[];
  invitedUnitIds: readonly string[];
  lecturer: string;
  law: string;
  policyTitle: string;
  policyNumber: string;
  /** For a session that was held. */
  heldOn: string;
  summary: string;
}

/** What belongs to another kind is not sent. */
function inputOf(values: TrainingFields) {
  const { law, policyTitle, policyNumber, heldOn: _heldOn, summary: _summary, ...rest } = values;
  const textOf = (text: string) => (text.trim() === '' ? null : text);
  return {
    ...rest,
    law: values.kind === 'legalStudy' ? textOf(law) : null,
    policyTitle: values.kind === 'policy' ? textOf(policyTitle) : null,
    policyNumber: values.kind === 'policy' ? textOf(policyNumber) : null,
  };
}

export function PlanTrainingForm({ onDone }: { readonly onDone: (trainingId: string) => void }) {
  const say = useSay();
  const may = useMay();
  const [unit] = useActingUnit();
  const plan = useCommand<object, { id: string }>({
    call: (body) => ({ method: 'POST', path: '/organisation/trainings', body }),
    changes: ['/organisation'],
  });
  const initial: TrainingFields = {
    kind: 'business',
    organiserId: unit?.id ?? null,
    topic: '',
    plannedFor: '',
    mode: 'onSite',
    place: '',
    minutes: 120,
    audiences: [],
    invitedUnitIds: [],
    lecturer: '',
    law: '中华人民共和国政府信息公开条例',
    policyTitle: '',
    policyNumber: '',
    heldOn: '',
    summary: '',
  };
  const form = useContractForm({
    contract: planTrainingSchema,
    initial,
    toInput: inputOf,
    submit: async (value) => {
      const { id } = await plan.mutateAsync(value);
      say.done('培训已列入计划，办完后来登记举办情况');
      onDone(id);
    },
  });
  return (
    <FormFrame form={form} verb="列入计划">
      <FormField form={form} name="kind" label="种类">
        {(control) => (
          <Select<TrainingKind>
            {...control}
            options={trainingKinds.map((value) => ({ value, label: trainingKindTitles[value] }))}
          />
        )}
      </FormField>
      <FormField form={form} name="organiserId" label="组织单位">
        {(control) => <UnitPicker {...control} filter={(one) => may('organisation.holdTrainings', one.id)} />}
      </FormField>
      <TrainingFieldset form={form} kind={form.values.kind} />
    </FormFrame>
  );
}

export function ChangeTrainingForm(props: {
  readonly training: TrainingDetail;
  readonly onDone: () => void;
}) {
  const { training, onDone } = props;
  const say = useSay();
  const change = useCommand<object>({
    call: (body) => ({ method: 'PATCH', path: `/organisation/trainings/${training.id}`, body }),
    changes: ['/organisation'],
  });
  const initial: TrainingFields = {
    kind: training.kind,
    organiserId: training.organiserId,
    topic: training.topic,
    plannedFor: training.plannedFor,
    mode: training.mode,
    place: training.place,
    minutes: training.minutes,
    audiences: training.audiences,
    invitedUnitIds: training.invitedUnits.map((one) => one.id),
    lecturer: training.lecturer,
    law: training.law ?? '',
    policyTitle: training.policyTitle ?? '',
    policyNumber: training.policyNumber ?? '',
    heldOn: training.heldOn ?? '',
    summary: training.summary,
  };
  const isHeld = training.status === 'held';
  const form = useContractForm({
    contract: changeTrainingSchema,
    initial,
    toInput: (values) => {
      const { kind: _kind, organiserId: _organiser, ...input } = inputOf(values);
      return isHeld ? { ...input, heldOn: values.heldOn, summary: values.summary } : input;
    },
    submit: async (value) => {
      await change.mutateAsync(value);
      say.done('已保存修改');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="保存" actions={<Button onClick={onDone}>不改了</Button>}>
      <TrainingFieldset form={form} kind={training.kind} />
      {isHeld ? (
        <>
          <FormField form={form} name="heldOn" label="举办日期">
            {(control) => <DayInput {...control} />}
          </FormField>
          <FormField form={form} name="summary" label="情况" optional>
            {(control) => <TextArea {...control} rows={3} maxLength={5000} />}
          </FormField>
        </>
      ) : null}
    </FormFrame>
  );
}

function TrainingFieldset(props: {
  readonly form: ContractForm<TrainingFields>;
  readonly kind: TrainingKind;
}) {
  const { kind, form } = props;
  return (
    <>
      <FormField form={form} name="topic" label="主题">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      {kind === 'legalStudy' ? (
        <FormField form={form} name="law" label="学习的法律法规">
          {(control) => <TextInput {...control} maxLength={200} />}
        </FormField>
      ) : null}
      {kind === 'policy' ? (
        <>
          <FormField form={form} name="policyTitle" label="培训的政策" hint="写文件全称，便于和政策对应。">
            {(control) => <TextInput {...control} maxLength={200} />}
          </FormField>
          <FormField form={form} name="policyNumber" label="发文字号" optional>
            {(control) => <TextInput {...control} maxLength={200} />}
          </FormField>
        </>
      ) : null}
      <FormField form={form} name="audiences" label="对象">
        {({ id, value, onChange }) => (
          // biome-ignore lint/a11y/useSemanticElements: the label outside names it, a legend would say it twice
          <div id={id} role="group" aria-label="对象" tabIndex={-1}>
            <Checkbox.Group
              value={value}
              onChange={(next) => onChange(trainingAudiences.filter((one) => next.includes(one)))}
              options={trainingAudiences.map((one) => ({ value: one, label: trainingAudienceTitles[one] }))}
            />
          </div>
        )}
      </FormField>
      <FormField
        form={form}
        name="invitedUnitIds"
        label="参训单位"
        optional
        hint="签到表和名单模板按这些单位列出。"
      >
        {(control) => <UnitsPicker {...control} />}
      </FormField>
      <FormField form={form} name="plannedFor" label="计划日期">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="minutes" label="时长（分钟）">
        {({ onChange, ...control }) => (
          <InputNumber<number>
            {...control}
            min={10}
            max={6000}
            step={30}
            onChange={(next) => onChange(next)}
          />
        )}
      </FormField>
      <FormField form={form} name="mode" label="方式">
        {(control) => (
          <Select<TrainingMode>
            {...control}
            options={trainingModes.map((value) => ({ value, label: trainingModeTitles[value] }))}
          />
        )}
      </FormField>
      <FormField form={form} name="place" label="地点" optional hint="线上举办的写平台名称。">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="lecturer" label="授课人" optional>
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
    </>
  );
}

export function HoldTrainingForm(props: { readonly training: TrainingDetail; readonly onDone: () => void }) {
  const { training, onDone } = props;
  const say = useSay();
  const today = useToday();
  const hold = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/trainings/${training.id}/hold`, body }),
    changes: ['/organisation', '/todos'],
  });
  const initial = {
    heldOn: training.plannedFor <= today ? training.plannedFor : today,
    minutes: training.minutes,
    summary: '',
  };
  const form = useContractForm({
    contract: holdTrainingSchema,
    initial,
    submit: async (value) => {
      await hold.mutateAsync(value);
      say.done('已登记举办，接着登记参训人员');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记举办" actions={<Button onClick={onDone}>先不登记</Button>}>
      <FormField form={form} name="heldOn" label="举办日期" hint="实际举办的那一天，不能晚于今天。">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="minutes" label="实际时长（分钟）">
        {({ onChange, ...control }) => (
          <InputNumber<number>
            {...control}
            min={10}
            max={6000}
            step={30}
            onChange={(next) => onChange(next ?? training.minutes)}
          />
        )}
      </FormField>
      <FormField form={form} name="summary" label="情况" optional>
        {(control) => <TextArea {...control} rows={3} maxLength={5000} />}
      </FormField>
    </FormFrame>
  );
}
