/** Opening an account for an officer of the register. */
import { Select } from 'antd';
import { useState } from 'react';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { createAccountSchema, type IssuedPassword } from '../contract.ts';
import { IssuedPasswordNote } from './issued-password-note.tsx';

interface AccountFields {
  officerId: string | null;
  loginName: string;
}

/** What the picker needs of the register's officers. */
interface OfficerChoice {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
}

export function CreateAccountForm({ onDone }: { readonly onDone: () => void }) {
  const [text, setText] = useState('');
  const [issued, setIssued] = useState<IssuedPassword>();
  const officers = useApi<{ rows: OfficerChoice[] }>(
    '/organisation/officers',
    { text, active: 'true', limit: 30 },
    { keepsLast: true },
  );
  const create = useCommand<object, IssuedPassword>({
    call: (body) => ({ method: 'POST', path: '/accounts', body }),
    changes: ['/accounts'],
  });
  const initial: AccountFields = { officerId: null, loginName: '' };
  const form = useContractForm({
    contract: createAccountSchema,
    initial,
    submit: async (value) => setIssued(await create.mutateAsync(value)),
  });
  if (issued !== undefined) return <IssuedPasswordNote issued={[issued]} onKept={onDone} />;
  return (
    <FormFrame form={form} verb="开设账号">
      <FormField form={form} name="officerId" label="工作人员" hint="没有找到？先在“工作人员与角色”中登记。">
        {(control) => (
          <Select<string | null>
            {...control}
            placeholder="输入姓名查找"
            showSearch={{ filterOption: false, onSearch: setText }}
            options={(officers.data?.rows ?? []).map((officer) => ({
              value: officer.id,
              label: `${officer.name}（${officer.unitName}）`,
            }))}
          />
        )}
      </FormField>
      <FormField form={form} name="loginName" label="账号名" hint="小写字母开头，3至40位，如 fgj.zhangsan。">
        {(control) => <TextInput {...control} maxLength={40} />}
      </FormField>
    </FormFrame>
  );
}
