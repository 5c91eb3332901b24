/** Writing and checking the audit. Entries are collected by `work.audit` and appended at the end of its transaction. */
import { desc, gt, sql } from 'drizzle-orm';
import type { Actor } from '../actor.ts';
import type { Instant } from '../clock.ts';
import type { ReadDb, WriteDb } from '../db/database.ts';
import { type ChainedFields, chainHash, genesisHash } from './chain.ts';
import { auditEntries } from './tables.ts';

/** What a command reports about its change. */
export interface AuditEntry {
  /** `module.verb`, as the permission that allowed it where there is one. */
  readonly action: string;
  readonly objectKind: string;
  readonly objectId: string;
  readonly unitId?: string;
  /** One Chinese sentence without personal data: `确认《…》，共45项任务`. */
  readonly summary: string;
  readonly before?: unknown;
  readonly after?: unknown;
  /** False when no public page can change by it (a sign-in); true unless said. */
  readonly affectsPortal?: boolean;
}

/** Key of the lock that puts the entries of concurrent transactions in one line. */
const chainLock = 7_204_102;

function actorColumns(actor: Actor): { actorKind: Actor['kind']; actorId: string | null; actorName: string } {
  switch (actor.kind) {
    case 'officer':
      return { actorKind: 'officer', actorId: actor.id, actorName: actor.name };
    case 'visitor':
      return { actorKind: 'visitor', actorId: null, actorName: '访客' };
    case 'system':
      return { actorKind: 'system', actorId: null, actorName: actor.name };
  }
}

/** Entries of one unit of work, with who did it and when. */
export interface AuditedWork {
  readonly actor: Actor;
  readonly now: Instant;
  readonly requestId: string | null;
  readonly entries: readonly AuditEntry[];
}

/** A statement has no more than 65,535 values. */
const mostRowsAtOnce = 500;

/** Appends the entries at the head of the chain and returns the sequence number of the last one. */
export async function appendAudit(db: WriteDb, works: readonly AuditedWork[]): Promise<number> {
  await db.execute(sql`select pg_advisory_xact_lock(${chainLock})`);
  const [head] = await db
    .select({ seq: auditEntries.seq, hash: auditEntries.hash })
    .from(auditEntries)
    .orderBy(desc(auditEntries.seq))
    .limit(1);
  let seq = head?.seq ?? 0;
  let previousHash = head?.hash ?? genesisHash;
  const rows: (typeof auditEntries.$inferInsert)[] = [];
  for (const { actor, now, requestId, entry } of works.flatMap(({ entries, ...by }) =>
    entries.map((entry) => ({ ...by, entry })),
  )) {
    seq += 1;
    const fields = {
      seq,
      ...actorColumns(actor),
      action: entry.action,
      objectKind: entry.objectKind,
      objectId: entry.objectId,
      unitId: entry.unitId ?? null,
      summary: entry.summary,
      // What the database will hand back: without undefined members, dates as text.
      before: plainJson(entry.before),
      after: plainJson(entry.after),
      requestId,
      affectsPortal: entry.affectsPortal ?? true,
    };
    const hash = chainHash(previousHash, { ...fields, at: now.toISOString() });
    rows.push({ ...fields, at: now, previousHash, hash });
    previousHash = hash;
  }
  for (let at = 0; at < rows.length; at += mostRowsAtOnce) {
    await db.insert(auditEntries).values(rows.slice(at, at + mostRowsAtOnce));
  }
  return seq;
}

function plainJson(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

export type ChainVerdict =
  | { readonly intact: true; readonly entries: number; readonly headHash: string }
  | { readonly intact: false; readonly seq: number; readonly reason: string };

/**
 * Recomputes the whole chain. A head hash noted elsewhere (`expectedHead`) also shows that nothing was cut off
 * at the end, which the chain alone cannot tell.
 */
export async function verifyAuditChain(db: ReadDb, expectedHead?: string): Promise<ChainVerdict> {
  let seq = 0;
  let previousHash = genesisHash;
  let seenExpected = expectedHead === undefined;
  for (;;) {
    const page = await db
      .select()
      .from(auditEntries)
      .where(gt(auditEntries.seq, seq))
      .orderBy(auditEntries.seq)
      .limit(1000);
    for (const row of page) {
      if (row.seq !== seq + 1) return { intact: false, seq: seq + 1, reason: '缺少这一条记录' };
      const { previousHash: storedPrevious, hash, at, ...rest } = row;
      const fields: ChainedFields = { ...rest, at: at.toISOString() };
      if (storedPrevious !== previousHash)
        return { intact: false, seq: row.seq, reason: '与前一条记录不相接' };
      if (chainHash(previousHash, fields) !== hash)
        return { intact: false, seq: row.seq, reason: '内容被改动过' };
      seq = row.seq;
      previousHash = hash;
      seenExpected ||= hash === expectedHead;
    }
    if (page.length < 1000) break;
  }
  if (!seenExpected) return { intact: false, seq, reason: '找不到事先记下的校验值，末尾的记录可能被删除' };
  return { intact: true, entries: seq, headHash: previousHash };
}
