/** Builders for tests of the ledger: reports through the commands, and a request for every route. */
import type { Actor } from '#kernel/actor.ts';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import type { CorrectEntryInput } from '../contract/ledger.ts';
import { recordLedgerFile } from '../service/ledger/record-file.ts';
import { releaseLedgerEntry } from '../service/ledger/release-entry.ts';
import { type WrittenEntry, writeLedgerEntry } from '../service/ledger/write-entry.ts';

const builder = systemActor('test');

export type EntryContent = Partial<Omit<CorrectEntryInput, 'reason'>>;

/** The whole content of an entry from what a test cares about. */
export function entryContent(content: EntryContent = {}): Omit<CorrectEntryInput, 'reason'> {
  return {
    body: '已公布2026年义务教育招生政策和学区划分。',
    figures: [],
    links: [],
    fileIds: [],
    proposesPublic: false,
    ...content,
  };
}

/** A report of a unit on a task. */
export function givenEntry(
  app: App,
  place: { readonly taskId: string; readonly unitId: string },
  content: EntryContent = {},
  actor: Actor = builder,
): Promise<WrittenEntry> {
  return transact(app, actor, (work) => writeLedgerEntry(work, { ...place, ...entryContent(content) }));
}

/** A file handed in by the actor, not yet attached. */
export async function givenLedgerFile(
  app: App,
  actor: Actor = builder,
  name = '现场照片.jpg',
): Promise<string> {
  const bytes = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...new TextEncoder().encode(name)]);
  const kept = await keepBytes(app.files, { name, mediaType: 'image/jpeg', bytes });
  return (await transact(app, actor, (work) => recordLedgerFile(work, kept))).fileId;
}

/** A public report with a file. */
export async function givenPublicEntry(
  app: App,
  place: { readonly taskId: string; readonly unitId: string },
  content: EntryContent = {},
): Promise<WrittenEntry & { readonly fileId: string }> {
  const fileId = await givenLedgerFile(app);
  const written = await givenEntry(app, place, { fileIds: [fileId], proposesPublic: true, ...content });
  await transact(app, builder, (work) => releaseLedgerEntry(work, written));
  return { ...written, fileId };
}

interface LedgerWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

/** Samples of the ledger's routes; the plan of the walk is made by the caller. */
export function ledgerRouteSamples<Given extends LedgerWalkGiven>(
  planOfWalk: (given: Given) => Promise<{ readonly planId: string; readonly taskId: string }>,
): RouteSamples<Given> {
  const placeOf = async (given: Given) => ({
    taskId: (await planOfWalk(given)).taskId,
    unitId: given.county.education,
  });
  const entryOf = async (given: Given) => {
    const place = await placeOf(given);
    const { entryId } = await givenEntry(given.app, place, { proposesPublic: true });
    return { params: { entryId }, unitId: place.unitId };
  };
  const publicOf = async (given: Given) => {
    const place = await placeOf(given);
    const { entryId, fileId } = await givenPublicEntry(given.app, place);
    return { entryId, fileId, unitId: place.unitId };
  };
  const reason = '数字有误，以本次为准';
  return {
    'plan.uploadLedgerFile': async () => ({
      body: {},
      files: [
        { field: 'file', name: '说明.txt', mediaType: 'text/plain', bytes: new TextEncoder().encode('说明') },
      ],
    }),
    'plan.writeLedgerEntry': async (given) => {
      const { taskId, unitId } = await placeOf(given);
      return { params: { taskId }, unitId, body: { unitId, body: '已公布学区划分。' } };
    },
    'plan.correctLedgerEntry': async (given) => ({
      ...(await entryOf(given)),
      body: { body: '已公布招生政策。', reason },
    }),
    'plan.withdrawLedgerEntry': async (given) => ({ ...(await entryOf(given)), body: { reason } }),
    'plan.recheckLinks': entryOf,
    'plan.viewPlanLinks': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
    'plan.checkPlanLinks': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
    'plan.releaseLedgerEntry': async (given) => ({ ...(await entryOf(given)), body: { reviewed: true } }),
    'plan.declineRelease': async (given) => ({ ...(await entryOf(given)), body: { reason } }),
    'plan.hideLedgerEntry': async (given) => {
      const { entryId, unitId } = await publicOf(given);
      return { params: { entryId }, unitId, body: { reason } };
    },
    'plan.takeDownLedgerEntry': async (given) => {
      const { entryId } = await publicOf(given);
      return { params: { entryId }, body: { reason } };
    },
    'plan.listTaskLedger': async (given) => ({ params: { taskId: (await placeOf(given)).taskId } }),
    'plan.listUnitLedger': async (given) => ({ params: { unitId: given.county.education } }),
    'plan.listPlanLedger': async (given) => ({
      params: { planId: (await planOfWalk(given)).planId },
      query: { month: '2026-05', withFiles: 'false' },
    }),
    'plan.exportLedger': async (given) => ({
      params: { planId: (await planOfWalk(given)).planId },
      query: { format: 'csv' },
    }),
    'plan.countLedgerMonths': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
    'plan.downloadLedgerFile': async (given) => {
      const { entryId, fileId } = await publicOf(given);
      return { params: { entryId, fileId } };
    },
    'plan.listPublicEvidence': async (given) => ({ params: { planId: (await planOfWalk(given)).planId } }),
    'plan.downloadPublicEvidence': async (given) => {
      const { entryId, fileId } = await publicOf(given);
      return { params: { entryId, fileId } };
    },
  };
}
