/**
 * Work done once however often its request is sent. The key is claimed at the start of the work's own transaction and
 * the command's result kept at its end, so both stand with the work or neither does; sending it again finds the result.
 */
import { and, eq, sql } from 'drizzle-orm';
import type { Instant } from '../clock.ts';
import type { WriteDb } from '../db/database.ts';
import { defineRefusals } from '../refusal.ts';
import { idempotencyKeys } from './tables.ts';

/** The key of one creating request. Lives as long as the request; its marks are set by `transact`. */
export interface OnceClaim {
  readonly actorKey: string;
  readonly key: string;
  /** What was asked, so that another request cannot borrow the key. */
  readonly requestHash: string;
  /** Its one unit of work stands. */
  isSpent: boolean;
  /** The work had been done by an earlier sending. */
  isReplay: boolean;
}

export const onceRefusals = defineRefusals({
  'once.keyReused': {
    status: 422,
    say: () => ({
      what: '这个 Idempotency-Key 已用于另一项内容',
      why: '同一个编号只能对应同一次新建',
      todo: '请为新的内容生成新的编号',
    }),
  },
  'once.keyInUse': {
    status: 409,
    say: () => ({
      what: '同一次提交正在处理',
      why: '编号相同的请求还没有办完',
      todo: '请稍等片刻，再用同一个编号发送，就能得到结果',
    }),
  },
});

/** Opens the claim of a request. */
export function openOnceClaim(claim: Pick<OnceClaim, 'actorKey' | 'key' | 'requestHash'>): OnceClaim {
  return { ...claim, isSpent: false, isReplay: false };
}

/**
 * Claims the key in the transaction of the work. Returns the result of an earlier sending, or undefined when the work
 * is to be done now; refuses a key that is being worked under, or that stands for something else.
 */
export async function claimOnce<Result>(
  db: WriteDb,
  claim: OnceClaim,
  now: Instant,
): Promise<{ readonly result: Result } | undefined> {
  if (claim.isSpent) throw new Error('a creating request is one unit of work: call transact once');
  const { actorKey, key, requestHash } = claim;
  const lockName = `${actorKey} ${key}`;
  const { rows } = await db.execute(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${lockName}, 0)) as locked`,
  );
  if (rows[0]?.locked !== true) throw onceRefusals.refuse('once.keyInUse', {});
  const claimed = await db
    .insert(idempotencyKeys)
    .values({ actorKey, key, requestHash, createdAt: now })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (claimed.length > 0) return undefined;
  const [earlier] = await db
    .select({
      requestHash: idempotencyKeys.requestHash,
      response: sql<string>`${idempotencyKeys.response}::text`,
    })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.actorKey, actorKey), eq(idempotencyKeys.key, key)));
  if (earlier?.requestHash !== requestHash) throw onceRefusals.refuse('once.keyReused', {});
  return JSON.parse(earlier.response);
}

/** Keeps the result beside the key, in the same transaction. A result that JSON cannot hand back alike is a fault. */
export async function keepOnceResult(db: WriteDb, claim: OnceClaim, result: unknown): Promise<void> {
  if (!isPlainJson(result)) throw new Error('the result of a creating command must be plain JSON');
  const { actorKey, key } = claim;
  await db
    .update(idempotencyKeys)
    .set({ response: { result } })
    .where(and(eq(idempotencyKeys.actorKey, actorKey), eq(idempotencyKeys.key, key)));
}

function isPlainJson(value: unknown): boolean {
  switch (typeof value) {
    case 'undefined':
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value);
    case 'object': {
      if (value === null) return true;
      if (Array.isArray(value)) return value.every(isPlainJson);
      const prototype: unknown = Object.getPrototypeOf(value);
      return (
        (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlainJson)
      );
    }
    default:
      return false;
  }
}
