/** Fills a new installation with the fictional county: the seed steps of all modules, in the order of their needs. */
import { eq, or } from 'drizzle-orm';
import { systemActor } from './actor.ts';
import type { App } from './app.ts';
import { auditEntries } from './audit/tables.ts';
import { instantOf } from './clock.ts';
import { transact } from './work.ts';

const seeded = 'system.seed';

/** The application as it stood at that instant: what a seed step does with it is dated then. */
export function atInstant(app: App, iso: string): App {
  const now = instantOf(iso);
  return { ...app, clock: { now: () => now } };
}

/** Runs every step; each is idempotent. `say` is told the name of each step before it runs. */
export async function seedCounty(app: App, say: (step: string) => void): Promise<readonly string[]> {
  const steps = app.modules.flatMap((module) => module.seeds);
  for (const step of steps) {
    say(step.name);
    await step.run(app);
  }
  await transact(app, systemActor('seed'), async (work) => {
    work.audit({
      action: seeded,
      objectKind: 'installation',
      objectId: 'seed',
      summary: `装入示例数据，共${steps.length}步`,
    });
  });
  return steps.map((step) => step.name);
}

/**
 * Whether the example county may be put in unasked: nobody has worked here yet and it is not there. A seeding that
 * was killed half-way is taken up again.
 */
export async function awaitsSeeding(app: App): Promise<boolean> {
  const [entry] = await app.database.read
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .where(or(eq(auditEntries.actorKind, 'officer'), eq(auditEntries.action, seeded)))
    .limit(1);
  return entry === undefined;
}
