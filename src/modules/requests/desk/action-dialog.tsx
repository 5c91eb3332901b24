/** The dialog of one action: its fields, checked by the contract, sent to the action's own address. */
import { Checkbox, Modal, Radio, Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { type FieldControl, FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { type ContractForm, useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useApi } from '#desk/data/use-api.ts';
import type { CaseView } from '../contract/requests.ts';
import type { ActionField, ActionForm, FieldValue, FieldValues } from './action-fields/shapes.ts';
import { startOfForm } from './action-fields/shapes.ts';

export function ActionDialog(props: {
  readonly detail: CaseView;
  readonly title: string;
  readonly shape: ActionForm;
  readonly onClose: () => void;
  readonly onDone: (input: object) => Promise<unknown>;
}) {
  const { detail, title, shape, onClose, onDone } = props;
  const form: ContractForm<FieldValues> = useContractForm({
    contract: shape.schema,
    initial: startOfForm(shape, detail.today),
    submit: onDone,
    ...(shape.toInput === undefined ? {} : { toInput: shape.toInput }),
  });
  return (
    <Modal open title={`${title}：${detail.number}`} footer={null} onCancel={onClose} width={600}>
      {shape.consequence === undefined ? null : <p className="quiet">{shape.consequence}</p>}
      <FormFrame form={form} verb={title}>
        {shape.fields
          .filter(({ when }) => when === undefined || when(form.values))
          .map((field) => (
            <FormField
              key={field.name}
              form={form}
              name={field.name}
              label={field.label}
              {...(field.hint === undefined ? {} : { hint: field.hint })}
              {...(field.optional === undefined ? {} : { optional: field.optional })}
            >
              {(control) => <ActionControl field={field} control={control} form={form} detail={detail} />}
            </FormField>
          ))}
      </FormFrame>
    </Modal>
  );
}

const textOf = (value: FieldValue) => (typeof value === 'string' ? value : '');
const listOf = (value: FieldValue) => (Array.isArray(value) ? value.map(String) : []);

function ActionControl(props: {
  readonly field: ActionField;
  readonly control: FieldControl<FieldValue>;
  readonly form: ContractForm<FieldValues>;
  readonly detail: CaseView;
}) {
  const { field, control, form, detail } = props;
  const { value, onChange, ...rest } = control;
  const text = { ...rest, value: textOf(value), onChange };
  switch (field.kind) {
    case 'day':
      return <DayInput {...text} />;
    case 'text':
      return <TextInput {...text} />;
    case 'number':
      return <TextInput {...text} inputMode="numeric" />;
    case 'area':
    case 'lines':
      return <TextArea {...text} rows={field.kind === 'lines' ? 5 : 3} />;
    case 'choice':
      return (
        <Radio.Group
          id={rest.id}
          value={value}
          options={[...(field.options ?? [])]}
          onChange={(event) => onChange(String(event.target.value))}
        />
      );
    case 'yesNo':
      return (
        <Radio.Group
          id={rest.id}
          value={value}
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
          onChange={(event) => onChange(event.target.value === true)}
        />
      );
    case 'several':
      return (
        <Checkbox.Group
          className="request-several"
          value={listOf(value)}
          options={[...(field.options ?? [])]}
          onChange={(chosen) => onChange(chosen.map(String))}
        />
      );
    case 'unit':
      return (
        <UnitPicker
          {...rest}
          value={textOf(value) || null}
          onChange={(unitId) => form.set({ [field.name]: unitId, officerIds: [] })}
        />
      );
    case 'officers':
      return (
        <OfficersControl
          {...rest}
          unitId={textOf(form.values.unitId ?? null)}
          value={listOf(value)}
          onChange={onChange}
        />
      );
    case 'letter':
      return (
        <Select<string>
          {...rest}
          value={textOf(value) || null}
          onChange={onChange}
          options={detail.consultations.map(({ letter, name, whom }) => ({
            value: letter,
            label: `${whom}：${name}`,
          }))}
        />
      );
    case 'alike':
      return (
        <Select<string>
          {...rest}
          value={textOf(value) || null}
          onChange={onChange}
          notFoundContent="没有同一申请人的相近申请"
          options={detail.alike
            .filter(({ sameApplicant }) => sameApplicant)
            .map(({ id, number, subject }) => ({ value: id, label: `${number} ${subject}` }))}
        />
      );
    case 'column':
      return <ColumnControl {...rest} unitId={detail.unitId} value={textOf(value)} onChange={onChange} />;
  }
}

interface ChoiceProps {
  readonly id: string;
  readonly status: 'error' | '';
  readonly 'aria-describedby': string;
  readonly unitId: string;
}

function OfficersControl({
  unitId,
  value,
  onChange,
  ...rest
}: ChoiceProps & { readonly value: string[]; readonly onChange: (ids: string[]) => void }) {
  const { data } = useApi<{ rows: { id: string; name: string }[] }>(
    `/request-officers/${unitId}`,
    {},
    { enabled: unitId !== '' },
  );
  return (
    <Select<string[]>
      {...rest}
      mode="multiple"
      disabled={unitId === ''}
      placeholder={unitId === '' ? '先选承办单位' : '选择承办人'}
      value={value}
      onChange={onChange}
      options={(data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function ColumnControl({
  unitId,
  value,
  onChange,
  ...rest
}: ChoiceProps & { readonly value: string; readonly onChange: (id: string) => void }) {
  const { data } = useApi<{ rows: { id: string; title: string; unitId: string; closedOn: string | null }[] }>(
    '/columns',
  );
  const open = (data?.rows ?? []).filter(({ closedOn }) => closedOn === null);
  const own = open.filter((column) => column.unitId === unitId);
  return (
    <Select<string>
      {...rest}
      showSearch={{ optionFilterProp: 'label' }}
      value={value || null}
      onChange={onChange}
      options={[...own, ...open.filter((column) => column.unitId !== unitId)].map(({ id, title }) => ({
        value: id,
        label: title,
      }))}
    />
  );
}
