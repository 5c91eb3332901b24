import { eq } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '../actor.ts';
import type { App } from '../app.ts';
import { defineModule, type Manifest } from '../module.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { type JobRequest, transact } from '../work.ts';
import { defineJob } from './job.ts';
import { type JobRunner, openJobRunner } from './runner.ts';
import { jobs } from './tables.ts';

const hour = 3_600_000;
let place: TestApp;

afterEach(() => place.close());

async function enqueue(app: App, request: JobRequest): Promise<void> {
  await transact(app, systemActor('test'), async (work) => {
    work.audit({ action: 'test.ask', objectKind: 'thing', objectId: '1', summary: '排入任务' });
    work.enqueue(request);
  });
}

async function findJob(app: App, kind: string) {
  const [row] = await app.database.read.select().from(jobs).where(eq(jobs.kind, kind));
  return row;
}

function moduleWithJob(run: (payload: unknown, signal: AbortSignal) => Promise<void>): Manifest {
  const job = defineJob({
    kind: 'test.work',
    payload: z.unknown(),
    run: (_app, payload, signal) => run(payload, signal),
  });
  return defineModule({ name: 'test', title: '测试', jobs: [job] });
}

describe('queued jobs', () => {
  test('are done once, with their payload, and not before their time', async () => {
    const seen: unknown[] = [];
    place = await openTestApp({ modules: [moduleWithJob(async (payload) => void seen.push(payload))] });
    const { app, clock } = place;
    const runner = openJobRunner(app);
    await enqueue(app, { kind: 'test.work', payload: { n: 1 } });
    await enqueue(app, {
      kind: 'test.work',
      payload: { n: 2 },
      runAt: new Date(clock.now().getTime() + hour),
    });
    expect(await runner.runDue()).toBe(1);
    expect(await runner.runDue()).toBe(0);
    clock.advance(hour);
    expect(await runner.runDue()).toBe(1);
    expect(seen).toEqual([{ n: 1 }, { n: 2 }]);
  });

  test('a poisoned job is tried with growing delay, then set aside for a person, and stops nobody', async () => {
    const tries: number[] = [];
    let others = 0;
    place = await openTestApp({
      modules: [
        moduleWithJob(async (payload) => {
          if (z.object({ poison: z.boolean() }).parse(payload).poison) {
            tries.push(place.clock.now().getTime());
            throw new TypeError('poison');
          }
          others += 1;
        }),
      ],
    });
    const { app, clock } = place;
    const runner = openJobRunner(app);
    await enqueue(app, { kind: 'test.work', payload: { poison: true }, maxAttempts: 3 });
    for (let i = 0; i < 5; i += 1) {
      await enqueue(app, { kind: 'test.work', payload: { poison: false } });
      await runner.runDue();
      clock.advance(31_000);
    }
    expect(others).toBe(5);
    expect(tries.slice(1).map((at, index) => at - (tries[index] ?? 0))).toEqual([31_000, 31_000]);
    const rows = await app.database.read.select().from(jobs).where(eq(jobs.maxAttempts, 3));
    expect(rows).toMatchObject([{ attempts: 3, doneAt: null, lastError: 'TypeError: poison' }]);
    expect(rows[0]?.failedAt).not.toBeNull();
  });

  test('a job nobody on this node knows waits for a node that does', async () => {
    place = await openTestApp({ modules: [] });
    await enqueue(place.app, { kind: 'other.work', payload: {} });
    expect(await openJobRunner(place.app).runDue()).toBe(0);
    expect(await findJob(place.app, 'other.work')).toMatchObject({
      attempts: 0,
      doneAt: null,
      failedAt: null,
    });
  });

  test('shutdown cancels a running job, which another start does from the beginning', async () => {
    let begun = () => {};
    const hasBegun = new Promise<void>((resolve) => {
      begun = resolve;
    });
    let patient = true;
    place = await openTestApp({
      modules: [
        moduleWithJob(async (_payload, signal) => {
          begun();
          if (patient)
            await new Promise((_, reject) =>
              signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
            );
        }),
      ],
    });
    await enqueue(place.app, { kind: 'test.work', payload: {} });
    const runner = openJobRunner(place.app);
    runner.start();
    await hasBegun;
    await runner.stop();
    expect(await findJob(place.app, 'test.work')).toMatchObject({
      attempts: 0,
      doneAt: null,
      lockedUntil: null,
    });
    patient = false;
    expect(await openJobRunner(place.app).runDue()).toBe(1);
    expect((await findJob(place.app, 'test.work'))?.doneAt).not.toBeNull();
  });

  test('a job that dies with its process every time is set aside without being tried for ever', async () => {
    place = await openTestApp({ modules: [moduleWithJob(async () => {})] });
    const { app } = place;
    await enqueue(app, { kind: 'test.work', payload: {}, maxAttempts: 2 });
    await app.database.pool.query('update job set attempts = 2, locked_by = $1, locked_until = $2', [
      'dead node',
      new Date(place.clock.now().getTime() - 1),
    ]);
    expect(await openJobRunner(app).runDue()).toBe(0);
    expect((await findJob(app, 'test.work'))?.failedAt).not.toBeNull();
  });
});

describe('recurring jobs', () => {
  interface Span {
    readonly after: string;
    readonly through: string;
  }

  function nightly(run: (span: Span) => Promise<void>): Manifest {
    return defineModule({
      name: 'test',
      title: '测试',
      recurringJobs: [
        {
          name: 'test.nightly',
          pattern: '15 2 * * *',
          run: (_app, span) => run({ after: span.after.toISOString(), through: span.through.toISOString() }),
        },
      ],
    });
  }

  const runNightly = async (runner: JobRunner, spans: Span[]) => {
    const before = spans.length;
    await runner.runDue();
    return spans.slice(before);
  };

  test('after three days of standstill one run is told the whole missed span', async () => {
    const spans: Span[] = [];
    place = await openTestApp({
      modules: [nightly(async (span) => void spans.push(span))],
      now: '2026-11-16T09:00:00+08:00',
    });
    const first = openJobRunner(place.app);
    expect(await runNightly(first, spans)).toEqual([]);
    place.clock.advance(18 * hour);
    expect(await runNightly(first, spans)).toEqual([
      { after: '2026-11-16T01:00:00.000Z', through: '2026-11-16T18:15:00.000Z' },
    ]);
    expect(await runNightly(first, spans)).toEqual([]);
    place.clock.advance(3 * 24 * hour);
    const afterStandstill = openJobRunner(place.app);
    expect(await runNightly(afterStandstill, spans)).toEqual([
      { after: '2026-11-16T18:15:00.000Z', through: '2026-11-19T18:15:00.000Z' },
    ]);
    expect(await runNightly(afterStandstill, spans)).toEqual([]);
  });

  test('a failed night is tried again and only then the next one is planned; a lost night is made up for', async () => {
    const spans: Span[] = [];
    let broken = true;
    place = await openTestApp({
      modules: [
        nightly(async (span) => {
          if (broken) throw new Error('disk full');
          spans.push(span);
        }),
      ],
      now: '2026-11-16T09:00:00+08:00',
    });
    const runner = openJobRunner(place.app);
    await runner.runDue();
    place.clock.advance(18 * hour);
    for (let attempt = 0; attempt < 8; attempt += 1) {
      await runner.runDue();
      place.clock.advance(2.5 * hour);
    }
    expect((await findJob(place.app, 'recurring:test.nightly'))?.failedAt).not.toBeNull();
    broken = false;
    expect(await runNightly(runner, spans)).toEqual([]);
    place.clock.advance(24 * hour);
    expect(await runNightly(runner, spans)).toEqual([
      { after: '2026-11-16T01:00:00.000Z', through: '2026-11-17T18:15:00.000Z' },
    ]);
  });
});
