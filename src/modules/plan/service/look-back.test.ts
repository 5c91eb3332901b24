import { and, eq, inArray } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficerActor, OfficerRole } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  type GivenCounty,
  givenCounty,
  givenOfficer,
  givenOfficerOfEachRole,
  rolesBut,
} from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { givenLastYearsPlan, givenLookBack } from '../given/look-back.ts';
import { givenPlan } from '../given.ts';
import { planModule } from '../module.ts';
import { findLookBackDetail, listLookBacks } from '../queries/look-backs.ts';
import { taskRowContextOf } from '../routes/plans.ts';
import { closeLookBack, judgeLookBackTask, openLookBack, rectifyLookBackTask } from './look-back.ts';
import {
  acceptSupervisionOrder,
  receiveSupervisionOrder,
  replyToSupervisionOrder,
} from './supervision/order-commands.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let clerk: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, planModule], now: '2026-05-11T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  clerk = await givenOfficer(place.app, county.jurisdictionId, county.education, ['clerk'], '经办甲');
});
afterAll(() => place.close());

const asOffice = <Result>(body: (work: Work) => Promise<Result>) =>
  transact(place.app, officers.supervisor, body);
const detailOf = async (id: string) => {
  const detail = await findLookBackDetail(place.app.database.read, id, await taskRowContextOf(place.app));
  if (detail === undefined) throw new Error('no look-back');
  return detail;
};
const proof = [{ title: '第三季度公开页面', address: 'https://example.org/education' }];

describe('the look-back on last year’s plan', () => {
  it('strikes tasks off on proof, rectifies the rest by an order with a clock, and closes only when all is judged', async () => {
    const { lookBackId, taskIds } = await givenLookBack(place.app, county.jurisdictionId);
    const [first = '', second = '', ...rest] = taskIds;
    const judge = (
      taskId: string,
      verdict: 'struckOff' | 'unfinished' | 'noLongerDemanded',
      withProof = proof,
    ) =>
      asOffice((work) =>
        judgeLookBackTask(work, {
          lookBackId,
          taskId,
          verdict,
          ground: '核对过公开页面',
          proof: withProof,
          replaces: null,
        }),
      );
    expect((await detailOf(lookBackId)).dueOn).toBe('2026-06-30');
    await judge(first, 'struckOff');
    await judge(second, 'unfinished', []);
    await expect(
      asOffice((work) => closeLookBack(work, { lookBackId, conclusion: '完成' })),
    ).rejects.toMatchObject({
      code: 'plan.lookBackOpenTasks',
      params: { undecided: 2, unordered: 1 },
    });
    for (const taskId of rest) await judge(taskId, 'noLongerDemanded');
    await asOffice((work) =>
      rectifyLookBackTask(work, {
        lookBackId,
        taskId: second,
        unitIds: [county.education],
        requirement: '请在期限内补齐教育经费公开',
        replyDays: 10,
      }),
    );
    const detail = await detailOf(lookBackId);
    expect(detail.counts).toEqual({
      tasks: 4,
      struckOff: 1,
      unfinished: 1,
      noLongerDemanded: 2,
      undecided: 0,
      unordered: 0,
    });
    const unfinished = detail.tasks.find((task) => task.taskId === second);
    const [order] = unfinished?.verdicts[0]?.orders ?? [];
    expect(order).toMatchObject({ unitName: '县教育局', status: 'issued' });
    expect(order?.number).toMatch(/^督办〔2026〕\d+号$/u);
    const orderId = order?.orderId ?? '';
    await transact(place.app, clerk, (work) => receiveSupervisionOrder(work, orderId));
    await transact(place.app, clerk, (work) =>
      replyToSupervisionOrder(work, orderId, { text: '已补齐并公开', links: [], fileIds: [] }),
    );
    await asOffice((work) => acceptSupervisionOrder(work, orderId, { note: '' }));
    const judged = (await detailOf(lookBackId)).tasks.find((task) => task.taskId === second)?.verdicts[0];
    expect(judged?.orders[0]?.status).toBe('closed');
    // Rectified: the task is struck off by a further verdict, the first one stays readable.
    await asOffice((work) =>
      judgeLookBackTask(work, {
        lookBackId,
        taskId: second,
        verdict: 'struckOff',
        ground: '整改后核对无误',
        proof,
        replaces: judged?.id ?? null,
      }),
    );
    const after = (await detailOf(lookBackId)).tasks.find((task) => task.taskId === second);
    expect(after?.verdicts.map(({ verdict }) => verdict)).toEqual(['struckOff', 'unfinished', 'unfinished']);
    await asOffice((work) => closeLookBack(work, { lookBackId, conclusion: '四项全部核查完毕' }));
    await expect(judge(first, 'unfinished')).rejects.toMatchObject({ code: 'plan.lookBackClosed' });
    expect((await detailOf(lookBackId)).conclusion).toBe('四项全部核查完毕');
  });

  it('refuses to strike off without proof, and to overwrite what somebody else found meanwhile', async () => {
    const { lookBackId, taskIds } = await givenLookBack(place.app, county.jurisdictionId);
    const input = { lookBackId, taskId: taskIds[0] ?? '', ground: '看过', replaces: null };
    await expect(
      asOffice((work) => judgeLookBackTask(work, { ...input, verdict: 'struckOff', proof: [] })),
    ).rejects.toMatchObject({ code: 'plan.lookBackProofMissing' });
    await asOffice((work) => judgeLookBackTask(work, { ...input, verdict: 'unfinished', proof: [] }));
    await expect(
      asOffice((work) => judgeLookBackTask(work, { ...input, verdict: 'struckOff', proof })),
    ).rejects.toMatchObject({ code: 'plan.lookBackMeanwhile' });
    const [task] = (await detailOf(lookBackId)).tasks;
    expect(task?.verdicts.map(({ verdict }) => verdict)).toEqual(['unfinished']);
  });

  it('refuses a rectification of what is not unfinished, and a task of another plan', async () => {
    const { lookBackId, taskIds } = await givenLookBack(place.app, county.jurisdictionId);
    const other = await givenLookBack(place.app, county.jurisdictionId);
    const order = { unitIds: [county.education], requirement: '请补齐', replyDays: 10 };
    await expect(
      asOffice((work) => rectifyLookBackTask(work, { lookBackId, taskId: taskIds[0] ?? '', ...order })),
    ).rejects.toMatchObject({ code: 'plan.lookBackNotUnfinished' });
    await expect(
      asOffice((work) =>
        judgeLookBackTask(work, {
          lookBackId,
          taskId: other.taskIds[0] ?? '',
          verdict: 'unfinished',
          ground: '看过',
          proof: [],
          replaces: null,
        }),
      ),
    ).rejects.toMatchObject({ code: 'plan.lookBackTaskUnknown' });
  });

  it('is opened once for a plan, and never on a plan of the running year', async () => {
    const planId = await givenLastYearsPlan(place.app, county.jurisdictionId);
    await asOffice((work) => openLookBack(work, { planId }));
    await expect(asOffice((work) => openLookBack(work, { planId }))).rejects.toMatchObject({
      code: 'plan.lookBackExists',
    });
    const running = await givenPlan(place.app, county);
    await expect(asOffice((work) => openLookBack(work, { planId: running.planId }))).rejects.toMatchObject({
      code: 'plan.lookBackTooEarly',
    });
  });

  it('is for the supervising office alone; who is refused leaves no trace', async () => {
    const { lookBackId, taskIds } = await givenLookBack(place.app, county.jurisdictionId);
    const planId = await givenLastYearsPlan(place.app, county.jurisdictionId);
    const taskId = taskIds[0] ?? '';
    const commands: ((work: Work) => Promise<unknown>)[] = [
      (work) => openLookBack(work, { planId }),
      (work) =>
        judgeLookBackTask(work, {
          lookBackId,
          taskId,
          verdict: 'unfinished',
          ground: '看过',
          proof: [],
          replaces: null,
        }),
      (work) =>
        rectifyLookBackTask(work, {
          lookBackId,
          taskId,
          unitIds: [county.education],
          requirement: '请补齐',
          replyDays: 5,
        }),
      (work) => closeLookBack(work, { lookBackId, conclusion: '完成' }),
    ];
    for (const role of rolesBut(['supervisor'])) {
      for (const command of commands) {
        await expect(transact(place.app, officers[role], command), role).rejects.toMatchObject({
          code: 'access.forbidden',
        });
      }
    }
    const traces = await place.app.database.read
      .select({ seq: auditEntries.seq })
      .from(auditEntries)
      .where(
        and(
          eq(auditEntries.actorKind, 'officer'),
          inArray(auditEntries.objectId, [lookBackId, planId, taskId]),
        ),
      );
    expect(traces).toEqual([]);
  });

  it('is listed with its counts, the newest first', async () => {
    place.clock.advance(60_000);
    const { lookBackId } = await givenLookBack(place.app, county.jurisdictionId);
    const context = await taskRowContextOf(place.app);
    const page = await listLookBacks(place.app.database.read, county.jurisdictionId, { limit: 1 }, context);
    expect(page.rows[0]).toMatchObject({ id: lookBackId, counts: { tasks: 4, undecided: 4 } });
    expect(page.next).not.toBeNull();
  });
});
