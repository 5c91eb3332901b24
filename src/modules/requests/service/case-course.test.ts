import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OfficerActor, OfficerRole } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { instantOf } from '#kernel/clock.ts';
import { type Day, dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { givenColumn } from '#modules/publishing/given.ts';
import { publishing } from '#modules/publishing/module.ts';
import { givenCounterRequest, givenRequest } from '../given.ts';
import { requestsModule } from '../module.ts';
import { findCaseDetail } from '../queries/case-detail.ts';
import { getSealedApplicant } from '../queries/requests.ts';
import * as answer from './answer.ts';
import * as clarify from './clarify.ts';
import * as intake from './intake.ts';
import { openApplicant, resealApplicant } from './seal-applicant.ts';

let place: TestApp;
let county: GivenCounty;
let clerk: OfficerActor;
let leader: OfficerActor;
let office: OfficerActor;
let colleague: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, requestsModule],
    now: '2024-02-05T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  const officer = (unitId: string, role: OfficerRole) =>
    givenOfficer(place.app, county.jurisdictionId, unitId, [role], role);
  clerk = await officer(county.education, 'clerk');
  colleague = await officer(county.education, 'clerk');
  leader = await officer(county.education, 'unitLeader');
  office = await officer(county.office, 'supervisor');
});
afterAll(() => place.close());
beforeEach(() => on('2024-02-05'));

function on(day: string): Day {
  place.clock.set(instantOf(`${day}T02:00:00.000Z`));
  return dayOf(day);
}
const act = <Result>(command: (work: Work) => Promise<Result>, actor = clerk) =>
  transact(place.app, actor, command);
/** The same on a day: the work reads its day when it begins. */
const actOn = <Result>(day: string, command: (work: Work) => Promise<Result>, actor = clerk) => {
  on(day);
  return act(command, actor);
};
const codeOf = (doing: Promise<unknown>) =>
  doing.then(
    () => 'done',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );
const opened = (given: Parameters<typeof givenCounterRequest>[2] = {}) =>
  givenCounterRequest(place.app, county.education, { by: clerk, ...given });
async function detailOf(requestId: string) {
  const detail = await findCaseDetail(place.app, office, requestId);
  if (detail === undefined) throw new Error('no such case');
  return detail;
}
async function replyDue(requestId: string) {
  const { clocks } = await detailOf(requestId);
  return clocks.find(({ name }) => name === 'foi-reply')?.due;
}

const disclosed = {
  leaf: 'disclosed',
  letterId: null,
  facts: { information: '某文件（青教发〔2024〕3号）', provision: 'attached' },
};

describe('correction', () => {
  test('V19: one notice, within seven working days of receipt', async () => {
    on('2024-09-29');
    const requestId = await opened();
    const notice = (day: string) =>
      actOn(day, (work) =>
        clarify.noticeCorrection(work, {
          requestId,
          on: dayOf(day),
          points: ['请写明文件名称'],
          until: dayOf('2024-11-10'),
        }),
      );
    expect(await codeOf(notice('2024-10-15'))).toBe('requests.notLawful');
    expect(await codeOf(notice('2024-10-14'))).toBe('done');
    expect(await codeOf(notice('2024-10-14'))).toBe('requests.actionNotAllowed');
  });

  test('V21: the reply counts anew from the corrected request; not corrected, it is given up when the time is over', async () => {
    on('2026-02-13');
    const [corrected, dropped] = [await opened(), await opened()];
    for (const requestId of [corrected, dropped]) {
      on('2026-02-25');
      await act((work) =>
        clarify.noticeCorrection(work, {
          requestId,
          on: dayOf('2026-02-25'),
          points: ['请写明文件名称'],
          until: dayOf('2026-03-11'),
        }),
      );
    }
    expect(await codeOf(act((work) => clarify.abandonCase(work, { requestId: dropped, note: '' })))).toBe(
      'requests.notLawful',
    );
    await actOn('2026-03-05', (work) =>
      clarify.recordCorrection(work, {
        requestId: corrected,
        on: dayOf('2026-03-05'),
        description: '青教发〔2025〕8号文件',
        contentDigest: 'changed',
      }),
    );
    expect(await replyDue(corrected)).toBe('2026-04-02');
    on('2026-03-12');
    await act((work) => clarify.abandonCase(work, { requestId: dropped, note: '' }));
    expect(await detailOf(dropped)).toMatchObject({
      stage: 'closed',
      ending: 'abandoned',
      leaf: 'notCorrected',
    });
  });
});

describe('consultation and extension', () => {
  test('V22: the time of the third party is not counted', async () => {
    on('2025-04-21');
    const requestId = await opened();
    const letter = await actOn('2025-04-28', (work) =>
      clarify.consultOn(work, { requestId, on: dayOf('2025-04-28'), whom: 'thirdParty', name: '某公司' }),
    );
    const record = (what: 'received' | 'answered', day: string) =>
      actOn(day, (work) =>
        clarify.recordConsultation(work, {
          requestId,
          letter,
          what,
          on: dayOf(day),
          opinion: what === 'answered' ? 'objects' : null,
          reasonable: what === 'answered' ? true : null,
          note: '涉及报价',
        }),
      );
    await record('received', '2025-04-29');
    const waiting = await detailOf(requestId);
    expect(waiting.clocks.find(({ name }) => name === 'foi-reply')?.state).toBe('paused');
    expect(waiting).toMatchObject({ nextOn: '2025-05-23', nextWhat: '第三方提出意见' });
    await record('answered', '2025-05-16');
    expect(await replyDue(requestId)).toBe('2025-06-06');
    expect(await codeOf(record('answered', '2025-05-19'))).toBe('requests.notLawful');
    const override = (actor: OfficerActor) =>
      codeOf(
        act(
          (work) => answer.judgeReasons(work, { requestId, criteria: [], reasonable: true, statement: '' }),
          actor,
        ),
      );
    expect(await override(clerk)).toBe('access.forbidden');
  });

  test('V25, V56: an extension needs the head, the notice, and a day inside the period', async () => {
    on('2026-04-20');
    const requestId = await opened();
    await act((work) => clarify.proposeExtension(work, { requestId, days: 10, reason: '信息较多' }));
    const tell = (day: string) =>
      codeOf(
        actOn(day, (work) => clarify.noticeExtension(work, { requestId, on: dayOf(day), proof: '电子邮件' })),
      );
    expect(await tell('2026-04-20')).toBe('requests.actionNotAllowed');
    expect(await codeOf(act((work) => clarify.consentExtension(work, { requestId }), leader))).toBe(
      'requests.notFound',
    );
    await act((work) => clarify.consentExtension(work, { requestId }), office);
    expect(await replyDue(requestId)).toBe('2026-05-20');
    expect(await tell('2026-05-21')).toBe('requests.notLawful');
    expect(await tell('2026-05-20')).toBe('done');
    expect(await replyDue(requestId)).toBe('2026-06-03');
    expect(
      await codeOf(act((work) => clarify.proposeExtension(work, { requestId, days: 5, reason: '再延' }))),
    ).toBe('requests.actionNotAllowed');
  });

  test('whoever proposes an extension may not consent to it', async () => {
    const requestId = await opened();
    await act((work) => clarify.proposeExtension(work, { requestId, days: 20, reason: '信息较多' }), office);
    expect(await codeOf(act((work) => clarify.consentExtension(work, { requestId }), office))).toBe(
      'requests.ownProposal',
    );
  });
});

describe('the fee', () => {
  const notice = (requestId: string, day: string, basis: 'byPages' | 'byRequest', pages = 0) =>
    actOn(day, (work) => clarify.noticeFee(work, { requestId, on: dayOf(day), basis, pages }));

  test('V27, V28: 150 pages cost 1,700 yuan; payment by the last day starts the reply anew', async () => {
    on('2024-01-10');
    const [requestId, late] = [await opened(), await opened()];
    await notice(requestId, '2024-01-15', 'byPages', 150);
    await notice(late, '2024-01-15', 'byPages', 31);
    const detail = await detailOf(requestId);
    expect(detail).toMatchObject({ stage: 'awaitingPayment', nextOn: '2024-02-18' });
    expect(detail.events.at(-1)?.lines).toEqual(['按量，150页，1,700元']);
    const pay = (id: string, day: string) =>
      actOn(day, (work) =>
        clarify.settleFee(work, {
          requestId: id,
          on: dayOf(day),
          how: 'paid',
          receiptNumber: '甲1',
          reason: '',
        }),
      );
    await pay(requestId, '2024-02-08');
    expect(await replyDue(requestId)).toBe('2024-03-13');
    expect(await codeOf(pay(late, '2024-02-19'))).toBe('requests.notLawful');
    await act((work) => clarify.abandonCase(work, { requestId: late, note: '' }));
    expect(await detailOf(late)).toMatchObject({ leaf: 'feeNotPaid' });
  });

  test('F1, F3: per request the eleventh of the month costs 100 yuan, the first of the next nothing', async () => {
    const applicant = { identityNumber: '110101198001010077' };
    const filed: string[] = [];
    on('2024-05-20');
    for (let count = 0; count < 11; count += 1) filed.push(await opened({ applicant }));
    const next = await opened({ applicant, arrival: { arrivedOn: on('2024-06-03') } });
    expect(await codeOf(notice(filed[9] ?? '', '2024-06-03', 'byRequest'))).toBe('requests.notLawful');
    await notice(filed[10] ?? '', '2024-06-03', 'byRequest');
    expect((await detailOf(filed[10] ?? '')).events.at(-1)?.lines).toEqual(['按件，当月第11件，100元']);
    expect(await codeOf(notice(next, '2024-06-03', 'byRequest'))).toBe('requests.notLawful');
  });

  test('a waiver takes the notice back and the period goes on as if it had not been', async () => {
    const requestId = await opened();
    await notice(requestId, '2024-02-06', 'byPages', 40);
    await actOn('2024-02-07', (work) =>
      clarify.settleFee(work, {
        requestId,
        on: dayOf('2024-02-07'),
        how: 'waived',
        receiptNumber: '',
        reason: '低保户',
      }),
    );
    expect(await replyDue(requestId)).toBe('2024-03-08');
  });
});

describe('the reply', () => {
  const reply = (requestId: string, given: Partial<Parameters<typeof answer.replyToCase>[1]> = {}) =>
    act((work) => answer.replyToCase(work, { requestId, ...disclosed, ...given }));
  const dispatch = (requestId: string, day: string, way: 'post' | 'direct', signedOn: Day | null = null) =>
    actOn(day, (work) =>
      answer.dispatchReply(work, { requestId, on: dayOf(day), way, signedOn, proof: '邮件号 1' }),
    );

  test('V54, V55: by post the day of posting counts, by hand the day of signing', async () => {
    const [posted, handed] = [await opened(), await opened()];
    on('2024-03-08');
    await reply(posted);
    await reply(handed);
    await dispatch(posted, '2024-03-08', 'post');
    expect(await detailOf(posted)).toMatchObject({
      stage: 'closed',
      closedOn: '2024-03-08',
      leaf: 'disclosed',
    });
    await dispatch(handed, '2024-03-08', 'direct');
    expect(await detailOf(handed)).toMatchObject({ stage: 'replied', closedOn: null });
    on('2024-03-11');
    await act((work) =>
      answer.recordDelivery(work, {
        requestId: handed,
        on: dayOf('2024-03-11'),
        outcome: 'signed',
        proof: '回证',
      }),
    );
    expect(await detailOf(handed)).toMatchObject({ stage: 'closed', closedOn: '2024-03-11' });
  });

  test('a reply without what its leaf needs, or against the course of the case, is refused', async () => {
    const requestId = await opened();
    const attempt = (leaf: string, facts: Record<string, string> = {}) =>
      codeOf(reply(requestId, { leaf, facts }));
    expect(await attempt('notExisting', { information: '某文件' })).toBe('requests.replyIncomplete');
    expect(
      await attempt('excessive', {
        requestCount: '三个月四百件',
        reasonsAskedOn: '2024-02-05',
        reasonsGiven: '没有说明',
      }),
    ).toBe('requests.notLawful');
    expect(await attempt('withdrawn')).toBe('requests.notLawful');
    expect(await attempt('nonsense')).toBe('requests.notLawful');
    expect((await detailOf(requestId)).stage).toBe('handling');
  });

  test('what came back is sent again; the closed file is archived, converted, and opened again on order', async () => {
    const requestId = await opened();
    await reply(requestId);
    await dispatch(requestId, '2024-02-06', 'post');
    expect(await codeOf(dispatch(requestId, '2024-02-06', 'post'))).toBe('requests.actionNotAllowed');
    await actOn('2024-02-20', (work) =>
      answer.recordDelivery(work, {
        requestId,
        on: dayOf('2024-02-20'),
        outcome: 'returned',
        proof: '查无此人',
      }),
    );
    await dispatch(requestId, '2024-02-21', 'post');
    await act((work) => answer.archiveCase(work, { requestId }));
    const columnId = await givenColumn(place.app, county.education);
    const { itemId } = await act((work) =>
      answer.convertCase(work, { requestId, columnId, itemKind: 'notice', title: '资金安排' }),
    );
    expect(await detailOf(requestId)).toMatchObject({ stage: 'archived', conversionItemId: itemId });
    const reopen = (actor: OfficerActor) =>
      actOn(
        '2024-05-06',
        (work) =>
          answer.reopenCase(work, { requestId, on: dayOf('2024-05-06'), due: null, reason: '复议决定' }),
        actor,
      );
    expect(await codeOf(reopen(clerk))).toBe('access.forbidden');
    await reopen(office);
    expect(await detailOf(requestId)).toMatchObject({ stage: 'handling', leaf: null, nextOn: '2024-05-31' });
  });
});

describe('where a case belongs', () => {
  test('assigned to a colleague, it leaves the hands of the one before', async () => {
    const requestId = await opened();
    const assign = (unitId: string, officerIds: string[], actor: OfficerActor) =>
      codeOf(
        act(
          (work) => intake.assignCase(work, { requestId, unitId, officerIds, internalDue: null, note: '' }),
          actor,
        ),
      );
    expect(await assign(county.town, [colleague.id], office)).toBe('requests.officersUnfit');
    expect(await assign(county.office, [office.id], clerk)).toBe('requests.officersUnfit');
    expect(await assign(county.education, [colleague.id], clerk)).toBe('done');
    expect(await findCaseDetail(place.app, clerk, requestId)).toBeUndefined();
    expect(await findCaseDetail(place.app, colleague, requestId)).toMatchObject({ isTouched: true });
  });

  test('transferred, it is numbered by the new organ and its clock goes on', async () => {
    const requestId = await opened();
    await act(
      (work) => intake.transferCase(work, { requestId, unitId: county.town, reason: '由镇政府制作' }),
      office,
    );
    expect(await detailOf(requestId)).toMatchObject({ unitId: county.town, nextOn: '2024-03-08' });
  });

  test('split, each part is a case received when the whole was; the whole is not counted', async () => {
    const requestId = await opened();
    const sealed = await getSealedApplicant(place.app.database.read, clerk, requestId);
    const parts = ['甲', '乙'].map((name) => {
      const applicant = resealApplicant(place.app.config, sealed);
      if (applicant === undefined) throw new Error('erased');
      return { subject: `${name}文件`, description: `${name}文件全文`, contentDigest: name, applicant };
    });
    const made = await act((work) => intake.splitCase(work, { requestId, parts }));
    expect(await detailOf(requestId)).toMatchObject({ stage: 'closed', ending: 'split', leaf: null });
    for (const partId of made) {
      expect(await detailOf(partId)).toMatchObject({ receivedOn: '2024-02-05', splitFromId: requestId });
    }
  });

  test('merged only into an open case of the same applicant at the same organ', async () => {
    const [one, same] = [await opened(), await opened()];
    const other = await opened({ applicant: { identityNumber: '110101197001010099' } });
    const merge = (intoId: string) =>
      codeOf(act((work) => intake.mergeCase(work, { requestId: one, intoId, reason: '重复提交' })));
    expect(await merge(other)).toBe('requests.mergeUnfit');
    expect(await merge(one)).toBe('requests.mergeUnfit');
    expect((await detailOf(one)).alike.some(({ id }) => id === same)).toBe(true);
    expect(await merge(same)).toBe('done');
    expect(await detailOf(one)).toMatchObject({ ending: 'merged', mergedIntoId: same, leaf: null });
  });

  test('what waits for the applicant is received on the day it is confirmed (V18)', async () => {
    const requestId = await givenRequest(place.app, county.education, {
      by: clerk,
      arrival: { way: 'email', arrivedOn: dayOf('2024-01-29') },
    });
    await act((work) =>
      intake.confirmReceipt(work, { requestId, on: dayOf('2024-02-05'), evidence: '电话' }),
    );
    expect(await detailOf(requestId)).toMatchObject({ receivedOn: '2024-02-05', nextOn: '2024-03-08' });
  });
});

test('nobody but the office and the assigned officers acts on a case, and trying leaves no trace', async () => {
  const requestId = await opened();
  const stranger = await givenOfficer(
    place.app,
    county.jurisdictionId,
    county.town,
    ['clerk', 'unitLeader'],
    '外人',
  );
  const attempts: ((work: Work) => Promise<unknown>)[] = [
    (work) =>
      clarify.consultOn(work, { requestId, on: dayOf('2024-02-05'), whom: 'thirdParty', name: '某公司' }),
    (work) => clarify.proposeExtension(work, { requestId, days: 5, reason: '理由' }),
    (work) => answer.replyToCase(work, { requestId, ...disclosed }),
    (work) => answer.withdrawCase(work, { requestId, on: dayOf('2024-02-05'), reason: '理由' }),
    (work) => answer.revealApplicant(work, { requestId, reason: '好奇' }),
    (work) =>
      intake.assignCase(work, {
        requestId,
        unitId: county.town,
        officerIds: [stranger.id],
        internalDue: null,
        note: '',
      }),
  ];
  const countAudit = async () => (await place.app.database.read.select().from(auditEntries)).length;
  const before = await countAudit();
  for (const attempt of attempts) {
    for (const actor of [stranger, colleague])
      expect(await codeOf(act(attempt, actor))).toBe('requests.notFound');
  }
  expect(await countAudit()).toBe(before);
  expect(
    openApplicant(
      place.app.config,
      await act((work) => answer.revealApplicant(work, { requestId, reason: '制作答复书' })),
    ),
  ).toMatchObject({ name: '王小明' });
  expect(await countAudit()).toBe(before + 1);
});
