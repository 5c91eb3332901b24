/** The title, unit and column of the item that publishes the results of a round. */
import { Select } from 'antd';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useActingUnit } from '#desk/data/acting-unit.ts';
import { useMay } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { type CleanupRound, type DraftListInput, draftListSchema } from '../../contract/cleanup.ts';
import { useColumnChoices } from '../column-choices.ts';

export function DraftListForm(props: {
  readonly round: CleanupRound;
  readonly onDone: (itemId: string) => void;
}) {
  const { round, onDone } = props;
  const say = useSay();
  const may = useMay();
  const [unit] = useActingUnit();
  const choices = useColumnChoices();
  const draft = useCommand<DraftListInput, { readonly itemId: string }>({
    call: (body) => ({ method: 'POST', path: `/policies/cleanups/${round.id}/list`, body }),
    changes: ['/policies', '/items', '/todos'],
  });
  const form = useContractForm({
    contract: draftListSchema,
    initial: {
      unitId: unit?.id ?? null,
      columnId: null as string | null,
      title: `${unit?.name ?? ''}关于公布${round.title}结果的通知`,
    },
    toInput: (values) => ({ ...values, columnId: values.columnId ?? '' }),
    submit: async (input) => {
      const { itemId } = await draft.mutateAsync(input);
      say.done('已起草，请送审发布');
      onDone(itemId);
    },
  });
  return (
    <FormFrame form={form} verb="起草">
      <p>结果按意见分成几个目录，照常送审、发布。发布的同时，废止和宣布失效的文件在各处一并改变。</p>
      <FormField form={form} name="title" label="标题">
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="unitId" label="发文单位">
        {(control) => <UnitPicker {...control} filter={(one) => may('publishing.write', one.id)} />}
      </FormField>
      <FormField form={form} name="columnId" label="栏目">
        {({ onChange, ...control }) => (
          <Select<string>
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="选择栏目"
            options={choices}
            onChange={(chosen) => onChange(chosen)}
          />
        )}
      </FormField>
    </FormFrame>
  );
}
