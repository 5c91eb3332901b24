/** Verifies the chain of records from its first to its last, against a hash noted down earlier where there is one. */
import type { z } from 'zod';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { ProgressTask } from '#desk/components/progress-task/progress-task.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { type auditVerdictSchema, verifyAuditSchema } from '../../contract.ts';

type AuditVerdict = z.infer<typeof auditVerdictSchema>;

export function VerifyAudit() {
  const verify = useCommand<object, AuditVerdict>({
    call: (body) => ({ method: 'POST', path: '/audit/verification', body }),
  });
  const form = useContractForm({
    contract: verifyAuditSchema,
    initial: { expectedHead: '' },
    toInput: ({ expectedHead }) => (expectedHead.trim() === '' ? {} : { expectedHead }),
    submit: (value) => verify.mutateAsync(value),
  });
  return (
    <>
      <p>从第一条起重新计算每条记录的校验值，看是否首尾相连。</p>
      <FormFrame form={form} verb="开始核验">
        <FormField
          form={form}
          name="expectedHead"
          label="上次抄下的校验值"
          optional
          hint="填写后，还能查出记录是否被整体替换过。"
        >
          {(control) => <TextInput {...control} maxLength={64} />}
        </FormField>
      </FormFrame>
      {verify.isPending ? <ProgressTask title="正在核验" /> : null}
      {verify.data === undefined ? null : <Verdict verdict={verify.data} />}
    </>
  );
}

function Verdict({ verdict }: { readonly verdict: AuditVerdict }) {
  if (!verdict.intact) {
    return (
      <div role="alert">
        <p>
          <StandingChip standing="failing" word={`第${verdict.seq}号记录对不上`} />
        </p>
        <p>{verdict.reason}</p>
        <p>请立即报告安全管理员，保留数据库和备份，不要继续写入。</p>
      </div>
    );
  }
  return (
    <div role="status">
      <p>
        <StandingChip standing="met" word={`${verdict.entries}条记录完整`} />
      </p>
      <p>末尾校验值，请抄在平台之外的地方：</p>
      <code className="hash">{verdict.headHash}</code>
    </div>
  );
}
