/**
 * Counting attempts: the answer to an attempt is given inside the transaction that counts it, under a lock of its
 * key, so that many attempts at once on many nodes learn no more than one after the other.
 */
import { eq, sql } from 'drizzle-orm';
import { beijingTimeOf } from '#kernel/clock.ts';
import type { Config } from '#kernel/config.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { fingerprintText, keyFor } from '#kernel/secret.ts';
import type { Work } from '#kernel/work.ts';
import { countFailure, waitingUntil } from '../rules/delay.ts';
import { signInFailures } from '../tables.ts';
import { accessRefusals } from '../words.ts';

export type AttemptVerdict =
  | { readonly passed: true }
  | { readonly passed: false; readonly waitUntil?: Date };

/** The key under which attempts at this name are counted, whether or not an account has it. */
export function attemptKey(config: Config, kind: 'name' | 'code', subject: string): string {
  return fingerprintText(keyFor(config, 'access.attempts'), `${kind}:${subject.trim().toLowerCase()}`);
}

async function findFailures(db: ReadDb, key: string) {
  const [row] = await db.select().from(signInFailures).where(eq(signInFailures.key, key));
  return row;
}

export function mustWait(until: Date, now: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  return accessRefusals.refuse('access.mustWait', { until: beijingTimeOf(until), seconds });
}

/** Before any costly work: refuses while the key must wait. */
export async function refuseWhileWaiting(db: ReadDb, key: string, now: Date): Promise<void> {
  const until = waitingUntil(await findFailures(db, key), now);
  if (until !== undefined) throw mustWait(until, now);
}

/** Counts the attempt; a right one passes only if its key need not wait. */
export async function settleAttempt(work: Work, key: string, right: boolean): Promise<AttemptVerdict> {
  await work.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`);
  const count = await findFailures(work.db, key);
  const waitUntil = waitingUntil(count, work.now);
  if (waitUntil !== undefined) return { passed: false, waitUntil };
  if (right) {
    if (count !== undefined) await work.db.delete(signInFailures).where(eq(signInFailures.key, key));
    return { passed: true };
  }
  const next = countFailure(count, work.now);
  await work.db
    .insert(signInFailures)
    .values({ key, ...next })
    .onConflictDoUpdate({ target: signInFailures.key, set: next });
  return { passed: false };
}
