/** The form of the calculator: everything typed is kept, a slip is named above it. */
import type { ReactElement } from 'react';
import type { RefusalSentence } from '#kernel/refusal.ts';
import { ErrorSummary } from '#portal/components/form-fields.tsx';
import { periodsAddress } from '../addresses.ts';
import type { PeriodRuleView } from '../contract.ts';
import { periodSubjects } from '../law/shapes.ts';
import { subjectTitles } from '../words.ts';

/** As the browser sent it; empty where nothing was typed. */
export interface TypedForm {
  readonly rule: string;
  readonly on: string;
  readonly time: string;
  readonly extend: string;
  readonly after: string;
  readonly through: string;
  /** Further times that are not counted, each `FROM..TO`. */
  readonly span: readonly string[];
}

export function CalculatorForm(props: {
  readonly rules: readonly PeriodRuleView[];
  readonly typed: TypedForm;
  readonly error: RefusalSentence | null;
}): ReactElement {
  const { rules, typed, error } = props;
  const extended = typed.extend !== '' || typed.after !== '' || typed.through !== '';
  return (
    <>
      {error === null ? null : (
        <ErrorSummary
          what={error.what}
          todo={[error.why, error.todo].flatMap((part) => (part === undefined ? [] : [`${part}。`])).join('')}
          faults={[]}
        />
      )}
      <form className="period-form filter" action={`${periodsAddress()}#result`} aria-label="计算期限">
        <div className="field period-rule">
          <label htmlFor="rule">哪一项期限</label>
          <select id="rule" name="rule" defaultValue={typed.rule} required>
            <option value="">请选择</option>
            {periodSubjects.map((subject) => (
              <optgroup key={subject} label={subjectTitles[subject]}>
                {rules
                  .filter((rule) => rule.subject === subject)
                  .map((rule) => (
                    <option key={rule.rule} value={rule.rule}>
                      {rule.title}（{rule.startEvent}）
                    </option>
                  ))}
              </optgroup>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="on">起算的日期</label>
          <input id="on" name="on" type="date" defaultValue={typed.on} required />
        </div>
        <div className="field">
          <label htmlFor="time">时刻（仅按小时计算的需要）</label>
          <input id="time" name="time" type="time" defaultValue={typed.time} />
        </div>
        <details className="period-more" open={extended}>
          <summary>延长、征求第三方意见（仅答复申请等少数期限可以）</summary>
          <div className="field">
            <label htmlFor="extend">延长的天数</label>
            <input id="extend" name="extend" inputMode="numeric" maxLength={6} defaultValue={typed.extend} />
          </div>
          <div className="field">
            <label htmlFor="after">发出征求意见的日期</label>
            <input id="after" name="after" type="date" defaultValue={typed.after} />
          </div>
          <div className="field">
            <label htmlFor="through">收到意见或者期满的日期</label>
            <input id="through" name="through" type="date" defaultValue={typed.through} />
          </div>
        </details>
        {typed.span.map((span) => (
          <input key={span} type="hidden" name="span" value={span} />
        ))}
        <p className="filter-do">
          <button type="submit" className="primary">
            计算
          </button>
        </p>
      </form>
    </>
  );
}
