/** Setting what a year asks at least: one line for each subject, with the sentence of the plan that asks it. */
import { Button, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useConfirm } from '#desk/components/confirm/use-confirm.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useCommand } from '#desk/data/use-api.ts';
import { setMinimumSchema, type YearlyMinimum } from '../../contract/safeguards.ts';
import { type UnitKind, unitKinds } from '../../rules/kinds.ts';
import { liaisonDutyKinds } from '../../rules/liaison.ts';
import { type MinimumSubject, minimumDefinitions, minimumSubjects } from '../../rules/minimums.ts';
import { unitKindTitles } from '../../words/register.ts';

const changes = ['/organisation/safeguards'];

export function MinimumList(props: { readonly year: number; readonly minimums: readonly YearlyMinimum[] }) {
  const { year, minimums } = props;
  const [editing, setEditing] = useState<MinimumSubject>();
  const confirm = useConfirm();
  const say = useSay();
  const drop = useCommand<MinimumSubject>({
    call: (subject) => ({
      method: 'POST',
      path: '/organisation/yearly-minimums/drop',
      body: { year, subject },
    }),
    changes,
    onDone: () => say.done('已取消这项要求'),
  });
  const ask = async (subject: MinimumSubject) => {
    const { title } = minimumDefinitions[subject];
    const consequence = `${year}年不再对${title}提出最低要求，随时可以再定。`;
    if (await confirm({ verb: '取消', name: title, consequence })) drop.mutate(subject);
  };
  return (
    <ul className="plain-list">
      {minimumSubjects.map((subject) => {
        const { title, valueUnit, scope } = minimumDefinitions[subject];
        const set = minimums.find((minimum) => minimum.subject === subject);
        const asks = scope === 'eachUnit' ? '每个单位' : '全县';
        return (
          <li key={subject}>
            <div className="record-line">
              <span>
                {title}
                <span className="quiet">
                  {' '}
                  {set === undefined
                    ? '没有要求'
                    : valueUnit === '%'
                      ? `${asks}都要，${set.basis}`
                      : `${asks}至少${set.least}${valueUnit}，${set.basis}`}
                </span>
              </span>
              {editing === subject ? null : (
                <Button
                  size="small"
                  aria-label={`${set === undefined ? '定' : '改'}${title}`}
                  onClick={() => setEditing(subject)}
                >
                  {set === undefined ? '定' : '改'}
                </Button>
              )}
              {set === undefined ? null : (
                <Button size="small" aria-label={`取消${title}`} onClick={() => void ask(subject)}>
                  取消
                </Button>
              )}
            </div>
            {editing === subject ? (
              <MinimumForm year={year} subject={subject} set={set} onDone={() => setEditing(undefined)} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function MinimumForm(props: {
  readonly year: number;
  readonly subject: MinimumSubject;
  readonly set: YearlyMinimum | undefined;
  readonly onDone: () => void;
}) {
  const { year, subject, set, onDone } = props;
  const { title, common, valueUnit, scope } = minimumDefinitions[subject];
  const say = useSay();
  const save = useCommand<object>({
    call: (body) => ({ method: 'PUT', path: '/organisation/yearly-minimums', body }),
    changes,
  });
  const initial: { least: number; unitKinds: UnitKind[]; basis: string } = {
    least: set?.least ?? common,
    unitKinds: set?.unitKinds ?? [...liaisonDutyKinds],
    basis: set?.basis ?? '',
  };
  const form = useContractForm({
    contract: setMinimumSchema,
    initial,
    toInput: (values) => ({ ...values, year, subject }),
    submit: async (value) => {
      await save.mutateAsync(value);
      say.done(`已定${year}年${title}的最低要求`);
      onDone();
    },
  });
  return (
    <FormFrame form={form} verb="定下" actions={<Button onClick={onDone}>先不定</Button>}>
      {valueUnit === '%' ? null : (
        <FormField form={form} name="least" label={`至少几${valueUnit}`}>
          {({ onChange, ...control }) => (
            <InputNumber<number> {...control} min={1} max={1000} onChange={(next) => onChange(next ?? 1)} />
          )}
        </FormField>
      )}
      {scope === 'eachUnit' ? (
        <FormField form={form} name="unitKinds" label="对哪些单位">
          {({ value, onChange, ...control }) => (
            <Select<UnitKind[]>
              {...control}
              mode="multiple"
              value={value}
              onChange={(next) => onChange(next)}
              options={unitKinds.map((kind) => ({ value: kind, label: unitKindTitles[kind] }))}
            />
          )}
        </FormField>
      ) : null}
      <FormField form={form} name="basis" label="依据" hint="写明出自哪份文件、第几项。">
        {(control) => <TextInput {...control} maxLength={300} />}
      </FormField>
    </FormFrame>
  );
}
