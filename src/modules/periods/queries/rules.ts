/** The named periods as lists show them, and one computed with the calendar and the limits in force. */
import type { App } from '#kernel/app.ts';
import { listJurisdictions } from '#modules/organisation/index.ts';
import type { DueView, PeriodRuleView } from '../contract.ts';
import { periodRules } from '../law/register.ts';
import type { PeriodRule } from '../law/shapes.ts';
import { readPeriodQuestion, type TypedQuestion, writeDue } from '../read-question.ts';
import { derivePeriod } from '../rules/derive-period.ts';
import { layOutWeeks } from '../rules/strip.ts';
import { lengthWords } from '../rules/tell.ts';
import type { PeriodDerivation } from '../rules/verdict.ts';
import type { StoredTarget } from '../tables.ts';
import { lastDayTitles, refusalOfVerdict } from '../words.ts';
import { findTargetLength, listTargets, viewOfTarget } from './targets.ts';

/** The county whose site this is; undefined before one is set up. */
export async function findHomeJurisdictionId(app: App): Promise<string | undefined> {
  const [home] = await listJurisdictions(app.database.read);
  return home?.id;
}

function viewOfRule(rule: PeriodRule, targets: readonly StoredTarget[]): PeriodRuleView {
  const version = rule.versions.at(-1);
  if (version === undefined) throw new RangeError(`the period ${rule.name} has no version`);
  const { extension, suspension, lastDay } = version;
  return {
    rule: rule.name,
    title: rule.title,
    subject: rule.subject,
    startEvent: rule.startEvent,
    unit: version.unit,
    length: version.length,
    bound: version.bound,
    article: version.article,
    says: version.says,
    from: version.from,
    until: version.until,
    lastDay: `${lastDayTitles[lastDay.kind]}：${lastDay.ground}`,
    extension:
      extension === null
        ? null
        : `经${extension.decidedBy}同意，一次，最长${lengthWords(version.unit, extension.upTo)}（${extension.article}）`,
    suspension: suspension === null ? null : `${suspension.reason}（${suspension.article}）`,
    restart: version.restart,
    shortening: version.shortening,
    source: version.source,
    verification: version.verification,
    targets: targets.filter((target) => target.rule === rule.name).map(viewOfTarget),
  };
}

/** Every named period in the order of the register; a county's limits beside them. */
export async function listPeriodRuleViews(app: App): Promise<PeriodRuleView[]> {
  const home = await findHomeJurisdictionId(app);
  const targets = home === undefined ? [] : await listTargets(app.database.read, home);
  return periodRules.map((rule) => viewOfRule(rule, targets));
}

/** Computes what was typed with the calendar and the limits in force; throws the refusal that names the slip. */
export async function computeDue(app: App, typed: TypedQuestion): Promise<PeriodDerivation> {
  const question = readPeriodQuestion(typed);
  const home = await findHomeJurisdictionId(app);
  const localLength =
    home === undefined
      ? undefined
      : await findTargetLength(app.database.read, home, question.rule.name, question.on);
  const verdict = derivePeriod(
    { ...question, ...(localLength === undefined ? {} : { localLength }) },
    await app.calendar(),
  );
  if (verdict.kind !== 'derived') throw refusalOfVerdict(verdict, question.on);
  return verdict;
}

/** A derivation in the shape of replies. */
export function viewOfDerivation(derived: PeriodDerivation): DueView {
  const { rule, version, on, due, target, provisional, unit, counted } = derived;
  return {
    rule: rule.name,
    title: rule.title,
    article: version.article,
    on,
    due: writeDue(derived),
    dueDay: due,
    target,
    provisional,
    unit,
    bound: version.bound,
    counted,
    countedDays: [...derived.countedDays],
    skipped: derived.skipped.map(({ day, reason }) => ({ day, reason })),
    because: [...derived.because],
    weeks: layOutWeeks(derived),
  };
}
