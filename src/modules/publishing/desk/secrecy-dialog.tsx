/** The secrecy review: opinion, ground where it may not be published, reason (条例第十七条). */
import { Modal, Radio, Select } from 'antd';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { type SecrecyReviewInput, secrecyReviewSchema } from '../contract/items.ts';
import { type SecrecyOpinion, secrecyOpinions } from '../rules/item-state.ts';
import { groundsOfLaw, type WithholdingGround, withholdingGrounds } from '../rules/openness.ts';
import { secrecyOpinionTitles } from '../words/items.ts';

interface SecrecyValues {
  readonly opinion: SecrecyOpinion | null;
  readonly ground: WithholdingGround | null;
  readonly reason: string;
}

const start: SecrecyValues = { opinion: null, ground: null, reason: '' };

export function SecrecyDialog(props: {
  readonly name: string;
  readonly onClose: () => void;
  readonly onDone: (review: SecrecyReviewInput) => Promise<unknown>;
}) {
  const form = useContractForm({ contract: secrecyReviewSchema, initial: start, submit: props.onDone });
  return (
    <Modal open title={`保密审查“${props.name}”`} footer={null} onCancel={props.onClose} width={560}>
      <FormFrame form={form} verb="提出审查意见">
        <FormField form={form} name="opinion" label="审查意见">
          {({ id, value, onChange }) => (
            <Radio.Group
              id={id}
              value={value}
              options={secrecyOpinions.map((one) => ({ value: one, label: secrecyOpinionTitles[one] }))}
              onChange={(event) =>
                onChange(secrecyOpinions.find((one) => one === event.target.value) ?? null)
              }
            />
          )}
        </FormField>
        {form.values.opinion === 'refused' ? (
          <FormField form={form} name="ground" label="法定理由">
            {({ onChange, ...control }) => (
              <Select<WithholdingGround>
                {...control}
                onChange={(ground) => onChange(ground)}
                options={withholdingGrounds.map((one) => ({ value: one, label: groundsOfLaw[one].title }))}
              />
            )}
          </FormField>
        ) : null}
        <FormField form={form} name="reason" label="依据和理由">
          {(control) => <TextArea {...control} rows={3} maxLength={1000} />}
        </FormField>
      </FormFrame>
    </Modal>
  );
}
