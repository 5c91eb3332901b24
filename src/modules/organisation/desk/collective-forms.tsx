/** Settling whom a collective phrase stands for. */
import { Checkbox, Select } from 'antd';
import { z } from 'zod';
import { type FieldControl, FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { type ContractForm, useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitsPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import {
  type CollectiveView,
  collectiveMembersSchema,
  createCollectiveSchema,
  setCollectiveAliasesSchema,
  type UnitKind,
  unitKinds,
} from '../contract/register.ts';
import { unitKindTitles } from '../words/register.ts';

interface MemberFields {
  aliases: string[];
  kinds: UnitKind[];
  memberIds: string[];
  dependsOnTask: boolean;
}

/** Members and other spellings are two commands of the server and one form for people. */
const changeContract = z.object({
  ...collectiveMembersSchema.shape,
  ...setCollectiveAliasesSchema.shape,
});

export function ChangeCollectiveForm(props: {
  readonly collective: CollectiveView;
  readonly onDone: () => void;
}) {
  const { collective, onDone } = props;
  const say = useSay();
  const path = `/organisation/collectives/${collective.id}`;
  const members = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: `${path}/members`, body }),
    changes: ['/organisation'],
  });
  const aliases = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: `${path}/aliases`, body }),
    changes: ['/organisation'],
  });
  const initial: MemberFields = {
    aliases: collective.aliases,
    kinds: collective.kinds,
    memberIds: collective.memberIds,
    dependsOnTask: collective.dependsOnTask,
  };
  const form = useContractForm({
    contract: changeContract,
    initial,
    submit: async ({ aliases: names, ...rest }) => {
      if (names.join() !== collective.aliases.join()) await aliases.mutateAsync({ aliases: names });
      await members.mutateAsync(rest);
      say.done(`已记住“${collective.phrase}”代表谁`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="保存">
      <MemberFieldset form={form} />
      <p className="quiet">
        保存前代表{collective.units.length}个单位：
        {collective.units.map((unit) => unit.shortName).join('、') || '还没有'}
      </p>
    </FormFrame>
  );
}

interface NewFields extends MemberFields {
  phrase: string;
}

export function CreateCollectiveForm({ onDone }: { readonly onDone: () => void }) {
  const say = useSay();
  const create = useCommand<object>({
    call: (body) => ({ method: 'POST', path: '/organisation/collectives', body }),
    changes: ['/organisation'],
  });
  const initial: NewFields = { phrase: '', aliases: [], kinds: [], memberIds: [], dependsOnTask: false };
  const form = useContractForm({
    contract: createCollectiveSchema,
    initial,
    submit: async (value) => {
      await create.mutateAsync(value);
      say.done(`已添加“${value.phrase}”`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="添加">
      <FormField form={form} name="phrase" label="文件里的说法" hint="如“各镇街”“县级有关部门”。">
        {(control) => <TextInput {...control} />}
      </FormField>
      <MemberFieldset form={form} />
    </FormFrame>
  );
}

function MemberFieldset<Fields extends MemberFields>({ form }: { readonly form: ContractForm<Fields> }) {
  const { dependsOnTask } = form.values;
  return (
    <>
      <FormField form={form} name="aliases" label="其他写法" optional hint="逐个输入，回车分开。">
        {(control) => <WordsControl {...control} />}
      </FormField>
      <FormField form={form} name="dependsOnTask" label="看具体任务">
        {({ id, value, onChange }) => (
          <Checkbox id={id} checked={value} onChange={(event) => onChange(event.target.checked)}>
            代表谁要看任务内容，导入时由人逐项指定
          </Checkbox>
        )}
      </FormField>
      {dependsOnTask ? null : (
        <>
          <FormField
            form={form}
            name="kinds"
            label="全部这些类型的单位"
            optional
            hint="新设的单位自动算进来。"
          >
            {(control) => (
              <Select<UnitKind[]>
                {...control}
                mode="multiple"
                placeholder="如：乡镇、街道"
                options={unitKinds.map((kind) => ({ value: kind, label: unitKindTitles[kind] }))}
              />
            )}
          </FormField>
          <FormField form={form} name="memberIds" label="逐个列出的单位" optional>
            {(control) => <UnitsPicker {...control} />}
          </FormField>
        </>
      )}
    </>
  );
}

function WordsControl(control: FieldControl<string[]>) {
  return (
    <Select<string[]>
      {...control}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={['、', '，', ',', ' ']}
      placeholder="如：各乡镇（街道）"
    />
  );
}
