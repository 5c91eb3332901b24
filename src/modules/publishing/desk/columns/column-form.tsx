/** Opening a column and changing one: its place, its owner, its interval, what is expected in it, the rule of a topic. */
import { InputNumber, Select } from 'antd';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { UnitPicker } from '#desk/components/unit-picker/unit-picker.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { type ColumnInput, type ColumnRow, columnSchema } from '../../contract/columns.ts';
import { type ColumnKind, columnKinds, type StatutoryPart, statutoryParts } from '../../rules/columns.ts';
import { type StatutoryDuty, statutoryDuties } from '../../rules/kinds/item-kind.ts';
import { columnKindTitles, statutoryDutyTitles, statutoryPartTitles } from '../../words/columns.ts';
import { useColumnOptions } from '../column-picker.tsx';

interface ColumnValues {
  parentId: string | null;
  code: string;
  title: string;
  kind: ColumnKind | null;
  unitId: string | null;
  statutoryPart: StatutoryPart | null;
  duty: StatutoryDuty | null;
  description: string;
  /** One a line. */
  expectedContents: string;
  updateIntervalDays: number | null;
  /** Words of the topic's rule, parted by 、 or blanks. */
  words: string;
  position: number;
}

const noValues: ColumnValues = {
  parentId: null,
  code: '',
  title: '',
  kind: null,
  unitId: null,
  statutoryPart: null,
  duty: null,
  description: '',
  expectedContents: '',
  updateIntervalDays: null,
  words: '',
  position: 0,
};

function valuesOfColumn(column: ColumnRow): ColumnValues {
  const { parentId, code, title, kind, unitId, statutoryPart, duty, description, position } = column;
  return {
    parentId,
    code,
    title,
    kind,
    unitId,
    statutoryPart,
    duty,
    description,
    position,
    expectedContents: column.expectedContents.join('\n'),
    updateIntervalDays: column.updateIntervalDays,
    words: column.topicRule?.words.join('、') ?? '',
  };
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
const wordsOf = (text: string) => text.split(/[\s、,，;；]+/u).filter((word) => word !== '');

/** Kinds and units of a topic's rule stand as they are; the form changes its words. */
function inputOfColumn(values: ColumnValues, before: ColumnRow | undefined): unknown {
  const { words, expectedContents, ...rest } = values;
  const rule = before?.topicRule ?? { kinds: [], unitIds: [], words: [] };
  const topicRule = { ...rule, words: wordsOf(words) };
  const isEmpty = topicRule.kinds.length + topicRule.unitIds.length + topicRule.words.length === 0;
  return {
    ...rest,
    expectedContents: linesOf(expectedContents),
    statutoryPart: values.kind === 'statutory' ? values.statutoryPart : null,
    topicRule: values.kind === 'topic' && !isEmpty ? topicRule : null,
  };
}

export function ColumnForm(props: {
  readonly column?: ColumnRow;
  readonly onDone: (columnId: string) => void;
}) {
  const { column, onDone } = props;
  const say = useSay();
  const options = useColumnOptions();
  const send = useCommand<ColumnInput, { readonly columnId: string } | undefined>({
    call: (body) =>
      column === undefined
        ? { method: 'POST', path: '/columns', body }
        : { method: 'PUT', path: `/columns/${column.id}`, body },
    changes: ['/columns', '/todos'],
  });
  const form = useContractForm<typeof columnSchema, ColumnValues>({
    contract: columnSchema,
    initial: column === undefined ? noValues : valuesOfColumn(column),
    toInput: (values) => inputOfColumn(values, column),
    submit: async (input) => {
      const reply = await send.mutateAsync(input);
      say.done(column === undefined ? `已开设栏目“${input.title}”` : '已保存');
      onDone(reply?.columnId ?? column?.id ?? '');
    },
  });
  const { kind } = form.values;
  return (
    <FormFrame form={form} verb={column === undefined ? '开设栏目' : '保存'}>
      <FormField form={form} name="title" label="名称">
        {(control) => <TextInput {...control} maxLength={60} />}
      </FormField>
      {column === undefined ? (
        <FormField
          form={form}
          name="code"
          label="地址"
          hint="小写字母、数字和连字符，例：budget。用过的地址不再改。"
        >
          {(control) => <TextInput {...control} maxLength={61} />}
        </FormField>
      ) : null}
      <FormField form={form} name="kind" label="种类">
        {(control) => (
          <Select<ColumnKind | null>
            {...control}
            options={columnKinds.map((value) => ({ value, label: columnKindTitles[value] }))}
          />
        )}
      </FormField>
      <FormField form={form} name="unitId" label="责任单位" hint="到期没有更新时提醒这个单位。">
        {(control) => <UnitPicker {...control} />}
      </FormField>
      <FormField form={form} name="parentId" label="上级栏目" optional>
        {({ onChange, ...control }) => (
          <Select<string | null>
            {...control}
            allowClear
            options={options.filter(({ value }) => value !== column?.id)}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(chosen) => onChange(chosen ?? null)}
          />
        )}
      </FormField>
      {kind === 'statutory' ? (
        <FormField form={form} name="statutoryPart" label="专栏的固定部分" optional>
          {({ onChange, ...control }) => (
            <Select<StatutoryPart | null>
              {...control}
              allowClear
              options={statutoryParts.map((value) => ({ value, label: statutoryPartTitles[value] }))}
              onChange={(chosen) => onChange(chosen ?? null)}
            />
          )}
        </FormField>
      ) : null}
      <FormField
        form={form}
        name="duty"
        label="对应的法定公开内容"
        optional
        hint="条例第二十条的十五项之一。"
      >
        {({ onChange, ...control }) => (
          <Select<StatutoryDuty | null>
            {...control}
            allowClear
            options={statutoryDuties.map((value) => ({ value, label: statutoryDutyTitles[value] }))}
            onChange={(chosen) => onChange(chosen ?? null)}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="updateIntervalDays"
        label="更新周期（天）"
        optional
        hint="到期前后提醒责任单位；不填则不按周期检查。"
      >
        {({ status, onChange, ...control }) => (
          <InputNumber {...control} status={status} min={1} max={3660} onChange={(next) => onChange(next)} />
        )}
      </FormField>
      <FormField form={form} name="expectedContents" label="应有内容" optional hint="一行一项。">
        {(control) => <TextArea {...control} rows={4} />}
      </FormField>
      {kind === 'topic' ? (
        <FormField
          form={form}
          name="words"
          label="自动汇集的词"
          optional
          hint="标题或关键词里有其中一个词的信息，发布时自动进入本专题；用顿号分开。"
        >
          {(control) => <TextInput {...control} />}
        </FormField>
      ) : null}
      <FormField form={form} name="description" label="说明" optional hint="显示在栏目页面上。">
        {(control) => <TextArea {...control} rows={2} maxLength={600} />}
      </FormField>
      <FormField form={form} name="position" label="排列顺序" hint="小的在前。">
        {({ status, onChange, ...control }) => (
          <InputNumber
            {...control}
            status={status}
            min={0}
            max={10000}
            onChange={(next) => onChange(next ?? 0)}
          />
        )}
      </FormField>
    </FormFrame>
  );
}
