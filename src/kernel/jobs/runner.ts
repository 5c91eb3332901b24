/**
 * The runner of one node: plans what the clock demands, claims what is due, works with bounded concurrency, keeps its
 * leases alive and lets go on shutdown. What a job does belongs to the modules.
 */
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import type { App } from '../app.ts';
import type { WriteDb } from '../db/database.ts';
import { sendMailJob } from '../mail/send-mail.ts';
import type { OpenedApp } from '../open-app.ts';
import type { RecurringJob } from './job.ts';
import {
  type ClaimedJob,
  claimDueJobs,
  finishClaimedJob,
  freeAbandonedLeases,
  giveBackJob,
  type LeaseHolder,
  noteFailedAttempt,
  renewLeases,
} from './lease.ts';
import { lastTickBy, noteDoneThrough, planRecurringJob, recurringKind, spanOfPayload } from './recurring.ts';
import { tidyJob } from './tidy.ts';

export interface JobRunner {
  /** Claims by itself from now on: at each `wake` and once a second. */
  readonly start: () => void;
  /** Something may be due; call it after a commit that enqueued. */
  readonly wake: () => void;
  /** Does everything that is due now, in this call; returns how many attempts it made. */
  readonly runDue: () => Promise<number>;
  /** Claims no more, cancels what runs, and returns when it has let go or the grace is over. */
  readonly stop: () => Promise<void>;
}

export interface JobRunnerOptions {
  readonly concurrency?: number;
  readonly leaseMilliseconds?: number;
  readonly pollMilliseconds?: number;
  readonly graceMilliseconds?: number;
}

interface Trade {
  readonly run: (app: App, payload: unknown, signal: AbortSignal) => Promise<void>;
  /** What becomes true with the job's end. */
  readonly alongside: (db: WriteDb, payload: unknown) => Promise<void>;
}

interface Running {
  readonly controller: AbortController;
  readonly finished: Promise<void>;
}

/** Recurring jobs of all modules and of the kernel itself. */
export function listRecurringJobs(app: Pick<App, 'modules'>): RecurringJob[] {
  return [tidyJob, ...app.modules.flatMap((module) => module.recurringJobs)];
}

function gatherTrades(app: App, recurring: readonly RecurringJob[]): Map<string, Trade> {
  const trades = new Map<string, Trade>();
  function add(kind: string, trade: Trade): void {
    if (trades.has(kind)) throw new Error(`job kind ${kind} is declared twice`);
    trades.set(kind, trade);
  }
  for (const { jobs } of [{ jobs: [sendMailJob] }, ...app.modules]) {
    for (const job of jobs) add(job.kind, { run: job.run, alongside: async () => {} });
  }
  for (const job of recurring) {
    add(recurringKind(job.name), {
      run: (place, payload, signal) => job.run(place, spanOfPayload(payload), signal),
      alongside: (db, payload) => noteDoneThrough(db, job.name, spanOfPayload(payload).through),
    });
  }
  return trades;
}

/** Starts the runner of a serving node, woken by its own commits. */
export function startJobRunner(opened: OpenedApp, options: JobRunnerOptions = {}): JobRunner {
  const runner = openJobRunner(opened.app, options);
  opened.onCommit((commit) => {
    if (commit.jobs > 0) runner.wake();
  });
  runner.start();
  return runner;
}

/** Opens the runner; it does nothing before `start` or `runDue`. */
export function openJobRunner(app: App, options: JobRunnerOptions = {}): JobRunner {
  const { concurrency = 4, pollMilliseconds = 1000, graceMilliseconds = 10_000 } = options;
  const holder: LeaseHolder = {
    node: `${os.hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`,
    leaseMilliseconds: options.leaseMilliseconds ?? 60_000,
  };
  const { database, clock, log } = app;
  const recurring = listRecurringJobs(app);
  const trades = gatherTrades(app, recurring);
  const kinds = [...trades.keys()];
  const running = new Map<string, Running>();
  /** The last tick of each recurring job that needs no more planning. */
  const settledTicks = new Map<string, number>();
  const timers: NodeJS.Timeout[] = [];
  let opened: Promise<void> | undefined;
  let filling: Promise<number> | undefined;
  let fillAgain = false;
  let stopping = false;

  function open(): Promise<void> {
    opened ??= database.kind === 'embedded' ? freeAbandonedLeases(database) : Promise.resolve();
    return opened;
  }

  async function planDueTicks(): Promise<void> {
    const now = clock.now();
    for (const job of recurring) {
      const tick = lastTickBy(job.pattern, now);
      if (tick === undefined || settledTicks.get(job.name) === tick.getTime()) continue;
      if (await planRecurringJob(database, job, tick, now)) settledTicks.set(job.name, tick.getTime());
    }
  }

  async function attempt(job: ClaimedJob, signal: AbortSignal): Promise<void> {
    const trade = trades.get(job.kind);
    if (trade === undefined) throw new Error(`no handler for ${job.kind}`);
    const place: App = { ...app, request: { id: `job-${job.id}` } };
    try {
      await trade.run(place, job.payload, signal);
      const finished = await finishClaimedJob(database, holder, job, clock.now(), (db) =>
        trade.alongside(db, job.payload),
      );
      if (!finished) log.warn({ job: job.id, kind: job.kind }, 'job finished after its lease was lost');
    } catch (error) {
      if (stopping && signal.aborted) return giveBackJob(database, holder, job);
      const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      log.error({ job: job.id, kind: job.kind, attempt: job.attempts, err: error }, 'job attempt failed');
      await noteFailedAttempt(database, holder, job, clock.now(), message);
    }
  }

  function begin(job: ClaimedJob): void {
    const controller = new AbortController();
    const finished = attempt(job, controller.signal)
      .catch((error: unknown) => log.error({ job: job.id, err: error }, 'job state could not be written'))
      .finally(() => {
        running.delete(job.id);
        wake();
      });
    running.set(job.id, { controller, finished });
  }

  async function fillOnce(): Promise<number> {
    await open();
    await planDueTicks();
    if (stopping) return 0;
    const limit = concurrency - running.size;
    const claimed = await claimDueJobs(database, holder, { now: clock.now(), kinds, limit });
    for (const job of claimed) begin(job);
    return claimed.length;
  }

  function fill(): Promise<number> {
    filling ??= fillOnce().finally(() => {
      filling = undefined;
    });
    return filling;
  }

  function wake(): void {
    if (stopping || timers.length === 0) return;
    if (filling !== undefined) {
      fillAgain = true;
      return;
    }
    fill()
      .catch((error: unknown) => log.error({ err: error }, 'jobs could not be claimed'))
      .finally(() => {
        if (!fillAgain) return;
        fillAgain = false;
        wake();
      });
  }

  async function keepLeases(): Promise<void> {
    const held = [...running.keys()];
    const kept = await renewLeases(database, holder, held, clock.now());
    for (const id of held) {
      if (!kept.has(id)) running.get(id)?.controller.abort(new Error('the lease of the job was lost'));
    }
  }

  return {
    start() {
      if (timers.length > 0) return;
      timers.push(setInterval(wake, pollMilliseconds));
      const renewal = () =>
        keepLeases().catch((error: unknown) => log.error({ err: error }, 'leases could not be renewed'));
      timers.push(setInterval(renewal, holder.leaseMilliseconds / 3));
      wake();
    },
    wake,
    async runDue() {
      let attempts = 0;
      for (;;) {
        const claimed = await fill();
        attempts += claimed;
        if (claimed === 0 && running.size === 0) return attempts;
        await Promise.all([...running.values()].map((job) => job.finished));
      }
    },
    async stop() {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      await filling?.catch(() => undefined);
      for (const job of running.values()) job.controller.abort(new Error('the node is shutting down'));
      const finished = Promise.all([...running.values()].map((job) => job.finished));
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise((resolve) => {
        timer = setTimeout(resolve, graceMilliseconds);
      });
      await Promise.race([finished, grace]);
      clearTimeout(timer);
    },
  };
}
