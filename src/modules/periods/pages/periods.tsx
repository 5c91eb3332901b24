/** 期限计算: the periods of the law for everybody, and one of them computed day by day; a plain form, no script needed. */
import type { ReactElement } from 'react';
import { parseDay } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { RefusalSentence } from '#kernel/refusal.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { CaptionedTable } from '#portal/components/captioned-table.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import type { DueView, PeriodRuleView } from '../contract.ts';
import { periodSubjects } from '../law/shapes.ts';
import { lengthWords } from '../rules/tell.ts';
import { boundTitles, subjectTitles, verificationTitles } from '../words.ts';
import { CalculatorForm, type TypedForm } from './calculator-form.tsx';
import { DueResult } from './due-result.tsx';

export interface PeriodsPageProps {
  readonly frame: SiteFrame;
  readonly rules: readonly PeriodRuleView[];
  readonly typed: TypedForm;
  readonly result: DueView | null;
  readonly error: RefusalSentence | null;
}

const title = '期限计算';

export function PeriodsPage(props: PeriodsPageProps): ReactElement {
  const { frame, rules, typed, result, error } = props;
  const shown = result === null ? title : `${result.title}的期限推算`;
  return (
    <PortalPage
      frame={frame}
      title={error === null ? shown : `有误：${title}`}
      description="政务公开各项法定期限到哪一天为止，逐日列出算法和依据。"
    >
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        <PageHeading
          title={shown}
          lead="选一项期限，填上事情发生的日期，就能看到到哪一天为止、哪些天不计入、依据哪一条。"
        >
          {result === null ? null : <PrintButton />}
        </PageHeading>
        {result === null ? null : (
          <>
            <DueResult result={result} />
            <h2 className="period-again">再算一个</h2>
          </>
        )}
        <CalculatorForm rules={rules} typed={typed} error={error} />
      </div>
      <section className="period-rules" aria-labelledby="rules">
        <h2 id="rules">全部法定期限</h2>
        {periodSubjects.map((subject) => (
          <RuleTable
            key={subject}
            caption={subjectTitles[subject]}
            rules={rules.filter((rule) => rule.subject === subject)}
          />
        ))}
      </section>
    </PortalPage>
  );
}

function lengthOf(rule: PeriodRuleView): string {
  const words = lengthWords(rule.unit, rule.length);
  return rule.unit === 'fixedDate' ? words : `${boundTitles[rule.bound]}${words}`;
}

function promiseOf({ targets, unit }: PeriodRuleView): string {
  const current = targets.find(({ untilDay }) => untilDay === null);
  if (current === undefined) return '—';
  const day = parseDay(current.fromDay);
  const since = day === undefined ? '' : `${longDay(day)}起，`;
  return `${lengthWords(unit, current.length)}（${since}${current.basis}）`;
}

function RuleTable(props: { readonly caption: string; readonly rules: readonly PeriodRuleView[] }) {
  return (
    <CaptionedTable
      caption={props.caption}
      rows={props.rules}
      keyOf={(rule) => rule.rule}
      columns={[
        { title: '事项', isRowHead: true, cell: (rule) => rule.title },
        { title: '法定期限', cell: lengthOf },
        { title: '规定', cell: (rule) => rule.says },
        {
          title: '依据',
          cell: (rule) => (
            <>
              {rule.article}
              {rule.verification === 'statute' || rule.verification === 'confirmed' ? null : (
                <small>（{verificationTitles[rule.verification]}）</small>
              )}
            </>
          ),
        },
        { title: '本地承诺', cell: promiseOf },
      ]}
    />
  );
}
