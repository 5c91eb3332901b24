/** The supervising office has the pages of a plan's whole ledger looked at, now instead of in the night they are due. */
import { and, isNull, lt, or } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { checkPlanLinksKind, isCheckingLinks, isNamedInPlan } from '../../queries/plan-links.ts';
import { findPlan } from '../../queries/plans.ts';
import { linkWatches } from '../../tables/ledger.ts';
import { ledgerRefusals } from '../../words/ledger.ts';
import { planRefusals } from '../../words/plans.ts';

/** A page that was looked at within the hour is left alone: other people's servers are not ours to press. */
const restMilliseconds = 3_600_000;

/** Makes the pages due and has them looked at after the commit; returns how many. */
export async function checkPlanLinks(
  work: Work,
  input: { readonly planId: string; readonly isOff: boolean },
): Promise<{ readonly asked: number }> {
  const plan = await findPlan(work.db, input.planId);
  work.authorise('plan.checkLinks', plan === undefined ? {} : { jurisdictionId: plan.jurisdictionId });
  if (plan === undefined) throw planRefusals.refuse('plan.notFound', {});
  if (input.isOff) throw ledgerRefusals.refuse('plan.linkCheckOff', {});
  if (await isCheckingLinks(work.db, plan.id)) throw ledgerRefusals.refuse('plan.linkCheckRunning', {});
  const rested = new Date(work.now.getTime() - restMilliseconds);
  const due = await work.db
    .update(linkWatches)
    .set({ nextCheckAt: work.now })
    .where(and(isNamedInPlan(plan.id), or(isNull(linkWatches.checkedAt), lt(linkWatches.checkedAt, rested))))
    .returning({ url: linkWatches.url });
  if (due.length > 0)
    work.enqueue({ kind: checkPlanLinksKind, payload: { planId: plan.id }, maxAttempts: 3 });
  work.audit({
    action: 'plan.checkLinks',
    objectKind: 'plan',
    objectId: plan.id,
    summary: `检查《${plan.title}》台账里的${due.length}个网址`,
    affectsPortal: false,
  });
  return { asked: due.length };
}
