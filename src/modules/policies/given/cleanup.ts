/** Rounds of clean-up for tests and samples of their routes. */
import { systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { listCleanupEntries } from '../queries/cleanup.ts';
import { openCleanupRound } from '../service/cleanup/open-round.ts';
import { draftCleanupList } from '../service/cleanup/publish-list.ts';
import { confirmCleanupVerdicts, giveCleanupVerdict } from '../service/cleanup/verdicts.ts';
import { type PolicyWalkGiven, walkDesk, walkDocument } from './documents.ts';

/** A round over the documents of the desk's unit; gives the round and one of its documents. */
export async function walkRound(given: PolicyWalkGiven) {
  const { app, county } = given;
  const itemId = await walkDocument(given);
  const { roundId } = await transact(app, systemActor('test'), (work) =>
    openCleanupRound(work, {
      jurisdictionId: county.jurisdictionId,
      title: '2026年文件清理',
      formedBefore: dayOf('2026-05-01'),
      unitIds: [county.education],
      onlyNormative: false,
      dueOn: dayOf('2026-06-01'),
      reviewDueOn: dayOf('2026-06-15'),
    }),
  );
  return { roundId, itemId };
}

const keep = { verdict: 'keep', reason: '仍然适用', amendBy: null } as const;

async function judgedRound(given: PolicyWalkGiven) {
  const { author } = await walkDesk(given);
  const place = await walkRound(given);
  const db = given.app.database.read;
  const entries = await listCleanupEntries(
    db,
    { id: place.roundId, state: 'running', dueOn: '2026-06-01' },
    dayOf('2026-05-06'),
    { limit: 200 },
  );
  for (const { itemId } of entries.rows) {
    await transact(given.app, author, (work) =>
      giveCleanupVerdict(work, { ...keep, roundId: place.roundId, itemId }),
    );
  }
  return { ...place, itemIds: entries.rows.map(({ itemId }) => itemId) };
}

async function confirmedRound(given: PolicyWalkGiven) {
  const round = await judgedRound(given);
  await transact(given.app, systemActor('test'), (work) => confirmCleanupVerdicts(work, round));
  return round;
}

const because = { reason: '范围有误' };

export const cleanupRouteSamples: RouteSamples<PolicyWalkGiven> = {
  'policies.listCleanups': async () => ({}),
  'policies.openCleanup': async (given) => {
    await walkDocument(given);
    return {
      body: {
        title: '2026年文件清理',
        formedBefore: '2026-05-01',
        unitIds: [],
        onlyNormative: false,
        dueOn: '2026-06-01',
        reviewDueOn: '2026-06-15',
      },
    };
  },
  'policies.viewCleanup': async (given) => ({ params: { roundId: (await walkRound(given)).roundId } }),
  'policies.listCleanupEntries': async (given) => ({ params: { roundId: (await walkRound(given)).roundId } }),
  'policies.giveVerdict': async (given) => ({
    params: await walkRound(given),
    unitId: given.county.education,
    body: keep,
  }),
  'policies.returnVerdict': async (given) => {
    const { roundId, itemId } = await judgedRound(given);
    return { params: { roundId, itemId }, unitId: given.county.education, body: because };
  },
  'policies.confirmVerdicts': async (given) => {
    const { roundId, itemIds } = await judgedRound(given);
    return { params: { roundId }, unitId: given.county.education, body: { itemIds } };
  },
  'policies.draftCleanupList': async (given) => {
    const { roundId } = await confirmedRound(given);
    const { columnId, unitId } = await walkDesk(given);
    return { params: { roundId }, body: { unitId, columnId, title: '关于公布文件清理结果的通知' } };
  },
  'policies.dropCleanupList': async (given) => {
    const { roundId } = await confirmedRound(given);
    const { columnId, unitId } = await walkDesk(given);
    await transact(given.app, systemActor('test'), (work) =>
      draftCleanupList(work, { roundId, unitId, columnId, title: '关于公布文件清理结果的通知' }),
    );
    return { params: { roundId }, body: because };
  },
  'policies.cancelCleanup': async (given) => ({
    params: { roundId: (await walkRound(given)).roundId },
    body: because,
  }),
};
