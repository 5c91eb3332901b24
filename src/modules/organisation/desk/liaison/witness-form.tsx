/** Names another witness for a handover. */
import { Button } from 'antd';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { changeWitnessSchema, type HandoverDetail } from '../../contract/liaison.ts';
import { OfficerPicker } from '../officer-picker.tsx';

export function WitnessForm(props: { readonly handover: HandoverDetail; readonly onDone: () => void }) {
  const { handover, onDone } = props;
  const say = useSay();
  const change = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: `/organisation/handovers/${handover.id}/witness`, body }),
    changes: ['/organisation'],
  });
  const initial: { witnessId: string | null } = { witnessId: null };
  const form = useContractForm({
    contract: changeWitnessSchema,
    initial,
    submit: async (value) => {
      await change.mutateAsync(value);
      say.done('已更换监交人');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="更换" actions={<Button onClick={onDone}>不换了</Button>}>
      <FormField form={form} name="witnessId" label="监交人">
        {(control) => (
          <OfficerPicker
            {...control}
            except={[handover.giver.officerId, handover.receiver.officerId, handover.witness.officerId]}
          />
        )}
      </FormField>
    </FormFrame>
  );
}
