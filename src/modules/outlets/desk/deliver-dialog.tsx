/** Chooses a public item and the outlets it is brought to. */
import { Checkbox, Modal, Select } from 'antd';
import { useState } from 'react';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { askDeliverySchema, type OutletView } from '../contract/outlets.ts';
import { outletKindSpecs } from '../rules/outlet-kinds.ts';

interface PickableItem {
  readonly id: string;
  readonly title: string;
  readonly unitName: string;
}

export function DeliverDialog({
  itemId,
  onClose,
}: {
  readonly itemId: string | null;
  readonly onClose: () => void;
}) {
  const say = useSay();
  const [text, setText] = useState('');
  const { data: outlets } = useApi<{ readonly rows: readonly OutletView[] }>('/outlets');
  const { data: items } = useApi<{ readonly rows: readonly PickableItem[] }>('/items', {
    standing: 'published',
    limit: 30,
    ...(text === '' ? {} : { text }),
  });
  const ask = useCommand<unknown>({
    call: (body) => ({ method: 'POST', path: '/outlets/deliveries', body }),
    changes: ['/outlets/deliveries'],
  });
  const initial: { itemId: string | null; outletIds: string[] } = { itemId, outletIds: [] };
  const form = useContractForm({
    contract: askDeliverySchema,
    initial,
    submit: async (value) => {
      await ask.mutateAsync(value);
      say.done(`已交付${value.outletIds.length}个渠道，结果见投递记录`);
      onClose();
    },
  });
  return (
    <Modal open title="投递一条信息" footer={null} onCancel={onClose} width={560}>
      <FormFrame form={form} verb="投递">
        <FormField form={form} name="itemId" label="信息" hint="只列出正在公开的；可以输入标题里的词查找。">
          {({ value, onChange, ...control }) => (
            <Select<string>
              {...control}
              {...(value === null ? {} : { value })}
              showSearch={{ filterOption: false, onSearch: setText }}
              options={(items?.rows ?? []).map((item) => ({
                value: item.id,
                label: `${item.title}（${item.unitName}）`,
              }))}
              onChange={(chosen) => onChange(chosen)}
            />
          )}
        </FormField>
        <FormField form={form} name="outletIds" label="渠道">
          {({ value, onChange, id }) => (
            <Checkbox.Group
              name={id}
              value={value}
              options={(outlets?.rows ?? [])
                .filter(({ closedOn }) => closedOn === null)
                .map((outlet) => ({
                  value: outlet.id,
                  label: `${outlet.title}（${outletKindSpecs[outlet.kind].title}）`,
                }))}
              onChange={(chosen) => onChange(chosen.map(String))}
            />
          )}
        </FormField>
      </FormFrame>
    </Modal>
  );
}
