/** The terms of a binding: which measure, whose work, over which days, how often, how much. Adds one or adjusts one. */
import { InputNumber, Radio, Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { type ContractForm, useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { Loading } from '#desk/components/loading/loading.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { addDays, parseDay } from '#kernel/day.ts';
import {
  addBindingSchema,
  type BindingView,
  changeBindingSchema,
  type MeasureView,
} from '../../contract/measuring.ts';
import { repeatWords } from '../../rules/measuring/periods.ts';
import { type MeasureScope, type Repeat, repeats, type UnitChoice } from '../../rules/measuring/shapes.ts';
import { unitChoiceWords } from '../../rules/measuring/terms.ts';
import { ParameterControl, type ParameterValue } from './parameter-control.tsx';

interface TermFields {
  readonly measureId: string;
  readonly parameters: Record<string, ParameterValue>;
  readonly every: Repeat | null;
  /** First and last day as typed; the contract's end is half-open. */
  readonly firstDay: string;
  readonly lastDay: string;
  readonly scope: MeasureScope;
  readonly unitChoice: UnitChoice;
  readonly unitIds: string[];
  readonly target: number | null;
  readonly reason: string;
}

const stale = ['/tasks', '/plans', '/bindings', '/measures'];

function usualParameters(measure: MeasureView): TermFields['parameters'] {
  return Object.fromEntries(
    measure.parameters.flatMap(({ key, usual }) => (usual === null ? [] : [[key, usual]])),
  );
}

function fieldsOf(measure: MeasureView, binding: BindingView | undefined): TermFields {
  const until =
    binding?.periodUntil === undefined || binding.periodUntil === null
      ? undefined
      : parseDay(binding.periodUntil);
  return {
    measureId: measure.id,
    parameters: { ...usualParameters(measure), ...binding?.parameters },
    every: binding?.every ?? null,
    firstDay: binding?.periodFrom ?? '',
    lastDay: until === undefined ? '' : addDays(until, -1),
    scope: binding?.scope ?? measure.scope,
    unitChoice: binding?.unitChoice ?? (measure.scope === 'eachUnit' ? 'leads' : 'assigned'),
    unitIds: [...(binding?.unitIds ?? [])],
    target: binding?.target ?? measure.usualTarget,
    reason: '',
  };
}

function inputOf(values: TermFields, version: number | undefined) {
  const { firstDay, lastDay, reason, measureId, ...terms } = values;
  const last = parseDay(lastDay);
  return {
    ...terms,
    periodFrom: firstDay === '' ? null : firstDay,
    periodUntil: last === undefined ? (lastDay === '' ? null : lastDay) : addDays(last, 1),
    ...(version === undefined ? { measureId, reason } : { version }),
  };
}

function TermControls({ form, measure }: { form: ContractForm<TermFields>; measure: MeasureView }) {
  const { values } = form;
  return (
    <>
      {measure.parameters.length === 0 ? null : (
        <FormField form={form} name="parameters" label="参数">
          {({ value, onChange }) => (
            <div className="binding-parameters">
              {measure.parameters.map((parameter) => (
                <div key={parameter.key}>
                  {parameter.kind === 'flag' ? null : (
                    <span className="plan-secondary">{parameter.title}</span>
                  )}
                  <ParameterControl
                    parameter={parameter}
                    value={value[parameter.key]}
                    onChange={(next) => onChange({ ...value, [parameter.key]: next })}
                  />
                </div>
              ))}
            </div>
          )}
        </FormField>
      )}
      <FormField form={form} name="unitChoice" label="核对哪些单位">
        {({ id, value, onChange }) => (
          <Radio.Group
            id={id}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            options={Object.entries(unitChoiceWords).map(([choice, label]) => ({ value: choice, label }))}
          />
        )}
      </FormField>
      {values.unitChoice === 'listed' ? (
        <FormField form={form} name="unitIds" label="指定的单位">
          {(control) => <UnitsPicker {...control} />}
        </FormField>
      ) : null}
      <FormField form={form} name="scope" label="怎样算">
        {({ id, value, onChange }) => (
          <Radio.Group
            id={id}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            options={[
              { value: 'eachUnit', label: '每个单位都要达到' },
              { value: 'together', label: '合在一起达到' },
            ]}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="target"
        label="目标"
        hint={measure.direction === 'atLeast' ? '达到或超过才算达标。' : '不超过才算达标。'}
      >
        {({ id, value, onChange, status }) => (
          <InputNumber
            id={id}
            min={0}
            value={value}
            status={status}
            onChange={onChange}
            suffix={measure.valueUnit}
          />
        )}
      </FormField>
      {measure.judged === 'always' ? null : (
        <FormField form={form} name="every" label="多久达到一次">
          {({ id, value, onChange }) => (
            <Select
              id={id}
              value={value ?? 'once'}
              onChange={(next) => onChange(repeats.find((one) => one === next) ?? null)}
              options={[
                { value: 'once', label: '整个期间一次算' },
                ...repeats.map((repeat) => ({ value: repeat, label: repeatWords[repeat] })),
              ]}
            />
          )}
        </FormField>
      )}
      <div className="binding-days">
        <FormField
          form={form}
          name="firstDay"
          at="periodFrom"
          label="从哪天起"
          optional
          hint="不填从当年1月1日起。"
        >
          {(control) => <DayInput {...control} />}
        </FormField>
        <FormField
          form={form}
          name="lastDay"
          at="periodUntil"
          label="到哪天为止"
          optional
          hint="不填按任务的完成时限，最迟到年底。"
        >
          {(control) => <DayInput {...control} />}
        </FormField>
      </div>
    </>
  );
}

interface BindingFormProps {
  readonly taskId: string;
  readonly measure: MeasureView;
  readonly binding: BindingView | undefined;
  readonly onDone: () => void;
}

function BindingForm({ taskId, measure, binding, onDone }: BindingFormProps) {
  const save = useCommand<object, unknown>({
    call: (body) =>
      binding === undefined
        ? { method: 'POST', path: `/tasks/${taskId}/bindings`, body }
        : { method: 'PUT', path: `/bindings/${binding.id}`, body },
    changes: stale,
  });
  const form = useContractForm({
    contract: binding === undefined ? addBindingSchema : changeBindingSchema,
    initial: fieldsOf(measure, binding),
    toInput: (values: TermFields) => inputOf(values, binding?.version),
    submit: async (value) => {
      await save.mutateAsync(value);
      onDone();
    },
  });
  const verb = binding === undefined ? '绑定' : binding.status === 'proposed' ? '调整并采用' : '保存调整';
  return (
    <FormFrame form={form} verb={verb}>
      <p className="plan-secondary">{measure.description}</p>
      <TermControls form={form} measure={measure} />
      {binding === undefined ? (
        <FormField form={form} name="reason" label="理由" hint="为什么用这项度量核对，写给以后看的人。">
          {(control) => <TextArea {...control} rows={2} maxLength={500} />}
        </FormField>
      ) : null}
    </FormFrame>
  );
}

export interface BindingPanelProps {
  readonly taskId: string;
  /** Adjusts this one; adds one without it. */
  readonly binding?: BindingView | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly measureId: string | undefined;
  readonly onMeasure: (measureId: string) => void;
}

export function BindingPanel({ taskId, binding, onClose, onDone, measureId, onMeasure }: BindingPanelProps) {
  const measures = useApi<{ rows: MeasureView[] }>('/measures');
  const rows = measures.data?.rows ?? [];
  const chosen = rows.find(({ id }) => id === (binding?.measureId ?? measureId));
  return (
    <SidePanel
      title={binding === undefined ? '绑定度量' : `调整“${binding.title}”`}
      onClose={onClose}
      width="wide"
    >
      {measures.error === null ? null : <RefusalNotice error={measures.error} />}
      {measures.data === undefined && measures.error === null ? <Loading what="度量目录" lines={4} /> : null}
      {binding === undefined ? (
        <div className="form-field">
          <label className="form-label" htmlFor="measure-choice">
            度量
          </label>
          <Select
            id="measure-choice"
            className="measure-choice"
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择一项度量，可输入名称查找"
            value={chosen?.id ?? null}
            onChange={onMeasure}
            options={rows.map(({ id, title, offeredBy }) => ({
              value: id,
              label: `${title}（${offeredBy}）`,
            }))}
          />
        </div>
      ) : null}
      {chosen === undefined ? null : (
        <BindingForm key={chosen.id} taskId={taskId} measure={chosen} binding={binding} onDone={onDone} />
      )}
    </SidePanel>
  );
}
