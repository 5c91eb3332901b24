/** The county's shorter limits for a period: those there are, and a new one. */
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { FormField } from '#desk/components/form-pattern/form-field.tsx';
import { FormFrame } from '#desk/components/form-pattern/form-frame.tsx';
import { TextInput } from '#desk/components/form-pattern/text-controls.tsx';
import { useContractForm } from '#desk/components/form-pattern/use-contract-form.ts';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useSay } from '#desk/components/say/use-say.tsx';
import { useToday } from '#desk/data/today.ts';
import { useCommand } from '#desk/data/use-api.ts';
import { addDays } from '#kernel/day.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import { type PeriodRuleView, type SetTargetInput, setTargetSchema, type TargetView } from '../contract.ts';
import { lengthWords, unitWords } from '../rules/tell.ts';

/** The promise without an end. */
export function currentTarget({ targets }: PeriodRuleView): TargetView | undefined {
  return targets.find(({ untilDay }) => untilDay === null);
}

export function TargetList({ rule, mayEnd }: { readonly rule: PeriodRuleView; readonly mayEnd: boolean }) {
  return (
    <section>
      <h3>本地承诺时限</h3>
      <ul className="plain-list">
        {rule.targets.map((target) => (
          <TargetLine key={target.id} rule={rule} target={target} mayEnd={mayEnd} />
        ))}
      </ul>
    </section>
  );
}

function TargetLine(props: {
  readonly rule: PeriodRuleView;
  readonly target: TargetView;
  readonly mayEnd: boolean;
}) {
  const { rule, target, mayEnd } = props;
  const say = useSay();
  const today = useToday();
  const [ending, setEnding] = useState(false);
  const [until, setUntil] = useState<string>(addDays(today, 1));
  const end = useCommand<{ readonly untilDay: string }>({
    call: (body) => ({ method: 'POST', path: `/periods/targets/${target.id}/end`, body }),
    changes: ['/periods'],
    onDone: () => say.done(`“${rule.title}”的本地承诺时限已停用`),
  });
  const span =
    target.untilDay === null
      ? `${dayTextInWords(target.fromDay)}起`
      : `${dayTextInWords(target.fromDay)}至${dayTextInWords(target.untilDay)}之前`;
  return (
    <li>
      {lengthWords(rule.unit, target.length)}，{span}（{target.basis}，{target.setByName}设定）
      {mayEnd && target.untilDay === null && !ending ? (
        <Button type="link" size="small" danger onClick={() => setEnding(true)}>
          停用
        </Button>
      ) : null}
      {ending ? (
        <div className="period-fields">
          <span>
            从
            <DayInput value={until} onChange={setUntil} aria-label="停用的日期" />
            起只有法定期限
          </span>
          <Button danger size="small" loading={end.isPending} onClick={() => end.mutate({ untilDay: until })}>
            停用这条时限
          </Button>
          <Button size="small" onClick={() => setEnding(false)}>
            不停用
          </Button>
        </div>
      ) : null}
      {end.error === null ? null : <RefusalNotice error={end.error} takesFocus />}
    </li>
  );
}

export function TargetForm({ rule }: { readonly rule: PeriodRuleView }) {
  const say = useSay();
  const today = useToday();
  const save = useCommand<SetTargetInput>({
    call: (body) => ({ method: 'POST', path: '/periods/targets', body }),
    changes: ['/periods'],
  });
  const form = useContractForm({
    contract: setTargetSchema,
    initial: {
      rule: rule.rule,
      length: Math.max(1, Math.ceil(rule.length / 2)),
      basis: '',
      fromDay: today as string,
    },
    submit: async (value) => {
      await save.mutateAsync(value);
      say.done(`“${rule.title}”的本地承诺时限已设定`);
    },
  });
  return (
    <section>
      <h3>设定更短的时限</h3>
      <FormFrame form={form} verb="设定">
        <FormField
          form={form}
          name="length"
          label={`时限（${unitWords[rule.unit]}）`}
          hint={`须短于法定的${lengthWords(rule.unit, rule.length)}；逾期与否仍以法定期限为准。`}
        >
          {(control) => (
            <InputNumber<number>
              {...control}
              min={1}
              max={rule.length - 1}
              onChange={(next) => control.onChange(next ?? 1)}
            />
          )}
        </FormField>
        <FormField form={form} name="basis" label="承诺的依据" hint="文件名称和字号。">
          {(control) => <TextInput {...control} maxLength={200} />}
        </FormField>
        <FormField form={form} name="fromDay" label="从哪天起" hint="这一天及以后起算的事项适用。">
          {(control) => <DayInput {...control} />}
        </FormField>
      </FormFrame>
    </section>
  );
}
