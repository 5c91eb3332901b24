/** Entering a unit and changing one. */

import { Button, Checkbox, Select } from 'antd';
import type { z } from 'zod';
import { browserDraft } from '#desk/components/form-pattern/draft-store.ts';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useMe } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import {
  changeUnitSchema,
  type createdSchema,
  createUnitSchema,
  type UnitDetail,
  type UnitKind,
  unitKinds,
} from '../contract/register.ts';
import { unitKindTitles } from '../words/register.ts';

const kindOptions = unitKinds.map((kind) => ({ value: kind, label: unitKindTitles[kind] }));

interface NewUnitFields {
  name: string;
  shortName: string;
  kind: UnitKind | null;
  parentId: string | null;
  code: string;
}

export function CreateUnitForm({ onDone }: { readonly onDone: (unitId: string) => void }) {
  const { officer } = useMe();
  const say = useSay();
  const create = useCommand<object, z.infer<typeof createdSchema>>({
    call: (body) => ({ method: 'POST', path: '/organisation/units', body }),
    changes: ['/organisation'],
  });
  const initial: NewUnitFields = { name: '', shortName: '', kind: null, parentId: null, code: '' };
  const form = useContractForm({
    contract: createUnitSchema,
    initial,
    draft: browserDraft<NewUnitFields>(officer.id, 'organisation.createUnit'),
    toInput: ({ name, kind, parentId, shortName, code }) => ({
      name,
      kind,
      parentId,
      ...(shortName.trim() === '' ? {} : { shortName }),
      ...(code.trim() === '' ? {} : { code }),
    }),
    submit: async (value) => {
      const { id } = await create.mutateAsync(value);
      say.done(`已登记${value.name}`);
      onDone(id);
    },
  });
  return (
    <FormFrame form={form} verb="登记">
      <FormField form={form} name="name" label="全称" hint="照机构编制文件填写，如“望澜县水利局”。">
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="shortName" label="简称" optional hint="列表中显示的名字，如“县水利局”。">
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="kind" label="类型">
        {(control) => <Select<UnitKind | null> {...control} options={kindOptions} placeholder="请选择" />}
      </FormField>
      <FormField form={form} name="parentId" label="上级单位">
        {(control) => <UnitPicker {...control} />}
      </FormField>
      <FormField
        form={form}
        name="code"
        label="代码"
        optional
        hint="小写字母、数字和连字符；不填则自动生成。"
      >
        {(control) => <TextInput {...control} />}
      </FormField>
    </FormFrame>
  );
}

export interface ChangeUnitFormProps {
  readonly unit: UnitDetail;
  readonly onDone: () => void;
  readonly onGiveUp: () => void;
}

interface ChangedFields {
  name: string;
  shortName: string;
  kind: UnitKind;
  parentId: string | null;
  keepFormerName: boolean;
}

export function ChangeUnitForm({ unit, onDone, onGiveUp }: ChangeUnitFormProps) {
  const say = useSay();
  const change = useCommand<object>({
    call: (body) => ({ method: 'PATCH', path: `/organisation/units/${unit.id}`, body }),
    changes: ['/organisation'],
  });
  const initial: ChangedFields = {
    name: unit.name,
    shortName: unit.shortName,
    kind: unit.kind,
    parentId: unit.parentId,
    keepFormerName: true,
  };
  const form = useContractForm({
    contract: changeUnitSchema,
    initial,
    toInput: ({ parentId, ...fields }) =>
      parentId === null && unit.parentId === null ? fields : { ...fields, parentId },
    submit: async (value) => {
      await change.mutateAsync(value);
      say.done('已保存修改');
      onDone();
    },
  });
  const renamed = form.values.name !== unit.name;
  return (
    <FormFrame form={form} verb="保存" actions={<Button onClick={onGiveUp}>不改了</Button>}>
      <FormField form={form} name="name" label="全称">
        {(control) => <TextInput {...control} />}
      </FormField>
      {renamed ? (
        <p>
          <Checkbox
            checked={form.values.keepFormerName}
            onChange={(event) => form.set({ keepFormerName: event.target.checked })}
          >
            把“{unit.name}”留作曾用名，旧文件仍能认出
          </Checkbox>
        </p>
      ) : null}
      <FormField form={form} name="shortName" label="简称">
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="kind" label="类型">
        {(control) => <Select<UnitKind> {...control} options={kindOptions} />}
      </FormField>
      {unit.parentId === null ? null : (
        <FormField form={form} name="parentId" label="上级单位">
          {(control) => <UnitPicker {...control} filter={(one) => one.id !== unit.id} />}
        </FormField>
      )}
    </FormFrame>
  );
}
