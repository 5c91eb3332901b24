/**
 * A process of its own that is to be killed: opens the application on the configured database, enqueues one job and
 * stops in the middle of it, after half of its rows. Run by `jobs/killed-process.test.ts`.
 */
import { sql } from 'drizzle-orm';
import { pino } from 'pino';
import { z } from 'zod';
import { systemActor } from '../actor.ts';
import { settableClock } from '../clock.ts';
import { readConfig } from '../config.ts';
import { defineJob } from '../jobs/job.ts';
import { startJobRunner } from '../jobs/runner.ts';
import { defineModule, type Manifest } from '../module.ts';
import { openApp } from '../open-app.ts';
import { transact } from '../work.ts';

/** When the victim lives; its clock stands still. */
export const victimNow = '2026-11-20T09:00:00+08:00';

/** A module whose job writes two rows in one unit of work; `inTheMiddle` is awaited between them. */
export function twoRowModule(inTheMiddle: () => Promise<void>): Manifest {
  const job = defineJob({
    kind: 'test.twoRows',
    payload: z.object({}),
    run: (app) =>
      transact(app, systemActor('test'), async (work) => {
        work.audit({ action: 'test.write', objectKind: 'thing', objectId: '1', summary: '写入两行' });
        await work.db.execute(sql`insert into rate_counter values ('first', now(), 1)`);
        await inTheMiddle();
        await work.db.execute(sql`insert into rate_counter values ('second', now(), 1)`);
      }),
  });
  return defineModule({ name: 'test', title: '测试', jobs: [job] });
}

async function runUntilKilled(): Promise<void> {
  const stuck = twoRowModule(async () => {
    process.stdout.write('IN THE MIDDLE\n');
    await new Promise((resolve) => setTimeout(resolve, 3_600_000));
  });
  const opened = await openApp({
    config: readConfig(),
    modules: [stuck],
    clock: settableClock(victimNow),
    log: pino({ level: 'silent' }),
  });
  startJobRunner(opened);
  await transact(opened.app, systemActor('test'), async (work) => {
    work.audit({ action: 'test.ask', objectKind: 'thing', objectId: '1', summary: '排入任务' });
    work.enqueue({ kind: 'test.twoRows', payload: {} });
  });
}

if (process.argv[2] === 'run') await runUntilKilled();
