/** An officer's mail address on the officer's panel: masked to others, changed by the keeper of the register. */
import { Button } from 'antd';
import { useState } from 'react';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { type OfficerEmail, setOfficerEmailSchema } from '../contract/email.ts';

export function OfficerEmailLine({ officerId }: { readonly officerId: string }) {
  const path = `/organisation/officers/${officerId}/email`;
  const { data } = useApi<OfficerEmail>(path);
  const [changing, setChanging] = useState(false);
  if (data === undefined) return null;
  if (changing) return <EmailForm path={path} email={data.email} onDone={() => setChanging(false)} />;
  return (
    <p className="detail-actions">
      邮箱：{data.email ?? '没有登记'}
      {data.mayChange ? (
        <Button size="small" onClick={() => setChanging(true)}>
          {data.email === null ? '登记邮箱' : '修改邮箱'}
        </Button>
      ) : null}
    </p>
  );
}

function EmailForm(props: {
  readonly path: string;
  readonly email: string | null;
  readonly onDone: () => void;
}) {
  const { path, email, onDone } = props;
  const say = useSay();
  const set = useCommand<object>({ call: (body) => ({ method: 'PUT', path, body }), changes: [path] });
  const form = useContractForm({
    contract: setOfficerEmailSchema,
    initial: { email: email ?? '' },
    toInput: (values) => ({ email: values.email.trim() === '' ? null : values.email.trim() }),
    submit: async (value) => {
      await set.mutateAsync(value);
      say.done(value.email === null ? '已删除邮箱' : '已登记邮箱');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="保存" actions={<Button onClick={onDone}>不改了</Button>}>
      <FormField form={form} name="email" label="邮箱" optional hint="用于每日摘要和提醒；清空即删除。">
        {(control) => <TextInput {...control} inputMode="email" maxLength={200} />}
      </FormField>
    </FormFrame>
  );
}
