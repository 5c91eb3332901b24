/** Builders of liaisons and handovers for tests, through the commands, and the samples for the walk over all routes. */
import { type OfficerRole, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { type Day, dayOf } from '#kernel/day.ts';
import type { RouteSample, RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { findLeaver } from '../queries/handovers.ts';
import { addHandoverItem, tickWholeHandover } from '../service/handover/items.ts';
import { signHandover } from '../service/handover/sign.ts';
import { cancelHandover } from '../service/handover/start.ts';
import { appointLiaison, changeLiaison, endLiaison } from '../service/liaison/appoint.ts';
import { acceptLiaisonFiling, fileLiaison } from '../service/liaison/filing.ts';
import { createOfficer, grantRole } from '../service/officers.ts';
import type { RecordsWalkGiven } from './training.ts';

const builder = systemActor('test');

/** A person of the unit, with roles there; returns the identifier. */
export async function givenPerson(
  app: App,
  county: { readonly jurisdictionId: string },
  unitId: string,
  name: string,
  roles: readonly OfficerRole[] = [],
): Promise<string> {
  return transact(app, builder, async (work) => {
    const id = await createOfficer(work, county.jurisdictionId, { name, unitId, position: '科员' });
    for (const role of roles) await grantRole(work, id, { role, unitId });
    return id;
  });
}

/** A liaison in office; filed and accepted today unless told otherwise. Returns the appointment. */
export async function givenLiaison(
  app: App,
  given: {
    readonly unitId: string;
    readonly officerId: string;
    readonly from: string;
    readonly filed?: boolean;
  },
): Promise<string> {
  return transact(app, builder, async (work) => {
    const { unitId, officerId } = given;
    const id = await appointLiaison(work, { unitId, officerId, substituteId: null, from: dayOf(given.from) });
    if (given.filed === false) return id;
    await fileLiaison(work, id, { text: '' });
    await acceptLiaisonFiling(work, id);
    return id;
  });
}

export interface GivenHandover {
  readonly handoverId: string;
  readonly appointmentId: string;
  readonly giverId: string;
  readonly receiverId: string;
  readonly witnessId: string;
}

/** A change of liaison in the unit with its handover begun today; `signed` takes it to the end. */
export async function givenHandover(
  app: App,
  county: { readonly jurisdictionId: string },
  unitId: string,
  options: { readonly from: Day; readonly signed?: boolean; readonly since?: string },
): Promise<GivenHandover> {
  const [giverId, receiverId, witnessId] = await Promise.all([
    givenPerson(app, county, unitId, '移交人'),
    givenPerson(app, county, unitId, '接收人'),
    givenPerson(app, county, unitId, '监交人'),
  ]);
  await givenLiaison(app, { unitId, officerId: giverId, from: options.since ?? '2026-01-05' });
  return transact(app, builder, async (work) => {
    const change = await changeLiaison(
      work,
      {
        unitId,
        officerId: receiverId,
        substituteId: null,
        from: options.from,
        witnessId,
        reason: '岗位调整',
      },
      [],
    );
    if (options.signed === true) {
      for (const party of ['giver', 'receiver'] as const)
        await tickWholeHandover(work, change.handoverId, { party });
      for (const party of ['giver', 'receiver', 'witness'] as const) {
        await signHandover(work, change.handoverId, { party });
      }
    }
    return { ...change, giverId, receiverId, witnessId };
  });
}

/** The day on which everything of the walk begins. */
const walkedFrom = '2026-04-01';

/** The unit that walks, with nobody in office: each sender finds it so. */
async function unitOfWalk({ app, county }: RecordsWalkGiven): Promise<string> {
  const unitId = county.education;
  const leaver = await findLeaver(app.database.read, { unitId });
  if (leaver !== undefined) {
    await transact(app, builder, (work) =>
      endLiaison(work, leaver.id, { until: dayOf(walkedFrom), reason: '途经测试' }),
    );
  }
  return unitId;
}

async function appointedWalk(given: RecordsWalkGiven, state: 'unfiled' | 'filed'): Promise<RouteSample> {
  const unitId = await unitOfWalk(given);
  const officerId = await givenPerson(given.app, given.county, unitId, '途经联络员');
  const appointmentId = await givenLiaison(given.app, {
    unitId,
    officerId,
    from: '2026-04-01',
    filed: false,
  });
  if (state === 'filed') {
    await transact(given.app, builder, (work) => fileLiaison(work, appointmentId, { text: '' }));
  }
  return { params: { appointmentId }, unitId: given.county.education };
}

async function changedWalk(given: RecordsWalkGiven) {
  const unitId = await unitOfWalk(given);
  const from = dayOf(walkedFrom);
  return { unitId, ...(await givenHandover(given.app, given.county, unitId, { from, since: walkedFrom })) };
}

const handoverSample = async (given: RecordsWalkGiven): Promise<RouteSample> => ({
  params: { handoverId: (await changedWalk(given)).handoverId },
});
const unitHandoverSample = async (given: RecordsWalkGiven): Promise<RouteSample> => ({
  ...(await handoverSample(given)),
  unitId: given.county.education,
});
const itemSample = async (given: RecordsWalkGiven): Promise<RouteSample> => {
  const { handoverId } = await changedWalk(given);
  const itemId = await transact(given.app, builder, (work) =>
    addHandoverItem(work, handoverId, { category: 'seal', title: '专用章', detail: '' }),
  );
  return { params: { itemId } };
};

const reason = { reason: '途经测试' };

export const liaisonRouteSamples: RouteSamples<RecordsWalkGiven> = {
  'organisation.listLiaisons': async () => ({}),
  'organisation.summariseLiaisons': async () => ({}),
  'organisation.showUnitLiaison': async ({ county }) => ({ params: { unitId: county.education } }),
  'organisation.appointLiaison': async (given) => {
    const unitId = await unitOfWalk(given);
    const officerId = await givenPerson(given.app, given.county, unitId, '途经联络员');
    return { body: { unitId, officerId, from: walkedFrom }, unitId: given.county.education };
  },
  'organisation.changeLiaison': async (given) => {
    const { unitId, witnessId } = await changedWalk(given);
    const officerId = await givenPerson(given.app, given.county, unitId, '再接任的人');
    const body = { unitId, officerId, witnessId, from: walkedFrom, ...reason };
    return { body, unitId: given.county.education };
  },
  'organisation.startHandover': async (given) => {
    const { handoverId, appointmentId, witnessId } = await changedWalk(given);
    await transact(given.app, builder, (work) => cancelHandover(work, handoverId, reason));
    return {
      params: { appointmentId },
      body: { witnessId, ...reason },
      unitId: given.county.education,
    };
  },
  'organisation.changeSubstitute': async (given) => ({
    ...(await appointedWalk(given, 'unfiled')),
    body: { substituteId: null },
  }),
  'organisation.endLiaison': async (given) => ({
    ...(await appointedWalk(given, 'unfiled')),
    body: { until: '2026-05-01', ...reason },
  }),
  'organisation.fileLiaison': async (given) => ({ ...(await appointedWalk(given, 'unfiled')), body: {} }),
  'organisation.acceptLiaisonFiling': async (given) => ({
    params: (await appointedWalk(given, 'filed')).params ?? {},
  }),
  'organisation.returnLiaisonFiling': async (given) => ({
    params: (await appointedWalk(given, 'filed')).params ?? {},
    body: reason,
  }),
  'organisation.setLiaisonFigure': async () => ({ body: { filingDays: 7, basis: '县政府办公室通知' } }),
  'organisation.showHandover': handoverSample,
  'organisation.downloadHandover': handoverSample,
  'organisation.addHandoverItem': async (given) => ({
    ...(await handoverSample(given)),
    body: { category: 'account', title: '微信公众号' },
  }),
  'organisation.removeHandoverItem': itemSample,
  'organisation.tickHandoverItem': async (given) => ({
    ...(await itemSample(given)),
    body: { party: 'giver', done: true },
  }),
  'organisation.tickWholeHandover': async (given) => ({
    ...(await handoverSample(given)),
    body: { party: 'giver' },
  }),
  'organisation.signHandover': async (given) => ({
    ...(await handoverSample(given)),
    body: { party: 'giver' },
  }),
  'organisation.withdrawHandoverSignature': async (given) => ({
    ...(await handoverSample(given)),
    body: { party: 'giver' },
  }),
  'organisation.noteGiverAbsent': async (given) => ({ ...(await unitHandoverSample(given)), body: reason }),
  'organisation.changeHandoverWitness': async (given) => ({
    ...(await unitHandoverSample(given)),
    body: { witnessId: await givenPerson(given.app, given.county, given.county.education, '另一监交人') },
  }),
  'organisation.cancelHandover': async (given) => ({ ...(await unitHandoverSample(given)), body: reason }),
};
