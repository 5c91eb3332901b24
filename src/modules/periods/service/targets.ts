/** The county promises a shorter limit beside the legal one, or takes it back. */

import { eq } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import { requireOfficer } from '#kernel/authorise.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { Work } from '#kernel/work.ts';
import { findPeriodRule, findVersionInForce } from '../law/register.ts';
import { findOpenTarget } from '../queries/targets.ts';
import { faultOfLocal } from '../rules/derive-period.ts';
import { lengthWords } from '../rules/tell.ts';
import { periodTargets, type StoredTarget } from '../tables.ts';
import { periodRefusals, refusalOfVerdict } from '../words.ts';
import { type TellMovesPayload, tellMovesKind } from './tell-moves.ts';

/** A shorter limit for start events from `fromDay` on; the one before ends there. Returns its identifier. */
export async function setTarget(
  work: Work,
  jurisdictionId: string,
  input: { readonly rule: string; readonly length: number; readonly basis: string; readonly fromDay: Day },
): Promise<string> {
  work.authorise('periods.setTarget', { jurisdictionId });
  const rule = findPeriodRule(input.rule);
  if (rule === undefined) throw periodRefusals.refuse('periods.noRule', { name: input.rule });
  const version = findVersionInForce(rule, input.fromDay);
  if (version === undefined)
    throw refusalOfVerdict({ kind: 'notInForce', rule, on: input.fromDay }, input.fromDay);
  const fault = faultOfLocal(version, input.length);
  if (fault !== undefined) throw refusalOfVerdict({ kind: 'refused', rule, fault }, input.fromDay);
  const before = await findOpenTarget(work.db, jurisdictionId, rule.name);
  if (before !== undefined) await closeTarget(work, before, input.fromDay);
  const id = work.newId();
  await work.db.insert(periodTargets).values({
    id,
    jurisdictionId,
    rule: rule.name,
    length: input.length,
    basis: input.basis,
    fromDay: input.fromDay,
    untilDay: null,
    setBy: signatureOf(work.actor).by,
    setByName: nameOfSetter(work),
    setAt: work.now,
  });
  const words = lengthWords(version.unit, input.length);
  work.audit({
    action: 'periods.setTarget',
    objectKind: 'periodTarget',
    objectId: id,
    summary: `“${rule.title}”的本地承诺时限定为${words}，自${longDay(input.fromDay)}起`,
    before: before ?? null,
    after: input,
  });
  requestTelling(
    work,
    `“${rule.title}”的本地承诺时限自${longDay(input.fromDay)}起定为${words}（${input.basis}）`,
    {
      ...(before === undefined ? {} : { reopened: before.id }),
      added: id,
    },
  );
  return id;
}

/** Ends a limit: start events from `untilDay` on have the legal limit alone. */
export async function endTarget(work: Work, targetId: string, untilDay: Day): Promise<void> {
  const [target] = await work.db
    .select()
    .from(periodTargets)
    .where(eq(periodTargets.id, targetId))
    .for('update');
  if (target === undefined) {
    work.authorise('periods.setTarget');
    throw periodRefusals.refuse('periods.targetNotFound', {});
  }
  work.authorise('periods.setTarget', { jurisdictionId: target.jurisdictionId });
  if (target.untilDay !== null)
    throw periodRefusals.refuse('periods.targetEnded', { until: target.untilDay });
  await closeTarget(work, target, untilDay);
  const title = findPeriodRule(target.rule)?.title ?? target.rule;
  work.audit({
    action: 'periods.endTarget',
    objectKind: 'periodTarget',
    objectId: target.id,
    summary: `“${title}”的本地承诺时限到${longDay(untilDay)}之前为止`,
    before: target,
    after: { untilDay },
  });
  requestTelling(work, `“${title}”的本地承诺时限到${longDay(untilDay)}之前为止`, { reopened: target.id });
}

async function closeTarget(work: Work, target: StoredTarget, untilDay: Day): Promise<void> {
  if (untilDay <= target.fromDay)
    throw periodRefusals.refuse('periods.targetTooEarly', { from: target.fromDay });
  await work.db.update(periodTargets).set({ untilDay }).where(eq(periodTargets.id, target.id));
}

function requestTelling(
  work: Work,
  summary: string,
  change: Pick<TellMovesPayload & { kind: 'target' }, 'added' | 'reopened'>,
): void {
  const payload: TellMovesPayload = { kind: 'target', changeId: work.newId(), summary, ...change };
  work.enqueue({ kind: tellMovesKind, payload });
}

function nameOfSetter(work: Work): string {
  return work.actor.kind === 'officer' ? requireOfficer(work.actor).name : '平台';
}
