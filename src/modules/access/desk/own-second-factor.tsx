/** The officer's own second factor: set up, new recovery codes, take away where no role demands it. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { z } from 'zod';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { PasswordInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { callApi } from '#desk/data/call-api.ts';
import { useMe } from '#desk/data/me.ts';
import { refreshBelow } from '#desk/data/use-api.ts';
import { passwordProofSchema, type recoveryCodesSchema } from '../contract.ts';
import { Enrolment } from './enrolment.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import './entry-screen.css';

type Step = 'enrol' | 'newCodes' | 'remove';

export function OwnSecondFactor() {
  const { secondFactor } = useMe();
  const client = useQueryClient();
  const say = useSay();
  const [step, setStep] = useState<Step>();
  const [codes, setCodes] = useState<readonly string[]>();
  const close = () => {
    setStep(undefined);
    setCodes(undefined);
    void refreshBelow(client, ['/me']);
  };
  const prove = async (what: 'newCodes' | 'remove', body: { password: string }) => {
    if (what === 'newCodes') {
      const path = '/account/second-factor/recovery-codes';
      const reply = await callApi<z.infer<typeof recoveryCodesSchema>>({ method: 'POST', path, body });
      setCodes(reply.recoveryCodes);
      return;
    }
    await callApi({ method: 'POST', path: '/account/second-factor/remove', body });
    say.done('已停用动态口令');
    close();
  };
  return (
    <section aria-label="动态口令">
      <h2>动态口令</h2>
      {secondFactor.enrolled ? (
        <>
          <p>
            <StandingChip standing="met" word="已设置" />
          </p>
          <p className="detail-actions">
            <Button onClick={() => setStep('newCodes')}>换一批恢复码</Button>
            {secondFactor.required ? null : (
              <Button danger onClick={() => setStep('remove')}>
                停用动态口令
              </Button>
            )}
          </p>
          {secondFactor.required ? (
            <p className="quiet">您的角色必须使用动态口令，不能停用。换手机时请联系安全管理员重置。</p>
          ) : null}
        </>
      ) : (
        <>
          <p>
            <StandingChip standing="cannotTell" word="没有设置" />
          </p>
          {step === 'enrol' ? <Enrolment /> : <Button onClick={() => setStep('enrol')}>设置动态口令</Button>}
        </>
      )}
      <Modal
        open={step === 'newCodes' || step === 'remove'}
        title={step === 'remove' ? '停用动态口令' : '换一批恢复码'}
        footer={null}
        onCancel={close}
        destroyOnHidden
      >
        {codes === undefined ? (
          <PasswordProof
            verb={step === 'remove' ? '停用' : '更换'}
            why={step === 'remove' ? '停用后，只凭密码就能登录您的账号。' : '原来的恢复码随即作废。'}
            onProof={(body) => prove(step === 'remove' ? 'remove' : 'newCodes', body)}
          />
        ) : (
          <RecoveryCodes codes={codes} onKept={close} />
        )}
      </Modal>
    </section>
  );
}

function PasswordProof(props: {
  readonly verb: string;
  readonly why: string;
  readonly onProof: (body: { password: string }) => Promise<void>;
}) {
  const form = useContractForm({
    contract: passwordProofSchema,
    initial: { password: '' },
    submit: props.onProof,
  });
  return (
    <>
      <p>{props.why}</p>
      <FormFrame form={form} verb={props.verb}>
        <FormField form={form} name="password" label="您的密码" hint="确认是您本人在操作。">
          {(control) => <PasswordInput {...control} autoComplete="current-password" />}
        </FormField>
      </FormFrame>
    </>
  );
}
