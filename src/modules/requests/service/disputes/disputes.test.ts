import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type OfficerRole, officerRoles, systemActor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { disputeQuerySchema } from '../../contract/disputes.ts';
import {
  answeredBy,
  givenCaseEvents,
  givenDispute,
  givenDisputePaper,
  givenDisputeSteps,
} from '../../given/disputes.ts';
import { givenCounterRequest } from '../../given.ts';
import { requestsModule } from '../../module.ts';
import { findDisputeFile, getDisputeDetail, listDisputes } from '../../queries/disputes/disputes.ts';
import { disputesFigure } from '../../report-figures/disputes.ts';
import { requestsFigure } from '../../report-figures/requests.ts';
import { recordDisputeStep, revealDisputeParties } from './keep-disputes.ts';

let place: TestApp;
let county: GivenCounty;
const platform = systemActor('test');

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

const context = async () => ({
  calendar: await place.app.calendar(),
  today: beijingDayOf(place.app.clock.now()),
});
const detailOf = async (disputeId: string, actor: Actor = platform) =>
  getDisputeDetail(place.app.database.read, actor, disputeId, await context());
const officer = (unitId: string, ...roles: OfficerRole[]) =>
  givenOfficer(place.app, county.jurisdictionId, unitId, roles);
const codeOf = (done: Promise<unknown>) =>
  done.then(
    () => '',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const step = (disputeId: string, actor: Actor) =>
  transact(place.app, actor, (work) =>
    recordDisputeStep(work, disputeId, { kind: 'remarked', day: dayOf('2026-03-03'), text: '联系' }),
  );
async function countAudit(): Promise<number> {
  const { rows } = await place.app.database.read.execute(sql`select count(*)::int as n from ${auditEntries}`);
  return Number(rows[0]?.n);
}

describe('a review', () => {
  test('runs from its opening to a decision that corrects, with its own clock', async () => {
    const disputeId = await givenDispute(place.app, { unitId: county.education });
    await givenDisputeSteps(
      place.app,
      disputeId,
      { kind: 'accepted', day: '2026-03-05', caseNumber: '市府复〔2026〕12号' },
      { kind: 'notified', day: '2026-03-09', procedure: 'simplified' },
    );
    const waiting = await detailOf(disputeId);
    expect(waiting.number).toMatch(/^争议〔2026〕\d+号$/);
    expect(waiting.next).toEqual({ title: '行政复议答复（简易程序）', due: '2026-03-16' });
    const reply = waiting.clocks.find(({ rule }) => rule === 'review-reply-simplified');
    expect(reply?.countedDays).toHaveLength(5);
    expect(reply?.article).toContain('行政复议法第五十四条');
    await givenDisputeSteps(
      place.app,
      disputeId,
      { kind: 'replied', day: '2026-03-16', text: '' },
      { kind: 'costNoted', day: '2026-03-20', what: '律师代理', fen: 500_000 },
      {
        kind: 'ruled',
        day: '2026-04-20',
        form: 'revoked',
        documentNumber: '市府复决〔2026〕12号',
        receivedOn: '2026-04-22',
        reason: '检索记录缺失',
      },
    );
    const ended = await detailOf(disputeId);
    expect(ended).toMatchObject({ status: 'closed', outcome: 'corrected', costFen: 500_000, next: null });
    expect(ended.clocks.find(({ owner }) => owner === 'ours')).toMatchObject({ inTime: true });
    expect(ended.clocks.at(-1)).toMatchObject({ rule: 'lawsuit-after-review', due: '2026-05-07' });
    const events = await place.app.database.read.execute(
      sql`select count(*)::int as n from dispute_event where dispute_id = ${disputeId}`,
    );
    expect(events.rows[0]?.n).toBe(6);
  });

  test('is told to the case file of its request, and a lawsuit takes the day of its decision over', async () => {
    const requestId = await givenCounterRequest(place.app, county.education, {
      arrival: { arrivedOn: dayOf('2026-02-02') },
    });
    await givenCaseEvents(place.app, requestId, ...answeredBy('notExisting', '2026-02-27'));
    const review = await givenDispute(place.app, { requestId, actKnownOn: '2026-02-28' });
    await givenDisputeSteps(
      place.app,
      review,
      { kind: 'notified', day: '2026-03-09' },
      { kind: 'ruled', day: '2026-04-10', form: 'upheld', receivedOn: '2026-04-13' },
    );
    const lawsuit = await givenDispute(place.app, {
      requestId,
      way: 'lawsuitAfterReview',
      reviewId: review,
      openedOn: '2026-04-27',
    });
    const detail = await detailOf(lawsuit);
    expect(detail).toMatchObject({
      groundTitle: '信息不存在',
      request: { id: requestId },
      review: { id: review },
    });
    expect(detail.clocks[0]).toMatchObject({ rule: 'lawsuit-after-review', due: '2026-04-28', inTime: true });
    expect((await detailOf(review)).followedBy.map(({ id }) => id)).toEqual([lawsuit]);
    const told = await place.app.database.read.execute(
      sql`select kind from request_event where request_id = ${requestId} and kind like 'dispute%' order by number`,
    );
    expect(told.rows.map(({ kind }) => kind)).toEqual(['disputeOpened', 'disputeClosed', 'disputeOpened']);
    expect(
      await codeOf(givenDispute(place.app, { requestId, reviewId: review, openedOn: '2026-04-27' })),
    ).toBe('requests.disputeReviewUnfit');
  });

  test('refuses what the stage does not allow, and keeps a mistake to be read beside its correction', async () => {
    const disputeId = await givenDispute(place.app, { unitId: county.education });
    const record = (given: Record<string, unknown>) => codeOf(givenDisputeSteps(place.app, disputeId, given));
    expect(await record({ kind: 'appealed', day: '2026-03-04', by: 'us' })).toBe(
      'requests.disputeStepNotAllowed',
    );
    expect(
      await record({ kind: 'ruled', day: '2026-03-20', form: 'revoked', receivedOn: '2026-03-21' }),
    ).toBe('');
    expect(await record({ kind: 'annulled', day: '2026-03-22', position: 1, reason: '记错了案件' })).toBe('');
    const detail = await detailOf(disputeId);
    expect(detail).toMatchObject({ status: 'opened', outcome: null });
    expect(detail.events.map(({ kind, annulled }) => [kind, annulled])).toEqual([
      ['opened', false],
      ['ruled', true],
      ['annulled', false],
    ]);
    await expect(
      place.app.database.read.execute(sql`update dispute_event set on_day = '2026-01-01'`),
    ).rejects.toThrow();
    expect(await codeOf(givenDispute(place.app, { olderCase: '' }))).toBe('requests.disputeOverNothing');
    expect(await codeOf(givenDispute(place.app, { unitId: county.education, ground: 'nothing' }))).toBe(
      'requests.disputeGroundUnknown',
    );
    expect(await codeOf(givenDispute(place.app, { unitId: county.education, openedOn: '2026-05-07' }))).toBe(
      'requests.disputeDayInFuture',
    );
  });
});

describe('who reaches a dispute', () => {
  test('is who keeps the disputes of the unit and who handles its request; the others find nothing', async () => {
    const handler = await officer(county.education, 'clerk');
    const requestId = await givenCounterRequest(place.app, county.education, { by: handler });
    await givenCaseEvents(place.app, requestId, ...answeredBy('process', '2026-05-06'));
    const ofCase = await givenDispute(place.app, { requestId, openedOn: '2026-05-06' }, handler);
    const older = await givenDispute(place.app, { unitId: county.education });
    await givenDisputePaper(place.app, older, '答复书.pdf');
    const reach = async (actor: Actor, disputeId: string) => {
      const seen = await codeOf(detailOf(disputeId, actor));
      const file = await findDisputeFile(place.app.database.read, actor, older, 1);
      const list = await listDisputes(
        place.app.database.read,
        actor,
        county.jurisdictionId,
        disputeQuerySchema.parse({}),
        await context(),
      );
      const isListed = list.rows.some(({ id }) => id === disputeId);
      expect(isListed).toBe(seen === '');
      if (disputeId === older) expect(file !== undefined).toBe(seen === '');
      return seen === '';
    };
    for (const role of officerRoles) {
      const own = await officer(county.education, role);
      const keeps = role === 'unitLeader' || role === 'legalOffice' || role === 'supervisor';
      expect([role, await reach(own, older), await reach(own, ofCase)]).toEqual([role, keeps, keeps]);
      const foreign = await officer(county.town, role);
      expect([role, await reach(foreign, older)]).toEqual([role, role === 'supervisor']);
      const before = await countAudit();
      const code = await codeOf(step(older, foreign));
      if (role !== 'supervisor') {
        expect(['access.forbidden', 'requests.disputeNotFound']).toContain(code);
        expect(await countAudit()).toBe(before);
      }
    }
    expect(await reach(handler, ofCase)).toBe(true);
    expect(await reach(handler, older)).toBe(false);
    expect(await codeOf(givenDispute(place.app, { unitId: county.education }, handler))).toBe(
      'access.forbidden',
    );
  });

  test('names of parties are masked, sealed in the table and opened with a logged reason only', async () => {
    const leader = await officer(county.education, 'unitLeader');
    const disputeId = await givenDispute(place.app, {
      unitId: county.education,
      parties: [
        { role: 'applicant', name: '欧阳独特' },
        { role: 'thirdParty', name: '望澜县宏达置业有限公司' },
      ],
    });
    const detail = await detailOf(disputeId, leader);
    expect(detail.parties.map(({ maskedName }) => maskedName)).toEqual(['欧***', '望澜县宏******']);
    const parties = await transact(place.app, leader, (work) =>
      revealDisputeParties(work, place.app.config, disputeId, '撰写答复书'),
    );
    expect(parties.map(({ name }) => name)).toEqual(['欧阳独特', '望澜县宏达置业有限公司']);
    const kept = await place.app.database.read.execute(
      sql`select (select string_agg(p::text, '') from dispute_party p) || (select string_agg(a::text, '') from audit_entry a) as all_text`,
    );
    expect(String(kept.rows[0]?.all_text)).not.toContain('欧阳独特');
    expect(String(kept.rows[0]?.all_text)).toContain('撰写答复书');
  });
});

describe('figures of the annual report', () => {
  const figures = [requestsFigure, disputesFigure];

  async function tableOf(target: GivenCounty, year: number, today = '2026-05-06') {
    const question = {
      db: place.app.database.read,
      jurisdictionId: target.jurisdictionId,
      year,
      today: dayOf(today),
    };
    const cells: Record<string, number> = {};
    for (const figure of figures) {
      const answers = await figure.answer({ ...question, unitIds: [target.education] });
      for (const [cell, answer] of answers.get(target.education) ?? []) {
        if (!answer.known || answer.value === 0) continue;
        cells[cell] = answer.value;
        const keys = new Set<string>();
        let after: string | null = null;
        do {
          const page = await figure.listEvidence(
            { ...question, unitId: target.education, cell },
            { after, limit: 2 },
          );
          for (const { key } of page.rows) keys.add(key);
          after = page.next;
        } while (after !== null);
        expect([cell, keys.size]).toEqual([cell, answer.value]);
      }
    }
    return cells;
  }

  test('table 3: every case counts once, whatever the year, and the columns balance', async () => {
    const target = await givenCounty(place.app, '白泽县', 'baize');
    const give = (arrivedOn: string, kind: 'naturalPerson' | 'enterprise' = 'naturalPerson') =>
      givenCounterRequest(place.app, target.education, {
        applicant: { kind },
        arrival: { arrivedOn: dayOf(arrivedOn) },
      });
    await givenCaseEvents(place.app, await give('2025-12-30'), ...answeredBy('disclosed', '2026-01-20'));
    await givenCaseEvents(place.app, await give('2025-06-02'), ...answeredBy('process', '2025-06-20'));
    await givenCaseEvents(
      place.app,
      await give('2026-02-02', 'enterprise'),
      ...answeredBy('notOurs', '2026-02-20'),
    );
    await give('2026-04-20');
    const withdrawn = await give('2026-03-02');
    await givenCaseEvents(place.app, withdrawn, { kind: 'withdrawn', on: dayOf('2026-03-03'), reason: '' });
    const merged = await give('2026-03-04');
    await givenCaseEvents(place.app, merged, {
      kind: 'mergedInto',
      on: dayOf('2026-03-05'),
      requestId: withdrawn,
      reason: '',
    });
    const again = await give('2025-09-01');
    await givenCaseEvents(
      place.app,
      again,
      ...answeredBy('process', '2025-09-12'),
      { kind: 'reopened', on: dayOf('2026-02-01'), due: null, reason: '复议决定' },
      ...answeredBy('disclosed', '2026-02-20'),
    );
    const now = await tableOf(target, 2026);
    expect(now).toEqual({
      'requests.received.naturalPerson': 2,
      'requests.received.enterprise': 1,
      'requests.received.total': 3,
      'requests.carriedIn.naturalPerson': 1,
      'requests.carriedIn.total': 1,
      'requests.granted.naturalPerson': 1,
      'requests.granted.total': 1,
      'requests.notHeld.enterprise': 1,
      'requests.notHeld.total': 1,
      'requests.otherwise.naturalPerson': 1,
      'requests.otherwise.total': 1,
      'requests.outcomeTotal.naturalPerson': 2,
      'requests.outcomeTotal.enterprise': 1,
      'requests.outcomeTotal.total': 3,
      'requests.carriedOut.naturalPerson': 1,
      'requests.carriedOut.total': 1,
    });
    expect(await tableOf(target, 2025)).toMatchObject({
      'requests.received.total': 3,
      'requests.process.total': 2,
      'requests.carriedOut.total': 1,
    });
    // What is known on an earlier day is that day's table.
    expect(await tableOf(target, 2026, '2026-02-10')).toMatchObject({
      'requests.received.total': 1,
      'requests.carriedOut.total': 1,
      'requests.granted.total': 1,
    });
    const silent = await requestsFigure.answer({
      db: place.app.database.read,
      jurisdictionId: target.jurisdictionId,
      unitIds: [target.town],
      year: 2026,
      today: dayOf('2026-05-06'),
    });
    expect(silent.get(target.town)?.get('requests.received.total')).toMatchObject({ known: false });
  });

  test('table 4: results and pending ones by way, and nothing for a review organ sued along', async () => {
    const target = await givenCounty(place.app, '玄同县', 'xuantong');
    const give = (given: Record<string, unknown>) =>
      givenDispute(place.app, { unitId: target.education, ...given });
    const ended = await give({ openedOn: '2025-12-01' });
    await givenDisputeSteps(place.app, ended, {
      kind: 'ruled',
      day: '2026-01-20',
      form: 'revoked',
      receivedOn: '2026-01-21',
    });
    await give({ openedOn: '2026-04-01' });
    await give({ way: 'directLawsuit', openedOn: '2026-04-02' });
    await give({ way: 'lawsuitAfterReview', capacity: 'reviewOrgan', openedOn: '2026-04-03' });
    expect(await tableOf(target, 2026)).toEqual({
      'disputes.review.corrected': 1,
      'disputes.review.pending': 1,
      'disputes.review.total': 2,
      'disputes.directLawsuit.pending': 1,
      'disputes.directLawsuit.total': 1,
    });
    expect(await tableOf(target, 2025)).toEqual({
      'disputes.review.pending': 1,
      'disputes.review.total': 1,
    });
  });
});
