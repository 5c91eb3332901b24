/** One period: what the article says, where it holds, the county's promises, and the calculator for it. */
import { Facts } from '#desk/components/facts/facts.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { useMay } from '#desk/data/me.ts';
import { useToday } from '#desk/data/today.ts';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { PeriodRuleView } from '../contract.ts';
import { lengthWords } from '../rules/tell.ts';
import { boundTitles, subjectTitles, unitTitles, verificationTitles } from '../words.ts';
import { Calculator } from './calculator.tsx';
import { TargetForm, TargetList } from './target-form.tsx';

export function RulePanel({
  rule,
  onClose,
}: {
  readonly rule: PeriodRuleView;
  readonly onClose: () => void;
}) {
  const today = useToday();
  const may = useMay();
  const takesTarget = rule.bound === 'latest' && rule.unit !== 'fixedDate' && rule.rule !== 'hearing-papers';
  return (
    <SidePanel title={rule.title} width="wide" onClose={onClose}>
      <Facts
        facts={[
          ['类别', subjectTitles[rule.subject]],
          [
            '法定期限',
            `${rule.unit === 'fixedDate' ? '' : boundTitles[rule.bound]}${lengthWords(rule.unit, rule.length)}（${unitTitles[rule.unit]}）`,
          ],
          ['规定', `${rule.says}。`],
          ['依据', rule.article],
          ['起算', rule.startEvent],
          ['末日', rule.lastDay],
          ['延长', rule.extension],
          ['不计入', rule.suspension],
          ['重新计算', rule.restart],
          ['缩短', rule.shortening],
          [
            '适用',
            rule.until === null
              ? `${dayTextInWords(rule.from)}起`
              : `${dayTextInWords(rule.from)}至${dayTextInWords(rule.until)}之前`,
          ],
          ['来源', rule.source],
          ['核对情况', verificationTitles[rule.verification]],
          ['代码', rule.rule],
        ]}
      />
      <h3>试算</h3>
      <Calculator rules={[rule]} fixed={rule} today={today} />
      {rule.targets.length === 0 ? null : <TargetList rule={rule} mayEnd={may('periods.setTarget')} />}
      {takesTarget && may('periods.setTarget') ? <TargetForm key={rule.targets.length} rule={rule} /> : null}
    </SidePanel>
  );
}
