/**
 * The only way to write. `transact` opens the transaction, hands a command its `Work`, and at the end appends the
 * audit, the outbox and the search documents in the same transaction: all of it stands, or nothing does.
 */
import { type Actor, systemActor } from './actor.ts';
import type { Listener, MadeAnnouncement } from './announcement.ts';
import { type AuditEntry, appendAudit } from './audit/audit.ts';
import { authorise } from './authorise.ts';
import { beijingDayOf, type Clock, type Instant } from './clock.ts';
import type { Day } from './day.ts';
import type { Database, WriteDb } from './db/database.ts';
import { databaseRefusal, isRetryable } from './db/refusals.ts';
import { newId } from './ids.ts';
import { jobs } from './jobs/tables.ts';
import { claimOnce, keepOnceResult, type OnceClaim } from './once/once.ts';
import type { PermissionTable, PermissionTarget } from './permission.ts';
import type { SearchDocument } from './search/document.ts';
import { type SearchChange, writeSearchChanges } from './search/search.ts';

/** A job to be done after the commit: mail, push, a file, a long computation. */
export interface JobRequest {
  /** A job kind declared by a module's manifest. */
  readonly kind: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** At most one job with this key ever; asking again is silently the same job. */
  readonly uniqueKey?: string;
  /** Not before; at once when absent. */
  readonly runAt?: Instant;
  readonly maxAttempts?: number;
}

/** What a command works with. Lives as long as its transaction. */
export interface Work {
  readonly db: WriteDb;
  readonly actor: Actor;
  readonly now: Instant;
  /** The day it is in Beijing. */
  readonly today: Day;
  readonly newId: () => string;
  /** Throws the refusal when the actor may not do this to that object; every command calls it first. */
  readonly authorise: (permission: string, target?: PermissionTarget) => void;
  /** Every command calls it once; a transaction without an entry is a fault. */
  readonly audit: (entry: AuditEntry) => void;
  readonly enqueue: (job: JobRequest) => void;
  /** Used through an `Announcement` alone: the listeners act in this transaction, after the command. */
  readonly announce: (made: MadeAnnouncement) => void;
  readonly putSearchDocument: (document: SearchDocument) => void;
  readonly removeSearchDocument: (kind: string, objectId: string) => void;
}

/**
 * The same unit of work on the platform's own authority: for a command that was allowed as a whole and uses commands
 * its actor may not call alone. The audit still names the actor.
 */
export function onPlatformAuthority(work: Work, name: string): Work {
  return { ...work, actor: systemActor(name), authorise: () => undefined };
}

/** What `transact` needs of the running application. */
export interface WorkPlace {
  readonly permissions: PermissionTable;
  /** Who moves along with what, gathered from the manifests. */
  readonly listeners: ReadonlyMap<string, readonly Listener[]>;
  readonly database: Database;
  readonly clock: Clock;
  /** Told after each commit: wakes the job runner and drops cached pages. */
  readonly committed: (commit: Commit) => void;
  /** The request the work is done for; absent in jobs, seeds and the command line. */
  readonly request?: RequestContext;
}

export interface Commit {
  readonly seq: number;
  readonly affectsPortal: boolean;
  readonly jobs: number;
}

export interface RequestContext {
  readonly id: string;
  /** Set for creating requests: their work is done once however often it is sent. */
  readonly once?: OnceClaim;
}

const attempts = 3;

/**
 * Runs `body` as one unit of work. A `Refusal` (or any error) rolls everything back; a lost race of the database
 * is tried again, a violated constraint becomes a refusal.
 */
export function transact<Result>(
  app: WorkPlace,
  actor: Actor,
  body: (work: Work) => Promise<Result>,
): Promise<Result> {
  return trying(() => transactOnce(app, actor, body));
}

async function trying<Result>(once: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      if (attempt < attempts && isRetryable(error)) continue;
      throw databaseRefusal(error) ?? error;
    }
  }
}

/** What a unit of work leaves to be written at the end of its transaction. */
interface Collected {
  readonly app: WorkPlace;
  readonly actor: Actor;
  readonly now: Instant;
  readonly entries: AuditEntry[];
  readonly requests: JobRequest[];
  readonly searchChanges: SearchChange[];
}

async function perform<Result>(
  db: WriteDb,
  app: WorkPlace,
  actor: Actor,
  body: (work: Work) => Promise<Result>,
): Promise<{ readonly value: Result; readonly collected: Collected }> {
  const now = app.clock.now();
  const collected: Collected = { app, actor, now, entries: [], requests: [], searchChanges: [] };
  const { entries, requests, searchChanges } = collected;
  const announced: MadeAnnouncement[] = [];
  const work: Work = {
    db,
    actor,
    now,
    today: beijingDayOf(now),
    newId: () => newId(now),
    authorise: (permission, target) => authorise(app, actor, permission, target),
    audit: (entry) => entries.push(entry),
    enqueue: (job) => requests.push(job),
    announce: (made) => announced.push(made),
    putSearchDocument: (document) => searchChanges.push({ put: document }),
    removeSearchDocument: (kind, objectId) => searchChanges.push({ remove: { kind, objectId } }),
  };
  const value = await body(work);
  // A listener may announce in its turn; the list grows while it is walked.
  for (const made of announced) {
    for (const listener of app.listeners.get(made.kind) ?? []) await listener.hear(work, made.content);
  }
  if (entries.length === 0) throw new Error('a command must write an audit entry');
  return { value, collected };
}

/** Writes what was collected; returns the number of the last entry of the audit. */
async function settle(db: WriteDb, all: readonly Collected[]): Promise<number> {
  for (const { requests, now } of all) await writeJobs(db, requests, now);
  const seq = await appendAudit(
    db,
    all.map(({ app, actor, now, entries }) => ({
      actor,
      now,
      requestId: app.request?.id ?? null,
      entries,
    })),
  );
  await writeSearchChanges(
    db,
    all.flatMap(({ searchChanges }) => searchChanges),
    seq,
  );
  return seq;
}

function tellCommit(app: WorkPlace, seq: number, all: readonly Collected[]): void {
  app.committed({
    seq,
    affectsPortal: all.some(({ entries }) => entries.some((entry) => entry.affectsPortal ?? true)),
    jobs: all.reduce((sum, { requests }) => sum + requests.length, 0),
  });
}

async function transactOnce<Result>(
  app: WorkPlace,
  actor: Actor,
  body: (work: Work) => Promise<Result>,
): Promise<Result> {
  const once = app.request?.once;
  const { result, done } = await app.database.inTransaction(async (db) => {
    const earlier = once === undefined ? undefined : await claimOnce<Result>(db, once, app.clock.now());
    if (earlier !== undefined) return { result: earlier.result, done: undefined };
    const { value, collected } = await perform(db, app, actor, body);
    const seq = await settle(db, [collected]);
    if (once !== undefined) await keepOnceResult(db, once, value);
    return { result: value, done: { seq, collected } };
  });
  if (once !== undefined) {
    once.isSpent = true;
    once.isReplay = done === undefined;
  }
  if (done !== undefined) tellCommit(app, done.seq, [done.collected]);
  return result;
}

/** One of several units of work: what is done, by whom, and when by its application's clock. */
export interface PlannedWork {
  readonly app: WorkPlace;
  readonly actor: Actor;
  readonly body: (work: Work) => Promise<unknown>;
}

/**
 * Runs units of work one after another in a single transaction, each with its own actor, moment and entries of the
 * audit; all of them stand or none. For seeding a year at once; what a person does is its own transaction.
 */
export async function transactTogether(works: readonly PlannedWork[]): Promise<void> {
  const [first] = works;
  if (first === undefined) return;
  const { seq, all } = await trying(() =>
    first.app.database.inTransaction(async (db) => {
      const done: Collected[] = [];
      for (const { app, actor, body } of works) done.push((await perform(db, app, actor, body)).collected);
      return { seq: await settle(db, done), all: done };
    }),
  );
  tellCommit(first.app, seq, all);
}

async function writeJobs(db: WriteDb, requests: readonly JobRequest[], now: Instant): Promise<void> {
  if (requests.length === 0) return;
  const rows = requests.map((request) => ({
    id: newId(now),
    kind: request.kind,
    payload: request.payload,
    uniqueKey: request.uniqueKey ?? null,
    runAt: request.runAt ?? now,
    maxAttempts: request.maxAttempts ?? 8,
    createdAt: now,
  }));
  await db.insert(jobs).values(rows).onConflictDoNothing();
}
