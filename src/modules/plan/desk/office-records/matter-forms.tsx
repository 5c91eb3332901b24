/** Forms of matters: planning the steps, noting that one is done. */
import { Button, Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import {
  finishStepSchema,
  type MatterStepView,
  type MatterView,
  matterInputSchema,
} from '../../contract/office-records.ts';
import { type StepKind, stepKinds } from '../../rules/office-records/matters.ts';
import { stepKindTitles } from '../../words/office-records.ts';
import { RowsControl } from '../ledger/rows-control.tsx';
import { orNull, TasksChoice } from './record-parts.tsx';

interface StepFields {
  id: string | null;
  kind: StepKind;
  unitId: string | null;
  plannedOn: string;
}

const emptyStep: StepFields = { id: null, kind: 'release', unitId: null, plannedOn: '' };

export function MatterForm({ row, onDone }: { readonly row?: MatterView; readonly onDone: () => void }) {
  const say = useSay();
  const send = useCommand<object>({
    call: (body) =>
      row === undefined
        ? { method: 'POST', path: '/matters', body }
        : { method: 'PUT', path: `/matters/${row.id}`, body },
    changes: ['/matters', '/todos'],
  });
  const usual: StepFields[] = stepKinds.map((kind) => ({ ...emptyStep, kind }));
  const form = useContractForm({
    contract: matterInputSchema,
    initial: {
      title: row?.title ?? '',
      note: row?.note ?? '',
      taskIds: row?.tasks.map((task) => task.id) ?? [],
      steps:
        row?.steps.map(({ id, kind, unitId, plannedOn }): StepFields => ({ id, kind, unitId, plannedOn })) ??
        usual,
    },
    toInput: ({ note, ...rest }) => ({ ...rest, note: orNull(note) }),
    submit: async (value) => {
      await send.mutateAsync(value);
      say.done('已保存');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="保存">
      <FormField form={form} name="title" label="事项">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
      <FormField form={form} name="steps" label="步骤" hint="用不到的步骤请移除。">
        {({ id, value, onChange }) => (
          <RowsControl id={id} rows={value} onChange={onChange} empty={emptyStep} most={20} what="步骤">
            {(step, change, index) => (
              <div className="matter-step-row">
                <Select<StepKind>
                  value={step.kind}
                  aria-label={`第${index + 1}步是什么`}
                  onChange={(kind) => change({ kind })}
                  options={stepKinds.map((kind) => ({ value: kind, label: stepKindTitles[kind] }))}
                />
                <UnitPicker
                  value={step.unitId}
                  onChange={(unitId) => change({ unitId })}
                  placeholder="哪个单位"
                  aria-label={`第${index + 1}步的单位`}
                />
                <DayInput
                  value={step.plannedOn}
                  onChange={(plannedOn) => change({ plannedOn })}
                  aria-label={`第${index + 1}步的计划日期`}
                />
              </div>
            )}
          </RowsControl>
        )}
      </FormField>
      <FormField form={form} name="taskIds" label="关联任务" optional>
        {(control) => <TasksChoice {...control} />}
      </FormField>
      <FormField form={form} name="note" label="说明" optional>
        {(control) => <TextArea {...control} rows={3} maxLength={4000} />}
      </FormField>
    </FormFrame>
  );
}

export function FinishForm({ step, onDone }: { readonly step: MatterStepView; readonly onDone: () => void }) {
  const say = useSay();
  const today = useToday();
  const send = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/matter-steps/${step.id}/finish`, body }),
    changes: ['/matters', '/todos'],
  });
  const form = useContractForm({
    contract: finishStepSchema,
    initial: { doneOn: String(today), url: '', note: '' },
    toInput: ({ doneOn, url, note }) => ({ doneOn, url: orNull(url), note: orNull(note) }),
    submit: async (value) => {
      await send.mutateAsync(value);
      say.done('已登记完成');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记完成" actions={<Button onClick={onDone}>不登记了</Button>}>
      <FormField form={form} name="doneOn" label="完成日期">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="url" label="网址" optional>
        {(control) => <TextInput {...control} inputMode="url" />}
      </FormField>
      <FormField form={form} name="note" label="说明" optional>
        {(control) => <TextArea {...control} rows={3} maxLength={4000} />}
      </FormField>
    </FormFrame>
  );
}
