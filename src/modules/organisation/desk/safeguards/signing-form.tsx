/** Records that somebody signed to answer for a site or account. */
import { Button } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { type OutletView, signResponsibilitySchema } from '../../contract/safeguards.ts';
import { OfficerPicker } from '../officer-picker.tsx';

export function SigningForm({
  outlet,
  onDone,
}: {
  readonly outlet: OutletView;
  readonly onDone: () => void;
}) {
  const say = useSay();
  const today = useToday();
  const sign = useCommand<object>({
    call: (body) => ({ method: 'POST', path: `/organisation/outlets/${outlet.id}/signings`, body }),
    changes: ['/organisation', '/todos'],
  });
  const initial: {
    officerId: string | null;
    name: string;
    position: string;
    signedOn: string;
    validThrough: string;
  } = { officerId: null, name: '', position: '', signedOn: today, validThrough: '' };
  const form = useContractForm({
    contract: signResponsibilitySchema,
    initial,
    toInput: (values) => ({
      ...values,
      validThrough: values.validThrough === '' ? null : values.validThrough,
    }),
    submit: async (value) => {
      await sign.mutateAsync(value);
      say.done('已登记责任书');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记责任书" actions={<Button onClick={onDone}>先不登记</Button>}>
      <FormField form={form} name="officerId" label="责任人（已登记的工作人员）" optional>
        {(control) => <OfficerPicker {...control} unitId={outlet.unitId} />}
      </FormField>
      {form.values.officerId === null ? (
        <FormField form={form} name="name" label="责任人姓名">
          {(control) => <TextInput {...control} maxLength={50} />}
        </FormField>
      ) : null}
      <FormField form={form} name="position" label="职务" optional>
        {(control) => <TextInput {...control} maxLength={100} />}
      </FormField>
      <FormField form={form} name="signedOn" label="签订日期">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="validThrough" label="有效期至" optional hint="最后有效的一天。">
        {(control) => <DayInput {...control} />}
      </FormField>
    </FormFrame>
  );
}
