/** The six digits of the authenticator, or a recovery code when the phone is not at hand. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { callApi } from '#desk/data/call-api.ts';
import { refreshBelow } from '#desk/data/use-api.ts';
import { secondFactorSchema } from '../contract.ts';

export function SecondFactorForm() {
  const client = useQueryClient();
  const [recovering, setRecovering] = useState(false);
  const form = useContractForm({
    contract: secondFactorSchema,
    initial: { code: '' },
    submit: async (body) => {
      await callApi({ method: 'POST', path: '/session/second-factor', body, asksToSignIn: false });
      await refreshBelow(client, ['/me']);
    },
  });
  return (
    <section>
      <h2>{recovering ? '输入恢复码' : '输入动态口令'}</h2>
      <FormFrame
        form={form}
        verb="继续"
        actions={
          <Button type="link" onClick={() => setRecovering(!recovering)}>
            {recovering ? '改用动态口令' : '手机不在身边，用恢复码'}
          </Button>
        }
      >
        <FormField
          form={form}
          name="code"
          label={recovering ? '恢复码' : '动态口令'}
          hint={
            recovering
              ? '设置动态口令时交给您的恢复码，每个只能用一次。'
              : '打开手机上的动态口令应用，填写六位数字；30秒更换一次。'
          }
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="one-time-code"
              inputMode={recovering ? 'text' : 'numeric'}
              maxLength={40}
            />
          )}
        </FormField>
      </FormFrame>
    </section>
  );
}
