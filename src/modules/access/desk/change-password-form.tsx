/** Changing one's own password; what is wrong with the new one is said while it is typed, by the server's own rule. */
import { useQueryClient } from '@tanstack/react-query';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { PasswordInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { callApi } from '#desk/data/call-api.ts';
import { refreshBelow } from '#desk/data/use-api.ts';
import { changePasswordSchema } from '../contract.ts';
import { judgePassword, passwordFaultSentences } from '../rules/password.ts';

export interface ChangePasswordFormProps {
  readonly loginName: string;
  /** “原密码” or “初始密码”. */
  readonly currentLabel: string;
}

export function ChangePasswordForm({ loginName, currentLabel }: ChangePasswordFormProps) {
  const client = useQueryClient();
  const say = useSay();
  const form = useContractForm({
    contract: changePasswordSchema,
    initial: { currentPassword: '', newPassword: '' },
    submit: async (body) => {
      await callApi({ method: 'POST', path: '/account/password', body, asksToSignIn: false });
      form.reset({ currentPassword: '', newPassword: '' });
      say.done('密码已更换，其他地方的登录都已退出');
      await refreshBelow(client, ['/me', '/account']);
    },
  });
  const { newPassword } = form.values;
  const faults = newPassword === '' ? [] : judgePassword(newPassword, loginName);
  const hint =
    faults.length > 0
      ? `◇ ${faults.map((fault) => passwordFaultSentences[fault]).join('；')}。`
      : '● 这个密码可以用。';
  return (
    <FormFrame form={form} verb="更换密码">
      <FormField form={form} name="currentPassword" label={currentLabel}>
        {(control) => <PasswordInput {...control} autoComplete="current-password" />}
      </FormField>
      <FormField
        form={form}
        name="newPassword"
        label="新密码"
        hint={newPassword === '' ? '可以用一句只有您会想到的话，越长越好。' : hint}
      >
        {(control) => <PasswordInput {...control} autoComplete="new-password" />}
      </FormField>
    </FormFrame>
  );
}
