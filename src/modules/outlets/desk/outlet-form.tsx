/** The form of an outlet: kind, name, what it takes, and what its interface has to be told. */
import { Checkbox, Input, Radio, Select } from 'antd';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker, UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { changedOutletSchema, type OutletView, outletSchema } from '../contract/outlets.ts';
import { type OutletKind, outletKindSpecs, outletKinds } from '../rules/outlet-kinds.ts';

interface Column {
  readonly id: string;
  readonly title: string;
  readonly closedOn: string | null;
}

interface Values {
  readonly kind: OutletKind;
  readonly title: string;
  readonly unitId: string | null;
  readonly settings: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  readonly units: readonly string[];
  readonly kinds: readonly string[];
  readonly isAutomatic: boolean;
}

const blank: Values = {
  kind: 'wechat',
  title: '',
  unitId: null,
  settings: {},
  columns: [],
  units: [],
  kinds: [],
  isAutomatic: false,
};

function valuesOf({ kind, title, unitId, settings, filter, isAutomatic }: OutletView): Values {
  const { columnIds, unitIds, kinds } = filter;
  return { kind, title, unitId, settings, isAutomatic, columns: columnIds, units: unitIds, kinds };
}

export function OutletForm({
  outlet,
  onDone,
}: {
  readonly outlet?: OutletView;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const { data: columns } = useApi<{ readonly rows: readonly Column[] }>('/columns');
  const save = useCommand<unknown>({
    call: (body) =>
      outlet === undefined
        ? { method: 'POST', path: '/outlets', body }
        : { method: 'PUT', path: `/outlets/${outlet.id}`, body },
    changes: ['/outlets'],
  });
  const form = useContractForm({
    contract: outlet === undefined ? outletSchema : changedOutletSchema,
    initial: outlet === undefined ? blank : valuesOf(outlet),
    toInput: (values) => {
      const { kind, title, unitId, settings, isAutomatic } = values;
      const filter = { columnIds: values.columns, unitIds: values.units, kinds: values.kinds };
      const shared = { title, unitId, settings, filter, isAutomatic };
      return outlet === undefined ? { kind, ...shared } : { ...shared, version: outlet.version };
    },
    submit: async (value) => {
      await save.mutateAsync(value);
      say.done(`渠道“${value.title}”已保存`);
      onDone();
    },
  });
  const { kind } = form.values;
  const spec = outletKindSpecs[kind];
  return (
    <FormFrame form={form} verb={outlet === undefined ? '开通' : '保存'}>
      {outlet === undefined ? (
        <FormField form={form} name="kind" label="类型" hint={spec.does}>
          {({ id, onChange, value }) => (
            <Radio.Group
              id={id}
              value={value}
              options={outletKinds.map((one) => ({ value: one, label: outletKindSpecs[one].title }))}
              onChange={(event) => {
                const chosen = outletKinds.find((one) => one === event.target.value);
                if (chosen !== undefined) onChange(chosen);
              }}
            />
          )}
        </FormField>
      ) : null}
      <FormField form={form} name="title" label="渠道名称">
        {(control) => <TextInput {...control} maxLength={60} />}
      </FormField>
      <FormField form={form} name="unitId" label="责任单位">
        {(control) => <UnitPicker {...control} />}
      </FormField>
      {spec.settings.map((setting) => {
        const isKept = outlet?.secretsSet.includes(setting.key) === true;
        return (
          <FormField
            key={setting.key}
            form={form}
            name="settings"
            part={setting.key}
            at={`settings.${setting.key}`}
            label={setting.title}
            hint={isKept ? '已经保存；留空表示不变。' : setting.hint}
            optional={!setting.isRequired || isKept}
          >
            {({ id, value, onChange, ...control }) => (
              <Input
                {...control}
                id={id}
                type={setting.isSecret ? 'password' : 'text'}
                autoComplete="off"
                value={value[setting.key] ?? ''}
                onChange={(event) => onChange({ ...value, [setting.key]: event.target.value })}
              />
            )}
          </FormField>
        );
      })}
      <FormField
        form={form}
        name="columns"
        at="filter.columnIds"
        label="只接收这些栏目"
        hint="不选就是全部栏目。"
      >
        {({ value, onChange, ...control }) => (
          <Select<string[]>
            {...control}
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={[...value]}
            options={(columns?.rows ?? [])
              .filter(({ closedOn }) => closedOn === null)
              .map((column) => ({ value: column.id, label: column.title }))}
            onChange={onChange}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="units"
        at="filter.unitIds"
        label="只接收这些单位的信息"
        hint="不选就是全部单位。"
      >
        {(control) => <UnitsPicker {...control} />}
      </FormField>
      <Checkbox
        checked={form.values.isAutomatic}
        onChange={(event) => form.set({ isAutomatic: event.target.checked })}
      >
        信息一发布就自动投递
      </Checkbox>
    </FormFrame>
  );
}
