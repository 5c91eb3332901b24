/**
 * A process of its own that is to be killed while somebody files a request: one filing was acknowledged before, another is
 * written and not yet committed. Run by `killed-filing.test.ts`; prints the keys of both drafts before it stops.
 */
import { pino } from 'pino';
import { visitor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { settableClock } from '#kernel/clock.ts';
import { readConfig } from '#kernel/config.ts';
import { openApp } from '#kernel/open-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { filingSchema } from '../contract/portal-forms.ts';
import { givenFiling } from '../given.ts';
import { requestsModule } from '../module.ts';
import { makeDraftKey, openFilingDraft, saveFilingDraft } from '../service/filing/drafts.ts';
import { fileDraft } from '../service/filing/file-draft.ts';
import { prepareFiling } from '../service/filing/prepare-filing.ts';
import { makeFilingKey } from '../service/seal-applicant.ts';

/** When the victim lives; its clock stands still. */
export const victimNow = '2026-05-06T09:00:00+08:00';
export const victimModules = [checkingModule, organisation, periodsModule, publishing, requestsModule];

function say(word: string, value: string): void {
  process.stdout.write(`${word} ${value}\n`);
}

async function keepDraft(app: App, unitId: string): Promise<string> {
  const key = makeDraftKey();
  const form: Record<string, string> = givenFiling(unitId);
  await saveFilingDraft(app, key, { filingKey: makeFilingKey(), form, proofs: [], requestId: null });
  return key;
}

/** Files the draft of a key as the page does; `before` runs with everything written and nothing committed. */
export async function fileKeptDraft(app: App, key: string, before?: () => Promise<void>): Promise<void> {
  const draft = await openFilingDraft(app, key);
  if (draft === undefined) throw new Error('no such draft');
  const jurisdictionId = await getHomeJurisdictionId(app.database.read, visitor);
  const prepared = prepareFiling(app, filingSchema.parse(draft.form), draft.filingKey);
  await transact(app, visitor, async (work) => {
    await fileDraft(work, { config: app.config, key, draft, prepared, jurisdictionId });
    await before?.();
  });
}

async function liveUntilKilled(): Promise<void> {
  const { app } = await openApp({
    config: readConfig(),
    modules: victimModules,
    clock: settableClock(victimNow),
    log: pino({ level: 'silent' }),
  });
  const { education } = await givenCounty(app);
  const acknowledged = await keepDraft(app, education);
  await fileKeptDraft(app, acknowledged);
  say('ACKNOWLEDGED', acknowledged);
  const hanging = await keepDraft(app, education);
  await fileKeptDraft(app, hanging, async () => {
    say('IN THE MIDDLE', hanging);
    await new Promise((resolve) => setTimeout(resolve, 3_600_000));
  });
}

if (process.argv[1] === import.meta.filename) await liveUntilKilled();
