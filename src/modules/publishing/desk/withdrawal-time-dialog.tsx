/** Asks for the moment and the public reason of a withdrawal that happens by itself. */
import { Input, Modal } from 'antd';
import { z } from 'zod';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';

const withdrawalSchema = z.object({
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u, '请选择日期和时间'),
  reason: z.string().trim().min(2, '请写明撤回的原因，公众会看到').max(1000),
});

export function WithdrawalTimeDialog(props: {
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (body: { readonly at: string; readonly reason: string }) => Promise<unknown>;
}) {
  const form = useContractForm({
    contract: withdrawalSchema,
    initial: { at: '', reason: '公示期限届满' },
    submit: ({ at, reason }) => props.onDone({ at: `${at}:00+08:00`, reason }),
  });
  return (
    <Modal open title={`定时撤回“${props.name}”`} footer={null} onCancel={props.onClose} width={460}>
      <FormFrame form={form} verb="定时撤回">
        <FormField
          form={form}
          name="at"
          label="撤回时间"
          hint="北京时间；到时自动撤回，再次设定会改为新的时间。"
        >
          {({ onChange, ...control }) => (
            <Input {...control} type="datetime-local" onChange={(event) => onChange(event.target.value)} />
          )}
        </FormField>
        <FormField form={form} name="reason" label="原因" hint="撤回后显示在原地址上。">
          {(control) => <TextArea {...control} rows={2} maxLength={1000} />}
        </FormField>
      </FormFrame>
    </Modal>
  );
}
