/** Builders of what stands behind a unit's work, and the samples for the walk over all routes. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import type { RouteSample, RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import type { SetMinimumInput } from '../contract/safeguards.ts';
import { nameDutyHolder } from '../service/duties.ts';
import { noteBudget, registerOutlet, setYearlyMinimum, signResponsibility } from '../service/safeguards.ts';
import type { RecordsWalkGiven } from './training.ts';

const builder = systemActor('test');

/** The money of a unit for a year, in fen. */
export async function givenBudget(
  app: App,
  given: { readonly unitId: string; readonly year: number; readonly amountFen: number },
): Promise<string> {
  return transact(app, builder, (work) => noteBudget(work, { ...given, source: '部门预算', note: '' }));
}

let serial = 0;

/** A site or account; signed when days are given. */
export async function givenOutlet(
  app: App,
  given: { readonly unitId: string; readonly signedOn?: string; readonly validThrough?: string },
): Promise<string> {
  serial += 1;
  const { signedOn, validThrough } = given;
  return transact(app, builder, async (work) => {
    const id = await registerOutlet(work, {
      unitId: given.unitId,
      kind: 'wechat',
      name: `青禾发布${serial}号`,
      address: '',
    });
    if (signedOn !== undefined) {
      await signResponsibility(work, id, {
        officerId: null,
        name: '王主任',
        position: '办公室主任',
        signedOn: dayOf(signedOn),
        validThrough: validThrough === undefined ? null : dayOf(validThrough),
      });
    }
    return id;
  });
}

/** What a year asks at least. */
export async function givenMinimum(
  app: App,
  jurisdictionId: string,
  given: Pick<SetMinimumInput, 'year' | 'subject' | 'least'> & Partial<SetMinimumInput>,
): Promise<void> {
  const input = { unitKinds: [], basis: '年度要点', ...given };
  await transact(app, builder, (work) => setYearlyMinimum(work, jurisdictionId, input));
}

const outletSample = async ({ app, county }: RecordsWalkGiven): Promise<RouteSample> => ({
  params: { outletId: await givenOutlet(app, { unitId: county.education }) },
  unitId: county.education,
});

export const safeguardRouteSamples: RouteSamples<RecordsWalkGiven> = {
  'organisation.showSafeguards': async () => ({ query: { year: '2026' } }),
  'organisation.setYearlyMinimum': async () => ({
    body: { year: 2026, subject: 'groupMeetings', least: 1, basis: '任务分解表第3项' },
  }),
  'organisation.dropYearlyMinimum': async ({ app, county }) => {
    const asked = { year: 2031, subject: 'groupMeetings' as const };
    await givenMinimum(app, county.jurisdictionId, { ...asked, least: 1 });
    return { body: asked };
  },
  'organisation.listUnitDuties': async () => ({}),
  'organisation.nameDutyHolder': async ({ county }) => ({
    body: { unitId: county.education, duty: 'leader', name: '张副局长', from: '2026-05-06' },
    unitId: county.education,
  }),
  'organisation.endDuty': async ({ app, county }) => {
    const holderId = await transact(app, builder, (work) =>
      nameDutyHolder(work, {
        unitId: county.education,
        duty: 'staff',
        officerId: null,
        name: '李科员',
        position: '',
        from: dayOf('2026-04-01'),
      }),
    );
    return { params: { holderId }, body: { until: '2026-05-01' }, unitId: county.education };
  },
  'organisation.listBudgetNotes': async () => ({ query: { year: '2026' } }),
  'organisation.noteBudget': async ({ county }) => ({
    body: { unitId: county.education, year: 2026, amountFen: 5_000_000, source: '部门预算' },
    unitId: county.education,
  }),
  'organisation.listOutlets': async () => ({}),
  'organisation.registerOutlet': async ({ county }) => {
    serial += 1;
    return {
      body: { unitId: county.education, kind: 'wechat', name: `青禾教育${serial}号` },
      unitId: county.education,
    };
  },
  'organisation.signResponsibility': async (given) => ({
    ...(await outletSample(given)),
    body: { name: '王主任', signedOn: '2026-05-01', validThrough: '2026-12-31' },
  }),
  'organisation.closeOutlet': async (given) => ({
    ...(await outletSample(given)),
    body: { reason: '停止更新' },
  }),
};
