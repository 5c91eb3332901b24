/** The first administrator's only act: name the county and hand the three roles to three people. */

import { Select } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { type ContractForm, useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { callApi } from '#desk/data/call-api.ts';
import { randomKey } from '#desk/data/submission.ts';
import { officerRoleTitles, separatedRoles } from '#kernel/actor.ts';
import { type handedOverSchema, handOverSchema, type IssuedPassword } from '../contract.ts';
import { IssuedPasswordNote } from './issued-password-note.tsx';

const levels = [
  { value: 'county', label: '县' },
  { value: 'district', label: '区' },
  { value: 'countyCity', label: '县级市' },
  { value: 'city', label: '地级市' },
  { value: 'province', label: '省' },
] as const;

type SeparatedRole = (typeof separatedRoles)[number];
interface HandOverFields extends Record<`${SeparatedRole}${'Name' | 'Position' | 'LoginName'}`, string> {
  placeName: string;
  level: (typeof levels)[number]['value'];
  parentName: string;
  governmentName: string;
  officeName: string;
}

const initial: HandOverFields = {
  placeName: '',
  level: 'county',
  parentName: '',
  governmentName: '',
  officeName: '',
  systemAdministratorName: '',
  systemAdministratorPosition: '',
  systemAdministratorLoginName: '',
  securityAdministratorName: '',
  securityAdministratorPosition: '',
  securityAdministratorLoginName: '',
  auditorName: '',
  auditorPosition: '',
  auditorLoginName: '',
};

/** The fields as the contract wants them: a place and three people. */
function handOverInput(fields: HandOverFields) {
  const person = (role: SeparatedRole) => ({
    name: fields[`${role}Name`],
    position: fields[`${role}Position`],
    loginName: fields[`${role}LoginName`],
  });
  const { placeName, level, parentName, governmentName, officeName } = fields;
  return {
    jurisdiction: { name: placeName, level, ...(parentName === '' ? {} : { parentName }) },
    governmentName,
    officeName,
    systemAdministrator: person('systemAdministrator'),
    securityAdministrator: person('securityAdministrator'),
    auditor: person('auditor'),
  };
}

export function HandOverForm() {
  const [issued, setIssued] = useState<readonly IssuedPassword[]>();
  const form = useContractForm({
    contract: handOverSchema,
    initial,
    toInput: handOverInput,
    submit: async (body) => {
      const reply = await callApi<z.infer<typeof handedOverSchema>>({
        method: 'POST',
        path: '/hand-over',
        body,
        idempotencyKey: randomKey(),
        asksToSignIn: false,
      });
      setIssued(reply.issued);
    },
  });
  if (issued !== undefined) {
    return (
      <section>
        <h2>已经移交</h2>
        <p>初始管理员账号已关闭。三个人分别登录后，就可以登记单位和人员。</p>
        <IssuedPasswordNote issued={issued} onKept={() => window.location.assign('/desk/')} />
      </section>
    );
  }
  return (
    <section>
      <h2>开始使用：移交管理权限</h2>
      <p>
        请写明这是哪里的平台，并把三种管理角色交给三个不同的人（三员分立，GB/T
        22239-2019）。移交后，初始管理员账号随即关闭。
      </p>
      <FormFrame form={form} verb="移交">
        <FormField form={form} name="placeName" at="jurisdiction.name" label="行政区名称" hint="如“望澜县”。">
          {(control) => <TextInput {...control} />}
        </FormField>
        <FormField form={form} name="level" at="jurisdiction.level" label="级别">
          {(control) => <Select {...control} options={[...levels]} />}
        </FormField>
        <FormField form={form} name="parentName" at="jurisdiction.parentName" label="上一级行政区" optional>
          {(control) => <TextInput {...control} />}
        </FormField>
        <FormField form={form} name="governmentName" label="人民政府全称" hint="如“望澜县人民政府”。">
          {(control) => <TextInput {...control} />}
        </FormField>
        <FormField
          form={form}
          name="officeName"
          label="政务公开主管部门全称"
          hint="如“望澜县人民政府办公室”；三个人都登记在这里。"
        >
          {(control) => <TextInput {...control} />}
        </FormField>
        {separatedRoles.map((role) => (
          <PersonFieldset key={role} form={form} role={role} />
        ))}
      </FormFrame>
    </section>
  );
}

function PersonFieldset(props: {
  readonly form: ContractForm<HandOverFields>;
  readonly role: SeparatedRole;
}) {
  const { form, role } = props;
  return (
    <fieldset className="person-fields">
      <legend>{officerRoleTitles[role]}</legend>
      <FormField form={form} name={`${role}Name`} at={`${role}.name`} label="姓名">
        {(control) => <TextInput {...control} maxLength={50} />}
      </FormField>
      <FormField form={form} name={`${role}Position`} at={`${role}.position`} label="职务" optional>
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
      <FormField form={form} name={`${role}LoginName`} at={`${role}.loginName`} label="账号名">
        {(control) => <TextInput {...control} placeholder="如 zhangsan" maxLength={40} />}
      </FormField>
    </fieldset>
  );
}
