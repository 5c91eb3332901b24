/** Tries a period: its event, what lengthened or paused it, and the day it ends on with every day in between. */
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { DerivationView } from '#desk/components/derivation-view/derivation-view.tsx';
import { DayInput } from '#desk/components/form-pattern/day-input.tsx';
import { RefusalNotice } from '#desk/components/refusal-notice/refusal-notice.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { type Day, parseDay } from '#kernel/day.ts';
import { periodsAddress } from '../addresses.ts';
import type { DueView, PeriodRuleView } from '../contract.ts';
import { periodSubjects } from '../law/shapes.ts';
import { subjectTitles } from '../words.ts';
import './periods.css';

interface Span {
  readonly after: string;
  readonly through: string;
}

const noSpan: Span = { after: '', through: '' };

export function Calculator(props: {
  readonly rules: readonly PeriodRuleView[];
  readonly today: Day;
  /** The period is given and not chosen. */
  readonly fixed?: PeriodRuleView;
}) {
  const { rules, today, fixed } = props;
  const [name, setName] = useState(fixed?.rule ?? rules[0]?.rule ?? '');
  const [on, setOn] = useState<string>(today);
  const [time, setTime] = useState('09:00');
  const [extend, setExtend] = useState('');
  const [spans, setSpans] = useState<readonly Span[]>([]);
  const rule = fixed ?? rules.find((one) => one.rule === name);
  const hours = rule?.unit === 'hour';
  const finished = spans.filter(({ after, through }) => after !== '' && through !== '');
  const query = {
    rule: rule?.rule ?? '',
    on: hours ? `${on}T${time}` : on,
    ...(rule?.extension === null || extend.trim() === '' ? {} : { extend: extend.trim() }),
    suspend: rule?.suspension === null ? [] : finished.map(({ after, through }) => `${after}..${through}`),
  };
  const { data, error } = useApi<DueView>('/periods/due', query, {
    enabled: rule !== undefined && parseDay(on) !== undefined,
    keepsLast: true,
  });
  if (rule === undefined) return null;
  return (
    <section className="period-calculator" aria-label="期限计算">
      <div className="period-fields">
        {fixed === undefined ? (
          <span>
            期限
            <Select<string>
              aria-label="期限"
              showSearch={{ optionFilterProp: 'label' }}
              value={name}
              onChange={setName}
              options={periodSubjects.map((subject) => ({
                label: subjectTitles[subject],
                options: rules
                  .filter((one) => one.subject === subject)
                  .map((one) => ({ value: one.rule, label: one.title })),
              }))}
            />
          </span>
        ) : null}
        <span>
          {rule.startEvent}
          <DayInput value={on} onChange={setOn} aria-label={`${rule.startEvent}的日期`} />
        </span>
        {hours ? (
          <span>
            时刻
            <Input
              type="time"
              className="period-time"
              aria-label="时刻"
              value={time}
              onChange={(event) => setTime(event.target.value)}
            />
          </span>
        ) : null}
        {rule.extension === null ? null : (
          <span>
            延长
            <Input
              className="period-count"
              inputMode="numeric"
              aria-label="延长的天数"
              maxLength={3}
              value={extend}
              onChange={(event) => setExtend(event.target.value)}
            />
            {rule.unit === 'workingDay' ? '个工作日' : '日'}
          </span>
        )}
      </div>
      {rule.suspension === null ? null : <Spans spans={spans} onChange={setSpans} />}
      {error === null ? null : <RefusalNotice error={error} />}
      {error !== null || data === undefined || data.rule !== rule.rule ? null : (
        <>
          <DerivationView due={data} />
          <p>
            <a href={printAddress(query, finished)} target="_blank" rel="noreferrer">
              打开可打印的推算过程
            </a>
          </p>
        </>
      )}
    </section>
  );
}

function printAddress(
  query: { readonly rule: string; readonly on: string; readonly extend?: string },
  spans: readonly Span[],
): string {
  const [on = '', time] = query.on.split('T');
  const [first] = spans;
  return `${periodsAddress({ rule: query.rule, on, time, extend: query.extend, ...first, span: spans.slice(1).map(({ after, through }) => `${after}..${through}`) })}#result`;
}

function Spans(props: {
  readonly spans: readonly Span[];
  readonly onChange: (spans: readonly Span[]) => void;
}) {
  const { spans, onChange } = props;
  const change = (index: number, part: Partial<Span>) =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <div className="period-spans">
      {spans.map((span, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other name and are only added at the end
        <div key={index} className="period-fields">
          <span>
            发出征求意见
            <DayInput
              value={span.after}
              onChange={(after) => change(index, { after })}
              aria-label={`第${index + 1}次发出征求意见的日期`}
            />
          </span>
          <span>
            收到意见
            <DayInput
              value={span.through}
              onChange={(through) => change(index, { through })}
              aria-label={`第${index + 1}次收到意见的日期`}
            />
          </span>
          <Button type="link" size="small" onClick={() => onChange(spans.filter((_, at) => at !== index))}>
            去掉
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => onChange([...spans, noSpan])}>
        加一段征求意见的时间
      </Button>
    </div>
  );
}
