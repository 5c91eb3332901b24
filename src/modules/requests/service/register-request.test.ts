import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { requestQuerySchema } from '../contract/requests.ts';
import { givenCounterRequest, givenRequest } from '../given.ts';
import { requestsModule } from '../module.ts';
import { findApplicantRow, findReachableRequest, listRequests } from '../queries/requests.ts';
import { relockCase } from './case-in-hand.ts';
import { openApplicant } from './seal-applicant.ts';

let place: TestApp;
let county: GivenCounty;
let office: OfficerActor;
let clerk: OfficerActor;
let colleague: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule],
    now: '2024-02-05T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const officer = (unitId: string, role: 'supervisor' | 'clerk', name: string) =>
    givenOfficer(place.app, county.jurisdictionId, unitId, [role], name);
  office = await officer(county.office, 'supervisor', '公开办甲');
  clerk = await officer(county.education, 'clerk', '经办乙');
  colleague = await officer(county.education, 'clerk', '同事丙');
});
afterAll(() => place.close());

const rowOf = async (requestId: string) => {
  const row = await findReachableRequest(place.app.database.read, office, requestId);
  if (row === undefined) throw new Error('not there');
  return row;
};

describe('the register', () => {
  test('V01: handed in, the request is received that day and its reply due by the law', async () => {
    const row = await rowOf(await givenCounterRequest(place.app, county.education, { by: clerk }));
    expect(row).toMatchObject({
      stage: 'handling',
      receivedOn: '2024-02-05',
      nextOn: '2024-03-08',
      nextWhat: '答复',
      isTouched: false,
      officerIds: [clerk.id],
    });
    expect(row.number).toMatch(/^2024-\d{4}$/);
  });

  test('ordinary mail waits for the applicant and is asked for on the day it came', async () => {
    const requestId = await givenRequest(place.app, county.education, {
      arrival: {
        way: 'ordinaryMail',
        arrivedOn: (await rowOf(await givenCounterRequest(place.app, county.town))).arrivedOn,
      },
    });
    expect(await rowOf(requestId)).toMatchObject({
      stage: 'registered',
      receivedOn: null,
      nextOn: '2024-02-05',
      nextWhat: '与申请人确认收到',
    });
  });

  test('who asks is sealed, and stands in no other row and no audit entry', async () => {
    const requestId = await givenCounterRequest(place.app, county.education, {
      applicant: { name: '独孤求真', identityNumber: '990101199003079999' },
    });
    const applicant = await findApplicantRow(place.app.database.read, requestId);
    expect(applicant).toMatchObject({ maskedName: '独***', maskedContact: '138****5678' });
    expect(openApplicant(place.app.config, applicant?.sealed ?? null)).toMatchObject({
      name: '独孤求真',
      phone: '13800005678',
    });
    const everything = JSON.stringify([
      await rowOf(requestId),
      applicant,
      await place.app.database.read.select().from(auditEntries),
      (await place.app.database.read.execute(sql`select content from request_event`)).rows,
    ]);
    for (const secret of ['独孤求真', '990101199003079999', '13800005678']) {
      expect(everything).not.toContain(secret);
    }
  });

  test('only the FOI office and the assigned officer reach a case, in the list and by its address', async () => {
    const requestId = await givenCounterRequest(place.app, county.education, { by: clerk });
    const { read } = place.app.database;
    const seen = async (actor: OfficerActor) => {
      const query = requestQuerySchema.parse({ queue: 'all', limit: '100' });
      const { rows } = await listRequests(read, actor, county.jurisdictionId, query);
      const byAddress = await findReachableRequest(read, actor, requestId);
      return [rows.some(({ id }) => id === requestId), byAddress !== undefined];
    };
    expect(await seen(office)).toEqual([true, true]);
    expect(await seen(clerk)).toEqual([true, true]);
    expect(await seen(colleague)).toEqual([false, false]);
  });

  test('events never change', async () => {
    const requestId = await givenCounterRequest(place.app, county.education);
    const attempt = transact(place.app, office, async (work) => {
      await relockCase(work, requestId);
      await work.db.execute(sql`update request_event set by_name = '别人' where request_id = ${requestId}`);
    });
    await expect(attempt).rejects.toThrow();
  });
});
