/**
 * Copies of identity documents: each sealed under a key of its own before it reaches the store, opened only for an officer who
 * reaches the case and says why, and unreadable for good when its key is thrown away.
 */
import { randomBytes } from 'node:crypto';
import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Config } from '#kernel/config.ts';
import { addDays } from '#kernel/day.ts';
import { withoutPhotoTraces } from '#kernel/files/photo-traces/photo-traces.ts';
import { findStoredFile, type KeptBytes, keepBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import type { RecurringJob } from '#kernel/jobs/job.ts';
import { keyFor, openSealedText, sealText } from '#kernel/secret.ts';
import { transact, type Work } from '#kernel/work.ts';
import { identityProofKeptDays } from '../law/retention.ts';
import { canReachCase } from '../rules/case-access.ts';
import { requestProofs } from '../tables/proofs.ts';
import { requests } from '../tables/requests.ts';
import { requestRefusals } from '../words/requests.ts';

const keyOfKeys = (config: Config) => keyFor(config, 'requests.identityProof');

/** What may be handed in: pictures and PDF, as the first bytes say and not the name. */
const signatures: readonly { readonly mediaType: string; readonly begins: readonly number[] }[] = [
  { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
];

export interface SealedProof {
  readonly kept: KeptBytes;
  readonly sealedKey: string;
  readonly mediaType: string;
  readonly byteLength: number;
}

/**
 * Seals a proof and keeps its bytes, without the place and device a photo tells of; refuses what is neither picture nor PDF.
 * Call it before `transact`.
 */
export async function sealProof(app: App, bytes: Uint8Array): Promise<SealedProof> {
  const known = signatures.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (known === undefined) throw requestRefusals.refuse('requests.proofUnreadable', {});
  const plain = withoutPhotoTraces(known.mediaType, bytes);
  if (plain === undefined) throw requestRefusals.refuse('requests.proofUnreadable', {});
  const key = randomBytes(32);
  const sealed = sealText(key, Buffer.from(plain).toString('base64'));
  const kept = await keepBytes(app.files, {
    name: 'proof',
    mediaType: 'application/octet-stream',
    bytes: Buffer.from(sealed),
  });
  const sealedKey = sealText(keyOfKeys(app.config), key.toString('base64'));
  return { kept, sealedKey, mediaType: known.mediaType, byteLength: plain.byteLength };
}

/** Puts a sealed proof beside its request; the command around it writes the audit. */
export async function addProof(work: Work, requestId: string, proof: SealedProof): Promise<void> {
  const { kept, sealedKey, mediaType, byteLength } = proof;
  const fileId = await recordStoredFile(work, kept);
  await work.db.insert(requestProofs).values({
    id: work.newId(),
    requestId,
    fileId,
    sealedKey,
    mediaType,
    byteLength,
    addedAt: work.now,
  });
}

/** Notes who opens which proof and why; returns what is to be opened. */
export async function openProof(
  work: Work,
  input: { readonly requestId: string; readonly proofId: string; readonly reason: string },
) {
  work.authorise('requests.handle');
  const [row] = await work.db.select().from(requests).where(eq(requests.id, input.requestId));
  if (row === undefined || !canReachCase(work.actor, row))
    throw requestRefusals.refuse('requests.notFound', {});
  const [proof] = await work.db
    .select()
    .from(requestProofs)
    .where(and(eq(requestProofs.id, input.proofId), eq(requestProofs.requestId, row.id)));
  if (proof === undefined) throw requestRefusals.refuse('requests.notFound', {});
  if (proof.sealedKey === null) throw requestRefusals.refuse('requests.applicantErased', {});
  work.audit({
    action: 'requests.openProof',
    objectKind: 'request',
    objectId: row.id,
    unitId: row.unitId,
    summary: `打开申请${row.number}的身份证明`,
    after: { proofId: proof.id, reason: input.reason },
    affectsPortal: false,
  });
  const { fileId, mediaType, sealedKey } = proof;
  return { fileId, mediaType, sealedKey };
}

/** The bytes of a proof that was opened by `openProof`. */
export async function readProof(
  app: App,
  proof: { readonly fileId: string; readonly sealedKey: string },
): Promise<Uint8Array> {
  const key = openSealedText(keyOfKeys(app.config), proof.sealedKey);
  const file = await findStoredFile(app.database.read, proof.fileId);
  const sealed = file === undefined ? undefined : await app.files.find(file.sha256);
  const opened =
    key === undefined || sealed === undefined
      ? undefined
      : openSealedText(Buffer.from(key, 'base64'), Buffer.from(sealed).toString());
  if (opened === undefined) throw new Error(`the proof in file ${proof.fileId} cannot be opened`);
  return Buffer.from(opened, 'base64');
}

/** Throws away the keys of proofs whose case ended long enough ago; returns how many. */
export async function eraseOldProofs(app: App): Promise<number> {
  const today = beijingDayOf(app.clock.now());
  const old = await app.database.read
    .select({ id: requestProofs.id })
    .from(requestProofs)
    .innerJoin(requests, eq(requests.id, requestProofs.requestId))
    .where(
      and(isNotNull(requestProofs.sealedKey), lt(requests.closedOn, addDays(today, -identityProofKeptDays))),
    )
    .limit(500);
  if (old.length === 0) return 0;
  await transact(app, systemActor('到期删除身份证明'), async (work) => {
    await work.db
      .update(requestProofs)
      .set({ sealedKey: null, erasedOn: work.today })
      .where(
        inArray(
          requestProofs.id,
          old.map(({ id }) => id),
        ),
      );
    work.audit({
      action: 'requests.eraseProofs',
      objectKind: 'requestProofs',
      objectId: work.today,
      summary: `删除保存期满的身份证明${old.length}份`,
      affectsPortal: false,
    });
  });
  return old.length;
}

export const eraseProofsNightly: RecurringJob = {
  name: 'requests.eraseProofs',
  pattern: '40 3 * * *',
  run: async (app) => {
    await eraseOldProofs(app);
  },
};
