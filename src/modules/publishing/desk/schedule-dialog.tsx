/** Asks for the moment of a scheduled release, in Beijing time. */
import { Input, Modal } from 'antd';
import { z } from 'zod';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';

const momentSchema = z.object({
  at: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/u, '请选择日期和时间'),
});

export function ScheduleDialog(props: {
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (at: string) => Promise<unknown>;
}) {
  const form = useContractForm({
    contract: momentSchema,
    initial: { at: '' },
    submit: ({ at }) => props.onDone(`${at}:00+08:00`),
  });
  return (
    <Modal open title={`定时发布“${props.name}”`} footer={null} onCancel={props.onClose} width={420}>
      <FormFrame form={form} verb="定时发布">
        <FormField form={form} name="at" label="发布时间" hint="北京时间；到时自动公开审核通过的这一版。">
          {({ onChange, ...control }) => (
            <Input {...control} type="datetime-local" onChange={(event) => onChange(event.target.value)} />
          )}
        </FormField>
      </FormFrame>
    </Modal>
  );
}
