/**
 * The job that brings revisions to outlets. An attempt is written down before the call and its end after it, each in a
 * transaction of its own: a call cut off by a crash is seen, and is not repeated where that would leave two.
 */
import { and, desc, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { defineJob } from '#kernel/jobs/job.ts';
import { openServiceCaller } from '#kernel/outbound/call-service.ts';
import { transact, type Work } from '#kernel/work.ts';
import { outletAdapters } from './adapters/all.ts';
import { findArticle } from './queries/article.ts';
import { type AttemptOutcome, stepAfter } from './rules/delivery-state.ts';
import { outletKindSpecs } from './rules/outlet-kinds.ts';
import { deliverKind } from './service/deliveries.ts';
import { openSecrets } from './service/outlets.ts';
import { tellOfTrouble } from './service/tell-of-trouble.ts';
import { type DeliveryRow, type OutletRow, outletAttempts, outletDeliveries, outlets } from './tables.ts';

const carrier = systemActor('发布渠道');

interface Begun {
  readonly delivery: DeliveryRow;
  readonly outlet: OutletRow;
  readonly seq: number;
}

/** Writes the attempt down; undefined when there is nothing to call. */
async function begin(work: Work, deliveryId: string): Promise<Begun | undefined> {
  const [delivery] = await work.db
    .select()
    .from(outletDeliveries)
    .where(eq(outletDeliveries.id, deliveryId))
    .for('update');
  const [outlet] =
    delivery === undefined
      ? []
      : await work.db.select().from(outlets).where(eq(outlets.id, delivery.outletId));
  const note = (summary: string) =>
    work.audit({
      action: 'outlets.attempt',
      objectKind: 'outletDelivery',
      objectId: deliveryId,
      ...(delivery === undefined ? {} : { unitId: delivery.unitId }),
      summary,
      affectsPortal: false,
    });
  if (delivery === undefined || outlet === undefined || !['queued', 'sending'].includes(delivery.state)) {
    note('投递已有结果，不再处理');
    return undefined;
  }
  const [open] = await work.db
    .select()
    .from(outletAttempts)
    .where(and(eq(outletAttempts.deliveryId, deliveryId), isNull(outletAttempts.endedAt)))
    .orderBy(desc(outletAttempts.seq));
  if (open !== undefined) {
    // The node went down between the call and its end.
    await settle(
      work,
      { delivery, outlet, seq: open.seq },
      { kind: 'uncertain', detail: '投递途中平台中断，不知道对方是否收到' },
    );
    return undefined;
  }
  const seq = delivery.attempts + 1;
  await work.db
    .insert(outletAttempts)
    .values({ deliveryId, seq, beganAt: work.now, endedAt: null, outcome: null, detail: '' });
  await work.db
    .update(outletDeliveries)
    .set({ state: 'sending', attempts: seq })
    .where(eq(outletDeliveries.id, deliveryId));
  note(`第${seq}次投递到“${outlet.title}”`);
  return { delivery, outlet, seq };
}

/** Writes down how the attempt ended and what follows. */
async function settle(work: Work, { delivery, outlet, seq }: Begun, outcome: AttemptOutcome): Promise<void> {
  const isRepeatable = outletKindSpecs[outlet.kind].isRepeatable;
  const { state, againIn } = stepAfter(outcome, seq, isRepeatable);
  await work.db
    .update(outletAttempts)
    .set({ endedAt: work.now, outcome: outcome.kind, detail: outcome.detail })
    .where(and(eq(outletAttempts.deliveryId, delivery.id), eq(outletAttempts.seq, seq)));
  await work.db
    .update(outletDeliveries)
    .set({
      state,
      detail: outcome.detail,
      ...(outcome.kind === 'delivered' && {
        receipt: outcome.receipt,
        settledAt: work.now,
        settledByName: '平台',
      }),
    })
    .where(eq(outletDeliveries.id, delivery.id));
  if (againIn !== null) {
    const runAt = new Date(work.now.getTime() + againIn * 60_000);
    work.enqueue({ kind: deliverKind, payload: { deliveryId: delivery.id }, runAt });
  }
  if (state === 'failed' || state === 'uncertain' || state === 'handOff') {
    await tellOfTrouble(work, delivery, outlet, outcome.detail, state);
  }
  work.audit({
    action: 'outlets.attempt',
    objectKind: 'outletDelivery',
    objectId: delivery.id,
    unitId: delivery.unitId,
    summary: `投递到“${outlet.title}”：${outcome.detail}`,
    after: { state, seq },
    affectsPortal: false,
  });
}

async function attempt(app: App, { delivery, outlet }: Begun, signal: AbortSignal): Promise<AttemptOutcome> {
  const place = {
    app,
    outletId: outlet.id,
    deliveryId: delivery.id,
    settings: outlet.settings,
    secrets: openSecrets(app.config, outlet.sealedSecrets),
    call: openServiceCaller(app.config),
    signal,
  };
  const adapter = outletAdapters[outlet.kind];
  if (delivery.act === 'retract') {
    return adapter.retract === undefined || delivery.receipt === null
      ? { kind: 'handOff', detail: '这个渠道不能由平台撤下，请人工撤下后登记' }
      : adapter.retract(place, delivery.receipt);
  }
  const article = await findArticle(app, delivery);
  return article === undefined
    ? { kind: 'failed', again: false, detail: '信息已不再公开，没有投递' }
    : adapter.publish(place, article);
}

/** One attempt from its beginning to its end. */
export async function carryDelivery(app: App, deliveryId: string, signal: AbortSignal): Promise<void> {
  const begun = await transact(app, carrier, (work) => begin(work, deliveryId));
  if (begun === undefined) return;
  const outcome = await attempt(app, begun, signal);
  await transact(app, carrier, (work) => settle(work, begun, outcome));
}

export const deliverJob = defineJob({
  kind: deliverKind,
  payload: z.object({ deliveryId: z.uuid() }),
  run: (app, { deliveryId }, signal) => carryDelivery(app, deliveryId, signal),
});
