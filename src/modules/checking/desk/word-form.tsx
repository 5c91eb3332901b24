/** One word of the office: added or changed, and tried on what is public before it takes effect. */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextArea, TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useMay, useMe } from '#desk/data/me.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { type TriedWord, type WordInput, type WordView, wordInputSchema } from '../contract.ts';
import { type Severity, severities } from '../rules/finding.ts';
import { type WordKind, wordKinds } from '../rules/words-in-force.ts';
import { severityTitles, wordKindTitles } from '../words.ts';
import { TriedWordView } from './tried-word.tsx';

interface WordFields {
  unitId: string;
  kind: WordKind;
  phrase: string;
  replacement: string;
  severity: Severity;
  reason: string;
  fromDay: string;
  untilDay: string;
}

const blank: WordFields = {
  unitId: '',
  kind: 'wrong',
  phrase: '',
  replacement: '',
  severity: 'confirm',
  reason: '',
  fromDay: '',
  untilDay: '',
};

function inputOf(fields: WordFields): unknown {
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    ...fields,
    unitId: orNull(fields.unitId),
    replacement: fields.kind === 'wrong' ? orNull(fields.replacement.trim()) : null,
    fromDay: orNull(fields.fromDay),
    untilDay: orNull(fields.untilDay),
  };
}

function fieldsOf(word: WordView): WordFields {
  const { kind, phrase, severity, reason, untilDay, state, fromDay } = word;
  return {
    unitId: word.unitId ?? '',
    kind,
    phrase,
    replacement: word.replacement ?? '',
    severity,
    reason,
    fromDay: state === 'coming' ? fromDay : '',
    untilDay: untilDay ?? '',
  };
}

export interface WordFormProps {
  /** The word that is changed. */
  readonly word?: WordView;
  /** What stands in a new one. */
  readonly start?: { readonly kind: WordKind; readonly phrase: string; readonly unitId: string | null };
  readonly onDone: () => void;
}

export function WordForm({ word, start, onDone }: WordFormProps) {
  const say = useSay();
  const save = useCommand<WordInput>({
    call: (body) =>
      word === undefined
        ? { method: 'POST', path: '/checks/words', body }
        : { method: 'PUT', path: `/checks/words/${word.id}`, body },
    changes: ['/checks/words'],
  });
  const scopes = useScopes();
  const form = useContractForm({
    contract: wordInputSchema,
    initial:
      word === undefined
        ? { ...blank, ...start, unitId: (start === undefined ? scopes[0]?.value : start.unitId) ?? '' }
        : fieldsOf(word),
    toInput: inputOf,
    submit: async (value) => {
      await save.mutateAsync(value);
      say.done(`已${word === undefined ? '添加' : '修改'}“${value.phrase}”`);
      onDone();
    },
  });
  const { kind } = form.values;
  return (
    <>
      <FormFrame form={form} verb={word === undefined ? '添加' : '保存'}>
        <FormField form={form} name="kind" label="种类" hint={kindHints[kind]}>
          {(control) => (
            <Select<WordKind>
              {...control}
              options={wordKinds.map((one) => ({ value: one, label: wordKindTitles[one] }))}
            />
          )}
        </FormField>
        <FormField form={form} name="phrase" label="词或说法">
          {(control) => <TextInput {...control} maxLength={60} />}
        </FormField>
        {kind === 'wrong' ? (
          <>
            <FormField form={form} name="replacement" label="规范写法" optional>
              {(control) => <TextInput {...control} maxLength={60} />}
            </FormField>
            <FormField form={form} name="severity" label="级别">
              {(control) => (
                <Select<Severity>
                  {...control}
                  options={severities.map((one) => ({ value: one, label: severityTitles[one] }))}
                />
              )}
            </FormField>
          </>
        ) : null}
        <FormField form={form} name="unitId" label="用于" hint="本单位的词只在检测本单位的文稿时起作用。">
          {(control) => <Select<string> {...control} options={scopes} />}
        </FormField>
        <FormField form={form} name="reason" label="理由" hint="检测结果里会显示。">
          {(control) => <TextArea {...control} rows={2} maxLength={300} />}
        </FormField>
        {word !== undefined && word.state === 'inForce' ? null : (
          <FormField form={form} name="fromDay" label="启用日期" optional hint="不填从今天起。">
            {(control) => <DayInput {...control} />}
          </FormField>
        )}
        <FormField
          form={form}
          name="untilDay"
          label="截止日期"
          optional={kind !== 'accepted'}
          hint="从这一天起不再起作用。"
        >
          {(control) => <DayInput {...control} />}
        </FormField>
      </FormFrame>
      <WordTrial input={inputOf(form.values)} replacesId={word?.id ?? null} />
    </>
  );
}

const kindHints: Readonly<Record<WordKind, string>> = {
  wrong: '出现就列为检测结果，可给出规范写法。',
  protected: '人名、地名、机构名一类，不当作错别字。',
  accepted: '说法里的检测结果不再列出，到截止日期为止。',
};

/** Units whose words this officer keeps, and the county where the officer may; the empty value is the county. */
function useScopes(): { readonly value: string; readonly label: string }[] {
  const { units } = useMe();
  const may = useMay();
  return [
    ...units
      .filter((unit) => may('checking.keepUnitWords', unit.id))
      .map((unit) => ({ value: unit.id, label: unit.shortName })),
    ...(may('checking.keepCountyWords') ? [{ value: '', label: '全县' }] : []),
  ];
}

function WordTrial({ input, replacesId }: { readonly input: unknown; readonly replacesId: string | null }) {
  const [text, setText] = useState('');
  const trial = useCommand<object, TriedWord>({
    call: (body) => ({ method: 'POST', path: '/checks/words/trial', body }),
  });
  const word = wordInputSchema.safeParse(input);
  return (
    <section className="word-trial" aria-label="试用">
      <h3>先试一试</h3>
      <p className="quiet">看看这条词会让已公开的内容多出或少掉多少检测结果；试用不保存任何东西。</p>
      <label htmlFor="word-trial-text">也在这段文字里试（可不填）</label>
      <TextArea id="word-trial-text" value={text} onChange={setText} rows={3} />
      <Button
        loading={trial.isPending}
        disabled={!word.success}
        onClick={() => word.success && trial.mutate({ word: word.data, replacesId, text })}
      >
        试用
      </Button>
      {word.success ? null : <p className="quiet">填好上面各项后可以试用。</p>}
      {trial.error === null ? null : <RefusalNotice error={trial.error} />}
      {trial.data === undefined ? null : <TriedWordView tried={trial.data} />}
    </section>
  );
}
