/** Entering an officer, changing one, granting a role. */
import { Button, Select } from 'antd';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { type ContractForm, useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { type OfficerRole, officerRoles, officerRoleTitles } from '#kernel/actor.ts';
import {
  changeOfficerSchema,
  createOfficerSchema,
  grantRoleSchema,
  type OfficerDetail,
  type OfficerRow,
} from '../contract/register.ts';

interface OfficerFields {
  name: string;
  unitId: string | null;
  position: string;
}

export function CreateOfficerForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const create = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/organisation/officers', body }),
    changes: ['/organisation'],
  });
  const initial: OfficerFields = { name: '', unitId: null, position: '' };
  const form = useContractForm({
    contract: createOfficerSchema,
    initial,
    submit: async (value) => {
      await create.mutateAsync(value);
      say.done(`已登记${value.name}，接着请安全管理员授予角色`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记">
      <OfficerFieldset form={form} />
    </FormFrame>
  );
}

export function ChangeOfficerForm(props: { readonly officer: OfficerDetail; readonly onDone: () => void }) {
  const { officer, onDone } = props;
  const say = useSay();
  const change = useCommand<object>({
    call: (body) => ({ method: 'PATCH', path: `/organisation/officers/${officer.id}`, body }),
    changes: ['/organisation'],
  });
  const initial: OfficerFields = {
    name: officer.name,
    unitId: officer.unitId,
    position: officer.position,
  };
  const form = useContractForm({
    contract: changeOfficerSchema,
    initial,
    submit: async (value) => {
      await change.mutateAsync(value);
      say.done('已保存修改');
      onDone();
    },
  });
  const moves = form.values.unitId !== officer.unitId;
  return (
    <FormFrame form={form} verb="保存" actions={<Button onClick={onDone}>不改了</Button>}>
      <OfficerFieldset form={form} />
      {moves ? <p role="status">◇ 调到别的单位后，在{officer.unitName}的角色随即收回。</p> : null}
    </FormFrame>
  );
}

function OfficerFieldset({ form }: { readonly form: ContractForm<OfficerFields> }) {
  return (
    <>
      <FormField form={form} name="name" label="姓名">
        {(control) => <TextInput {...control} maxLength={50} />}
      </FormField>
      <FormField form={form} name="unitId" label="单位">
        {(control) => <UnitPicker {...control} />}
      </FormField>
      <FormField form={form} name="position" label="职务" optional>
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
    </>
  );
}

interface GrantFields {
  role: OfficerRole | null;
  unitId: string | null;
}

export function GrantRoleForm(props: { readonly officer: OfficerRow; readonly onDone: () => void }) {
  const { officer, onDone } = props;
  const say = useSay();
  const grant = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/officers/${officer.id}/roles`, body }),
    changes: ['/organisation'],
  });
  const initial: GrantFields = { role: null, unitId: officer.unitId };
  const form = useContractForm({
    contract: grantRoleSchema,
    initial,
    submit: async (value) => {
      await grant.mutateAsync(value);
      say.done(`已授予${officerRoleTitles[value.role]}`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="授予" actions={<Button onClick={onDone}>先不授予</Button>}>
      <FormField form={form} name="role" label="角色">
        {(control) => (
          <Select<OfficerRole | null>
            {...control}
            placeholder="请选择"
            options={officerRoles.map((role) => ({ value: role, label: officerRoleTitles[role] }))}
          />
        )}
      </FormField>
      <FormField form={form} name="unitId" label="在哪个单位" hint="角色管到这个单位和它的下级单位。">
        {(control) => <UnitPicker {...control} />}
      </FormField>
    </FormFrame>
  );
}
