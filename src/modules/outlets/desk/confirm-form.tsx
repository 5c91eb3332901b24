/** Records what a person did about a delivery: posted, taken down, seen at the outlet. */
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { confirmDeliverySchema, type DeliveryDetail } from '../contract/outlets.ts';

export function ConfirmForm({
  delivery,
  onDone,
}: {
  readonly delivery: DeliveryDetail;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const settle = useCommand<unknown>({
    call: (body) => ({ method: 'POST', path: `/outlets/deliveries/${delivery.id}/confirm`, body }),
    changes: ['/outlets/deliveries'],
  });
  const initial: { detail: string; receipt: string } = { detail: '', receipt: '' };
  const form = useContractForm({
    contract: confirmDeliverySchema,
    initial,
    toInput: ({ detail, receipt }) => ({ detail, receipt: receipt.trim() === '' ? null : receipt }),
    submit: async (value) => {
      await settle.mutateAsync(value);
      say.done('已登记');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记">
      <FormField
        form={form}
        name="detail"
        label="办理情况"
        hint="写明日期和地点，例如“5月6日张贴在一楼大厅”。"
      >
        {(control) => <TextArea {...control} rows={2} maxLength={300} />}
      </FormField>
      <FormField form={form} name="receipt" label="回执或链接（可不填）">
        {(control) => <TextInput {...control} maxLength={200} />}
      </FormField>
    </FormFrame>
  );
}
