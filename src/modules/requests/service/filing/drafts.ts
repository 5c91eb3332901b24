/**
 * Requests not yet filed: kept sealed under a key that only the applicant's browser or slip of paper holds, for a week. Who
 * holds the database and the platform's secret cannot read them; an expired or filed one is gone with its proofs' keys.
 */
import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt } from 'drizzle-orm';
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import type { Config } from '#kernel/config.ts';
import type { RecurringJob } from '#kernel/jobs/job.ts';
import { fingerprintText, keyFor, openSealedText, sealText } from '#kernel/secret.ts';
import { leaveTrace } from '#kernel/traces.ts';
import type { Work } from '#kernel/work.ts';
import { draftKeptDays, receiptKeptHours } from '../../law/retention.ts';
import { requestDrafts } from '../../tables/filing.ts';

const sealedProofSchema = z.object({
  kept: z.object({
    sha256: z.string(),
    byteLength: z.number(),
    mediaType: z.string(),
    fileName: z.string(),
  }),
  sealedKey: z.string(),
  mediaType: z.string(),
  byteLength: z.number(),
});

const draftSchema = z.object({
  /** Under it the draft is filed once. */
  filingKey: z.uuid(),
  /** As typed; empty where nothing was. */
  form: z.record(z.string(), z.string()),
  proofs: z.array(sealedProofSchema),
  /** Set once it was filed; then nothing else is kept of it. */
  requestId: z.uuid().nullable(),
});
export type FilingDraft = z.output<typeof draftSchema>;

/** Letters and figures nobody confuses on paper; 32 of them, so 16 make 80 bits. */
const keyAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A fresh key: shown as the slip to come back with, kept in the cookie meanwhile. */
export function makeDraftKey(): string {
  return [...randomBytes(16)].map((byte) => keyAlphabet[byte % keyAlphabet.length]).join('');
}

/** A key as somebody typed it from the slip. */
export function readDraftKey(typed: string): string {
  return typed.replace(/[\s-]/gu, '').toUpperCase();
}

const digestOf = (config: Config, key: string) => fingerprintText(keyFor(config, 'requests.draftKey'), key);
const sealOf = (config: Config, key: string, draft: FilingDraft) =>
  sealText(keyFor(config, `requests.draft.${key}`), JSON.stringify(draft));

function expiryFrom(now: Date, hours: number): Date {
  return new Date(now.getTime() + hours * 3_600_000);
}

/** Keeps the draft for a week from now. */
export async function saveFilingDraft(app: App, key: string, draft: FilingDraft): Promise<void> {
  const now = app.clock.now();
  const row = {
    keyDigest: digestOf(app.config, key),
    sealed: sealOf(app.config, key, draft),
    expiresAt: expiryFrom(now, draftKeptDays * 24),
  };
  await leaveTrace(app, async (db) => {
    await db
      .insert(requestDrafts)
      .values(row)
      .onConflictDoUpdate({ target: requestDrafts.keyDigest, set: row });
  });
}

/** The draft of a key; undefined for a wrong key and for one whose time is over alike. */
export async function openFilingDraft(app: App, key: string | undefined): Promise<FilingDraft | undefined> {
  if (key === undefined || !/^[0-9A-Z]{16}$/u.test(key)) return undefined;
  const [row] = await app.database.read
    .select()
    .from(requestDrafts)
    .where(
      and(
        eq(requestDrafts.keyDigest, digestOf(app.config, key)),
        gt(requestDrafts.expiresAt, app.clock.now()),
      ),
    );
  const text =
    row === undefined ? undefined : openSealedText(keyFor(app.config, `requests.draft.${key}`), row.sealed);
  return text === undefined ? undefined : draftSchema.parse(JSON.parse(text));
}

/** Throws the draft away. */
export async function discardFilingDraft(app: App, key: string): Promise<void> {
  await leaveTrace(app, async (db) => {
    await db.delete(requestDrafts).where(eq(requestDrafts.keyDigest, digestOf(app.config, key)));
  });
}

/** In the transaction that files it: what was typed goes, the receipt can be shown again for a day. */
export async function closeFilingDraft(
  work: Work,
  config: Config,
  key: string,
  draft: FilingDraft,
  requestId: string,
): Promise<void> {
  const filed = { filingKey: draft.filingKey, form: {}, proofs: [], requestId };
  await work.db
    .update(requestDrafts)
    .set({ sealed: sealOf(config, key, filed), expiresAt: expiryFrom(work.now, receiptKeptHours) })
    .where(eq(requestDrafts.keyDigest, digestOf(config, key)));
}

/** Deletes drafts and receipts whose time is over. */
export const tidyDraftsNightly: RecurringJob = {
  name: 'requests.tidyDrafts',
  pattern: '50 3 * * *',
  run: async (app) => {
    await leaveTrace(app, async (db) => {
      await db.delete(requestDrafts).where(lt(requestDrafts.expiresAt, app.clock.now()));
    });
  },
};
