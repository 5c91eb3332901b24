/** What this document does to another one, with the day and the ground. */
import { Select } from 'antd';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { type DeskDocument, type EnterRelationInput, enterRelationSchema } from '../contract/documents.ts';
import { type RelationKind, relationKinds } from '../rules/validity.ts';
import { relationTitles } from '../words/documents.ts';
import { DocumentPicker } from './document-picker.tsx';

interface RelationFields {
  kind: RelationKind;
  toItemId: string | null;
  toTitle: string;
  toNumber: string;
  part: string;
  onDay: string;
  reason: string;
}

const textOrNull = (text: string) => (text.trim() === '' ? null : text);

export function RelationForm(props: { readonly document: DeskDocument; readonly onDone: () => void }) {
  const { document, onDone } = props;
  const say = useSay();
  const enter = useCommand<EnterRelationInput>({
    call: (body) => ({ method: 'POST', path: `/policies/documents/${document.itemId}/relations`, body }),
    changes: ['/policies'],
  });
  const initial: RelationFields = {
    kind: 'repeals',
    toItemId: null,
    toTitle: '',
    toNumber: '',
    part: '',
    onDay: document.effectiveOn ?? document.writtenOn,
    reason: '',
  };
  const form = useContractForm({
    contract: enterRelationSchema,
    initial,
    toInput: (values: RelationFields) => ({
      ...values,
      toTitle: values.toItemId === null ? textOrNull(values.toTitle) : null,
      toNumber: values.toItemId === null ? textOrNull(values.toNumber) : null,
      part: textOrNull(values.part),
      onDay: textOrNull(values.onDay),
    }),
    submit: async (input) => {
      await enter.mutateAsync(input);
      say.done('已登记，有效性已更新');
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="登记">
      <FormField form={form} name="kind" label={`《${document.title}》对另一份文件`}>
        {(control) => (
          <Select<RelationKind>
            {...control}
            options={relationKinds.map((value) => ({ value, label: relationTitles[value].does }))}
          />
        )}
      </FormField>
      <FormField form={form} name="toItemId" optional label="库中的文件">
        {(control) => <DocumentPicker {...control} except={document.itemId} />}
      </FormField>
      {form.values.toItemId === null ? (
        <>
          <FormField
            form={form}
            name="toTitle"
            optional
            label="库外文件的标题"
            hint="上级文件等不在本库的，写完整标题。"
          >
            {(control) => <TextInput {...control} />}
          </FormField>
          <FormField form={form} name="toNumber" optional label="库外文件的文号">
            {(control) => <TextInput {...control} />}
          </FormField>
        </>
      ) : null}
      <FormField
        form={form}
        name="part"
        optional
        label="只涉及部分条款的，写明哪几条"
        hint="例：第三条、第五条。整份文件留空。"
      >
        {(control) => <TextInput {...control} />}
      </FormField>
      <FormField form={form} name="onDay" label="从哪一天起">
        {(control) => <DayInput {...control} />}
      </FormField>
      <FormField form={form} name="reason" label="依据">
        {(control) => <TextArea {...control} rows={2} maxLength={500} />}
      </FormField>
    </FormFrame>
  );
}
