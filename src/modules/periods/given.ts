/** Builders of the periods for tests, and the samples for the walk over all routes. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { addDays, dayOf } from '#kernel/day.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { setTarget } from './service/targets.ts';

let given = 0;

/** A local limit of ten working days for replies; each next one begins a day later. */
export async function givenTarget(app: App, jurisdictionId: string): Promise<string> {
  given += 1;
  const fromDay = addDays(dayOf('2026-01-01'), given);
  return transact(app, systemActor('test'), (work) =>
    setTarget(work, jurisdictionId, { rule: 'foi-reply', length: 10, basis: '办理规程', fromDay }),
  );
}

interface PeriodWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string };
}

export const periodRouteSamples: RouteSamples<PeriodWalkGiven> = {
  'periods.listRules': async () => ({}),
  'periods.computeDue': async () => ({ query: { rule: 'foi-reply', on: '2026-03-02', extend: '5' } }),
  'periods.setTarget': async () => {
    given += 1;
    const fromDay = addDays(dayOf('2026-01-01'), given);
    return { body: { rule: 'foi-reply', length: 12, basis: '办理规程', fromDay } };
  },
  'periods.endTarget': async ({ app, county }) => ({
    params: { targetId: await givenTarget(app, county.jurisdictionId) },
    body: { untilDay: addDays(dayOf('2026-01-02'), given) },
  }),
  'periods.listChanges': async () => ({}),
  'periods.listMoves': async () => ({ params: { changeId: '019e148c-4e80-7003-b3f8-11f39ab17f86' } }),
  'periods.page': async () => ({ query: { rule: 'foi-reply', on: '2026-03-02' } }),
};
