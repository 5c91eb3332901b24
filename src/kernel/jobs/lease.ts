/**
 * Rows of `job` as they pass from hand to hand: claimed under a lease, kept while somebody works, given back. Every
 * statement names the claim it speaks for, so a worker that lost its lease changes nothing any more.
 */
import { and, asc, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Instant } from '../clock.ts';
import type { Database, WriteDb } from '../db/database.ts';
import { jobs } from './tables.ts';

/** A job in the hands of one worker; `attempts` counts this one. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly maxAttempts: number;
}

/** One node's claims. */
export interface LeaseHolder {
  readonly node: string;
  readonly leaseMilliseconds: number;
}

const isOpen = and(isNull(jobs.doneAt), isNull(jobs.failedAt));

function isFreeAt(now: Instant) {
  return or(isNull(jobs.lockedUntil), lte(jobs.lockedUntil, now));
}

function isClaimOf(holder: LeaseHolder, job: ClaimedJob) {
  return and(eq(jobs.id, job.id), eq(jobs.lockedBy, holder.node), eq(jobs.attempts, job.attempts));
}

function later(now: Instant, milliseconds: number): Instant {
  return new Date(now.getTime() + milliseconds);
}

/** Wait before the next attempt: 10 s, 30 s, 90 s … at most 6 hours. */
export function retryDelay(attempts: number): number {
  return Math.min(10_000 * 3 ** (attempts - 1), 6 * 3_600_000);
}

/**
 * Claims up to `limit` due jobs of these kinds. A job whose workers died as often as it may be tried is set
 * aside as failed: it must not take down one node after the other.
 */
export async function claimDueJobs(
  database: Database,
  holder: LeaseHolder,
  claim: { readonly now: Instant; readonly kinds: readonly string[]; readonly limit: number },
): Promise<ClaimedJob[]> {
  if (claim.kinds.length === 0 || claim.limit < 1) return [];
  return database.inTransaction(async (db) => {
    await db
      .update(jobs)
      .set({ failedAt: claim.now, lockedUntil: null, lastError: 'the process died during the last attempt' })
      .where(and(isOpen, gte(jobs.attempts, jobs.maxAttempts), isFreeAt(claim.now)));
    const due = await db
      .select({ id: jobs.id })
      .from(jobs)
      .where(
        and(isOpen, lte(jobs.runAt, claim.now), isFreeAt(claim.now), inArray(jobs.kind, [...claim.kinds])),
      )
      .orderBy(asc(jobs.runAt), asc(jobs.id))
      .limit(claim.limit)
      .for('update', { skipLocked: true });
    if (due.length === 0) return [];
    return db
      .update(jobs)
      .set({
        lockedBy: holder.node,
        lockedUntil: later(claim.now, holder.leaseMilliseconds),
        attempts: sql`${jobs.attempts} + 1`,
      })
      .where(
        inArray(
          jobs.id,
          due.map((row) => row.id),
        ),
      )
      .returning({
        id: jobs.id,
        kind: jobs.kind,
        payload: jobs.payload,
        attempts: jobs.attempts,
        maxAttempts: jobs.maxAttempts,
      });
  });
}

/** Prolongs the lease of these jobs and returns the ids still held; the others belong to another node now. */
export async function renewLeases(
  database: Database,
  holder: LeaseHolder,
  ids: readonly string[],
  now: Instant,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const kept = await database.inTransaction((db) =>
    db
      .update(jobs)
      .set({ lockedUntil: later(now, holder.leaseMilliseconds) })
      .where(and(inArray(jobs.id, [...ids]), eq(jobs.lockedBy, holder.node), isOpen))
      .returning({ id: jobs.id }),
  );
  return new Set(kept.map((row) => row.id));
}

/** Marks the job done, with what else becomes true at that moment; false when the lease was lost. */
export async function finishClaimedJob(
  database: Database,
  holder: LeaseHolder,
  job: ClaimedJob,
  now: Instant,
  alongside: (db: WriteDb) => Promise<void>,
): Promise<boolean> {
  return database.inTransaction(async (db) => {
    const done = await db
      .update(jobs)
      .set({ doneAt: now, lockedUntil: null, lastError: null })
      .where(and(isClaimOf(holder, job), isOpen))
      .returning({ id: jobs.id });
    if (done.length > 0) await alongside(db);
    return done.length > 0;
  });
}

/** Notes a failed attempt: the job waits for its next one, or for a person when attempts are used up. */
export async function noteFailedAttempt(
  database: Database,
  holder: LeaseHolder,
  job: ClaimedJob,
  now: Instant,
  error: string,
): Promise<void> {
  const next =
    job.attempts >= job.maxAttempts ? { failedAt: now } : { runAt: later(now, retryDelay(job.attempts)) };
  await database.inTransaction((db) =>
    db
      .update(jobs)
      .set({ ...next, lockedUntil: null, lastError: error.slice(0, 500) })
      .where(and(isClaimOf(holder, job), isOpen)),
  );
}

/** Gives a job back that was cancelled by a shutdown: the attempt does not count. */
export async function giveBackJob(database: Database, holder: LeaseHolder, job: ClaimedJob): Promise<void> {
  await database.inTransaction((db) =>
    db
      .update(jobs)
      .set({ lockedUntil: null, attempts: job.attempts - 1 })
      .where(and(isClaimOf(holder, job), isOpen)),
  );
}

/**
 * Frees the leases a killed process left in the embedded database. Only the process that holds the data folder
 * may call it: there is no other worker then.
 */
export async function freeAbandonedLeases(database: Database): Promise<void> {
  await database.inTransaction((db) =>
    db
      .update(jobs)
      .set({ lockedUntil: null })
      .where(and(isOpen, isNotNull(jobs.lockedUntil))),
  );
}
