/** Makes the index again from the documents: asked for on the desk or the command line, and what is done every night. */
import { type Actor, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { addDays } from '#kernel/day.ts';
import { forgetMisses } from '#kernel/search/misses.ts';
import { refreshSearchTexts } from '#kernel/search/sql/write-texts.ts';
import { transact } from '#kernel/work.ts';
import { keepRegisterWords } from './words.ts';

/** Days after which questions without an answer are forgotten. */
const missDays = 180;

async function noteRebuild(app: App, actor: Actor): Promise<void> {
  await transact(app, actor, async (work) => {
    work.authorise('search.manageIndex');
    work.audit({
      action: 'search.rebuildIndex',
      objectKind: 'searchIndex',
      objectId: 'index',
      summary: '重建检索索引',
      affectsPortal: false,
    });
  });
}

/** Builds anew and waits for it; returns how many documents were cut anew for the search in the database. */
export async function rebuildIndex(app: App): Promise<number> {
  await noteRebuild(app, systemActor('命令行'));
  const recut = await refreshSearchTexts(app.database);
  await app.search.rebuild();
  return recut;
}

/** Begins to build anew; the old index answers until the new one is there. */
export async function startRebuild(app: App, actor: Actor): Promise<void> {
  await noteRebuild(app, actor);
  // A failure is logged by the index itself and shown in its state.
  void refreshSearchTexts(app.database)
    .then(() => app.search.rebuild())
    .catch((error: unknown) => app.log.error({ err: error }, 'the search index could not be rebuilt'));
}

/** Every night: names of the register as words, documents cut with old words, questions asked long ago. */
export async function tidySearch(app: App): Promise<void> {
  await keepRegisterWords(app);
  await refreshSearchTexts(app.database);
  await forgetMisses(app.database, addDays(beijingDayOf(app.clock.now()), -missDays));
}
