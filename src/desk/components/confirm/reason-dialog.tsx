/** Asks for the reason of a step that is written down with it: deactivating, locking, revoking. */
import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { FormField } from '../form-pattern/form-field.tsx';
import { FormFrame } from '../form-pattern/form-frame.tsx';
import { TextArea } from '../form-pattern/text-controls.tsx';
import { useContractForm } from '../form-pattern/use-contract-form.ts';

export interface ReasonDialogProps {
  /** The verb on the button: “停用”. */
  readonly verb: string;
  /** The thing by its name. */
  readonly name: string;
  readonly consequence: ReactNode;
  readonly onClose: () => void;
  /** Does it; a rejection is shown and the reason kept. */
  readonly onReason: (reason: string) => Promise<unknown>;
}

const reasonContract = z.object({ reason: z.string().trim().min(2, '请写明原因').max(500) });

export function ReasonDialog({ verb, name, consequence, onClose, onReason }: ReasonDialogProps) {
  const form = useContractForm({
    contract: reasonContract,
    initial: { reason: '' },
    submit: async ({ reason }) => {
      await onReason(reason);
      onClose();
    },
  });
  return (
    <Modal open title={`${verb}“${name}”`} footer={null} onCancel={onClose} width={480}>
      <p>{consequence}</p>
      <FormFrame form={form} verb={verb} danger>
        <FormField form={form} name="reason" label="原因" hint="会写入操作记录，供日后查阅。">
          {(control) => <TextArea {...control} rows={3} maxLength={500} />}
        </FormField>
      </FormFrame>
    </Modal>
  );
}
