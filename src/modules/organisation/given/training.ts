/** Builders of trainings for tests, through the commands, and the samples for the walk over all routes. */

import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { type Day, dayOf } from '#kernel/day.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import type { RouteSample, RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import type { AttendanceInput, PlanTrainingInput } from '../contract/training.ts';
import { addTrainingMaterial, holdTraining, planTraining, recordAttendance } from '../service/trainings.ts';

const builder = systemActor('test');

export interface GivenTraining extends Partial<Omit<PlanTrainingInput, 'organiserId' | 'plannedFor'>> {
  readonly organiserId: string;
  readonly plannedFor: string;
  /** Day it was held; left out, it is only planned. */
  readonly heldOn?: string;
  readonly attendees?: AttendanceInput['attendees'];
  /** Heads by unit. */
  readonly heads?: Readonly<Record<string, number>>;
}

/** A session, held when a day is given, with those who came; returns its identifier. */
export async function givenTraining(app: App, given: GivenTraining): Promise<string> {
  const { heldOn, attendees = [], heads = {}, plannedFor, ...plan } = given;
  return transact(app, builder, async (work) => {
    const id = await planTraining(work, {
      kind: 'business',
      topic: '政务公开业务培训',
      mode: 'onSite',
      place: '县政府三楼会议室',
      minutes: 120,
      audiences: ['liaisons'],
      invitedUnitIds: [],
      lecturer: '',
      law: null,
      policyTitle: null,
      policyNumber: null,
      ...plan,
      plannedFor: dayOf(plannedFor),
    });
    if (heldOn === undefined) return id;
    await holdTraining(work, id, { heldOn: dayOf(heldOn), summary: '' });
    const headCounts = Object.entries(heads).map(([unitId, n]) => ({ unitId, heads: n, newEntrants: 0 }));
    if (attendees.length + headCounts.length > 0) await recordAttendance(work, id, { attendees, headCounts });
    return id;
  });
}

export interface RecordsWalkGiven {
  readonly app: App;
  readonly county: {
    readonly jurisdictionId: string;
    readonly government: string;
    readonly office: string;
    readonly education: string;
    readonly town: string;
  };
}

/** A file somebody hands in. */
export const walkedFile = {
  field: 'file',
  name: '材料.txt',
  mediaType: 'text/plain',
  bytes: new TextEncoder().encode('姓名,单位\n'),
};

const plannedDay = '2026-05-20';
const heldDay: Day = dayOf('2026-04-20');

/** A planned session of the unit that walks. */
const planned = async ({ app, county }: RecordsWalkGiven): Promise<RouteSample> => ({
  params: {
    trainingId: await givenTraining(app, { organiserId: county.education, plannedFor: plannedDay }),
  },
  unitId: county.education,
});

const held = async ({ app, county }: RecordsWalkGiven): Promise<RouteSample> => ({
  params: {
    trainingId: await givenTraining(app, {
      organiserId: county.education,
      plannedFor: heldDay,
      heldOn: heldDay,
    }),
  },
  unitId: county.education,
});

export const trainingRouteSamples: RouteSamples<RecordsWalkGiven> = {
  'organisation.listTrainings': async () => ({ query: { year: '2026', status: 'held' } }),
  'organisation.showTraining': async (given) => ({ params: (await planned(given)).params ?? {} }),
  'organisation.planTraining': async ({ county }) => ({
    body: {
      organiserId: county.education,
      topic: '新条例专题培训',
      plannedFor: plannedDay,
      minutes: 90,
      audiences: ['allStaff'],
    },
    unitId: county.education,
  }),
  'organisation.changeTraining': async (given) => ({ ...(await planned(given)), body: { place: '二楼' } }),
  'organisation.holdTraining': async (given) => ({ ...(await planned(given)), body: { heldOn: heldDay } }),
  'organisation.recordAttendance': async (given) => ({
    ...(await held(given)),
    body: { attendees: [], headCounts: [{ unitId: given.county.town, heads: 3 }] },
  }),
  'organisation.cancelTraining': async (given) => ({ ...(await held(given)), body: { reason: '途经测试' } }),
  'organisation.addTrainingMaterial': async (given) => ({
    ...(await planned(given)),
    body: {},
    files: [walkedFile],
  }),
  'organisation.downloadTrainingMaterial': async (given) => {
    const { params } = await planned(given);
    const file = await keepBytes(given.app.files, walkedFile);
    const materialId = await transact(given.app, builder, (work) =>
      addTrainingMaterial(work, params?.trainingId ?? '', file),
    );
    return { params: { materialId } };
  },
  'organisation.downloadSignInSheet': async (given) => ({ params: (await planned(given)).params ?? {} }),
  'organisation.downloadRosterTemplate': async (given) => ({ params: (await planned(given)).params ?? {} }),
  'organisation.importRoster': async (given) => ({
    ...(await held(given)),
    body: { record: 'true' },
    files: [
      { ...walkedFile, name: '名单.csv', bytes: new TextEncoder().encode('姓名,单位\n某人,县教育局\n') },
    ],
  }),
};
