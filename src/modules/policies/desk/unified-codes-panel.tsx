/** Codes of units in unified numbers: the ones set, and setting one. */

import { z } from 'zod';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useApi, useCommand } from '#desk/data/use-api.ts';
import { unifiedCodeSchema } from '../contract/registration.ts';

interface CodeRow {
  readonly unitId: string;
  readonly unitName: string;
  readonly code: string;
}

const codeOfUnit = unifiedCodeSchema.extend({ unitId: z.uuid('请选择单位') });

export function UnifiedCodesPanel({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const { data } = useApi<{ readonly rows: readonly CodeRow[] }>('/policies/unified-codes');
  const set = useCommand<z.output<typeof codeOfUnit>>({
    call: ({ unitId, code }) => ({
      method: 'PUT',
      path: `/policies/unified-codes/${unitId}`,
      body: { code },
    }),
    changes: ['/policies/unified-codes'],
  });
  const form = useContractForm({
    contract: codeOfUnit,
    initial: { unitId: null as string | null, code: '' },
    toInput: (values) => ({ ...values, unitId: values.unitId ?? '' }),
    submit: async (input) => {
      await set.mutateAsync(input);
      say.done('已设置');
    },
  });
  return (
    <SidePanel title="编号代码" width="wide" onClose={onClose}>
      <p>统一编号由代码、年份和四位顺序号组成，例如WLAC01-2026-0001，每年从1编起。改代码不影响已经编的号。</p>
      {(data?.rows ?? []).length === 0 ? null : (
        <ul className="plain-list">
          {data?.rows.map((row) => (
            <li key={row.unitId}>
              {row.code}　{row.unitName}
            </li>
          ))}
        </ul>
      )}
      <FormFrame form={form} verb="设置">
        <FormField form={form} name="unitId" label="单位">
          {(control) => <UnitPicker {...control} />}
        </FormField>
        <FormField form={form} name="code" label="代码">
          {(control) => <TextInput {...control} />}
        </FormField>
      </FormFrame>
    </SidePanel>
  );
}
