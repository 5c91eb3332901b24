/** The reply: which leaf of the dispositions, and the facts the file must show for it. */
import { Modal, Select } from 'antd';
import { useState } from 'react';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { replySchema } from '../contract/case-commands.ts';
import type { CaseView } from '../contract/requests.ts';
import { type DispositionFactName, dispositionFacts } from '../rules/dispositions/facts.ts';
import { type DispositionGroup, dispositionGroups } from '../rules/dispositions/leaf-shape.ts';
import {
  type DispositionLeaf,
  dispositionLeaves,
  findDispositionLeaf,
} from '../rules/dispositions/leaves.ts';

const elsewhere: readonly string[] = ['notCorrected', 'feeNotPaid', 'withdrawn'];
const groupNames: readonly DispositionGroup[] = [
  'granted',
  'partial',
  'withheld',
  'unavailable',
  'notHandled',
  'otherwise',
];

export function ReplyDialog(props: {
  readonly detail: CaseView;
  readonly onClose: () => void;
  readonly onDone: (input: object) => Promise<unknown>;
}) {
  const [leaf, setLeaf] = useState<DispositionLeaf>();
  return (
    <Modal open title={`作出答复：${props.detail.number}`} footer={null} onCancel={props.onClose} width={680}>
      <div className="form-field">
        <label className="form-label" htmlFor="reply-leaf">
          答复类型
        </label>
        <Select<string>
          id="reply-leaf"
          className="request-leaf"
          showSearch={{ optionFilterProp: 'label' }}
          value={leaf?.id ?? null}
          onChange={(id) => setLeaf(findDispositionLeaf(id))}
          options={groupNames.map((group) => ({
            label: dispositionGroups[group],
            options: dispositionLeaves
              .filter((one) => one.group === group && !elsewhere.includes(one.id))
              .map((one) => ({ value: one.id, label: one.title })),
          }))}
        />
        {leaf === undefined ? null : (
          <p className="form-note">
            {leaf.when}（{leaf.articles.join('、')}）
          </p>
        )}
      </div>
      {leaf === undefined ? null : <FactsForm key={leaf.id} leaf={leaf} {...props} />}
    </Modal>
  );
}

function FactsForm(props: {
  readonly leaf: DispositionLeaf;
  readonly onDone: (input: object) => Promise<unknown>;
}) {
  const { leaf, onDone } = props;
  const start: Readonly<Record<string, string>> = Object.fromEntries(leaf.facts.map((fact) => [fact, '']));
  const form = useContractForm({
    contract: replySchema,
    initial: start,
    toInput: (facts) => ({ leaf: leaf.id, facts, letterId: null }),
    submit: onDone,
  });
  return (
    <FormFrame form={form} verb="作出答复">
      {leaf.facts.map((fact) => (
        <FactField key={fact} fact={fact} form={form} />
      ))}
    </FormFrame>
  );
}

function FactField(props: {
  readonly fact: DispositionFactName;
  readonly form: ReturnType<typeof useContractForm<typeof replySchema, Readonly<Record<string, string>>>>;
}) {
  const { label, hint, shape } = dispositionFacts[props.fact];
  return (
    <FormField form={props.form} name={props.fact} at={`facts.${props.fact}`} label={label} hint={hint}>
      {(control) => {
        switch (shape.kind) {
          case 'day':
            return <DayInput {...control} />;
          case 'choice':
            return (
              <Select<string>
                {...control}
                value={control.value === '' ? null : control.value}
                options={Object.entries(shape.options).map(([value, words]) => ({ value, label: words }))}
              />
            );
          case 'text':
            return <TextArea {...control} rows={2} />;
        }
      }}
    </FormField>
  );
}
