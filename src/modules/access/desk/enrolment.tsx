/** Setting up the second factor: scan, confirm with six digits, keep the recovery codes. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { callApi } from '#desk/data/call-api.ts';
import { refreshBelow, useCommand } from '#desk/data/use-api.ts';
import { confirmEnrolmentSchema, type enrolmentSchema, type recoveryCodesSchema } from '../contract.ts';
import { RecoveryCodes } from './recovery-codes.tsx';

type EnrolmentView = z.infer<typeof enrolmentSchema>;
type RecoveryCodesView = z.infer<typeof recoveryCodesSchema>;

export function Enrolment() {
  const client = useQueryClient();
  const [codes, setCodes] = useState<readonly string[]>();
  const begin = useCommand<void, EnrolmentView>({
    call: () => ({ method: 'POST', path: '/account/second-factor/enrolment', asksToSignIn: false }),
  });
  if (codes !== undefined) {
    return <RecoveryCodes codes={codes} onKept={() => void refreshBelow(client, ['/me'])} />;
  }
  if (begin.data === undefined) {
    return (
      <>
        {begin.error === null ? null : <RefusalNotice error={begin.error} takesFocus />}
        <p>
          您需要一部手机和一个动态口令应用（微信小程序“腾讯身份验证器”、FreeOTP、Microsoft Authenticator
          等都可以）。不需要手机信号。
        </p>
        <Button type="primary" loading={begin.isPending} onClick={() => begin.mutate()}>
          开始设置
        </Button>
      </>
    );
  }
  return <ConfirmEnrolment enrolment={begin.data} onCodes={setCodes} />;
}

function ConfirmEnrolment(props: {
  readonly enrolment: EnrolmentView;
  readonly onCodes: (codes: readonly string[]) => void;
}) {
  const { enrolment, onCodes } = props;
  const form = useContractForm({
    contract: confirmEnrolmentSchema,
    initial: { code: '' },
    submit: async (body) => {
      const reply = await callApi<RecoveryCodesView>({
        method: 'POST',
        path: '/account/second-factor/enrolment/confirm',
        body,
        asksToSignIn: false,
      });
      onCodes(reply.recoveryCodes);
    },
  });
  return (
    <>
      <div className="enrolment-code">
        <img
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(enrolment.qrSvg)}`}
          alt="动态口令的二维码；不能扫码时请用旁边的密钥"
        />
        <div>
          <p>1. 打开手机上的动态口令应用，扫描二维码。</p>
          <p>
            不能扫码时，手工输入密钥：
            <br />
            <code className="secret-words">{enrolment.secret}</code>
          </p>
          <p>2. 把应用里显示的六位数字填在下面。</p>
        </div>
      </div>
      <FormFrame form={form} verb="确认">
        <FormField form={form} name="code" label="六位数字">
          {(control) => (
            <TextInput {...control} autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
          )}
        </FormField>
      </FormFrame>
    </>
  );
}
