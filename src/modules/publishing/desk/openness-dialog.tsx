/** Converts the openness of a released item, with ground and reason (条例第十八条). */
import { Modal } from 'antd';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { disclosureSchema, type ItemDetail } from '../contract/items.ts';
import { type Disclosure, findDisclosureFault } from '../rules/openness.ts';
import { opennessTitles } from '../words/items.ts';
import { DisclosureField, type DisclosureValue } from './disclosure-field.tsx';

export function OpennessDialog(props: {
  readonly item: Pick<ItemDetail, 'title' | 'openness'>;
  readonly onClose: () => void;
  readonly onDone: (disclosure: Disclosure) => Promise<unknown>;
}) {
  const { item } = props;
  const initial: DisclosureValue = { openness: item.openness ?? 'proactive', ground: null, reason: '' };
  const form = useContractForm<typeof disclosureSchema, DisclosureValue>({
    contract: disclosureSchema.refine(({ openness }) => openness !== item.openness, {
      path: ['openness'],
      message: '与现在的公开属性相同，请改选',
    }),
    initial,
    toInput: ({ openness, ground, reason }) => ({
      openness,
      ground: openness === 'proactive' ? null : ground,
      reason: reason.trim() === '' ? null : reason,
    }),
    submit: props.onDone,
  });
  const { openness, ground, reason } = form.values;
  const isSame = openness === item.openness;
  const fault = findDisclosureFault({
    openness,
    ground: openness === 'proactive' ? null : ground,
    reason: reason.trim() === '' ? null : reason,
  });
  return (
    <Modal open title={`变更公开属性“${item.title}”`} footer={null} onCancel={props.onClose} width={560}>
      <p>
        现在是{opennessTitles[item.openness ?? 'proactive']}
        。变更后各栏目、搜索、订阅和附件地址同时生效；改为主动公开的，先做发布前检测。
      </p>
      <FormFrame form={form} verb="变更公开属性">
        <DisclosureField value={form.values} onChange={(value) => form.set(value)} />
        {isSame || fault === undefined ? null : (
          <p className="form-note">
            {fault === 'groundMissing' ? '不予公开的，请选择法定理由。' : null}
            {fault === 'reasonMissing' ? '请写明具体原因。' : null}
            {fault === 'mayNotBeOnRequest' ? '国家秘密和法律禁止公开的，依申请也不得公开，请改选。' : null}
          </p>
        )}
      </FormFrame>
    </Modal>
  );
}
