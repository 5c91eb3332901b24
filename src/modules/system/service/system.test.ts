import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor.ts';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { readHolidayNotice } from '#kernel/calendar/holiday-notice.ts';
import { addWorkingDays } from '#kernel/calendar/working-calendar.ts';
import { dayOf } from '#kernel/day.ts';
import { notify } from '#kernel/notices/notify.ts';
import { Refusal } from '#kernel/refusal.ts';
import { testCommandInput } from '#kernel/testing/command-input.ts';
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
import { systemModule } from '../module.ts';
import { listAuditEntries } from '../queries/audit.ts';
import {
  countUnreadNotices,
  findDraft,
  listNotices,
  listOfficerTodos,
  listSavedViews,
} from '../queries/own-things.ts';
import { searchDesk } from '../queries/search.ts';
import { importCalendarYear } from './calendar.ts';
import { dropDraft, readAllNotices, readNotice, saveDraft, sweepDeskTraces } from './desk-traces.ts';
import { retryJob } from './jobs.ts';
import { changeView, deleteView, saveView } from './saved-views.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, systemModule], now: '2026-11-20T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
});
afterAll(() => place.close());

const as = <Result>(actor: OfficerActor, body: (work: Work) => Promise<Result>) =>
  transact(place.app, actor, body);
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );
const db = () => place.app.database.read;

/** A made-up arrangement: two holidays and one weekend worked for the second. */
const notice2027 = [
  '日期,安排,节日',
  '2027-01-01,放假,元旦',
  '2027-02-08,放假,春节',
  '2027-02-14,上班,春节',
].join('\n');

function readYear(text: string) {
  const { year } = readHolidayNotice(text);
  if (year === undefined) throw new Error('the notice was not read');
  return year;
}

describe('a year’s holiday notice', () => {
  test('makes presumed days certain for every period at once', async () => {
    const from = dayOf('2026-12-25');
    const before = addWorkingDays(await place.app.calendar(), from, 6);
    expect(before).toMatchObject({ due: '2027-01-04', provisional: true });
    await as(officers.systemAdministrator, (work) =>
      importCalendarYear(work, { year: readYear(notice2027) }),
    );
    const after = addWorkingDays(await place.app.calendar(), from, 6);
    expect(after).toMatchObject({ due: '2027-01-05', provisional: false });
  });

  test('is refused when a row is impossible, and nothing changes', async () => {
    const year = readYear(notice2027);
    const wrong = { ...year, workedWeekends: [{ day: dayOf('2027-02-16'), for: '春节' }] };
    expect(await codeOf(as(officers.supervisor, (work) => importCalendarYear(work, { year: wrong })))).toBe(
      'system.calendarFaulty',
    );
    expect((await place.app.calendar()).workedWeekends.has(dayOf('2027-02-16'))).toBe(false);
  });

  test('leaves no gap between years', async () => {
    for (const number of [2030, 2012]) {
      const year = { ...readYear(notice2027), year: number, holidays: [], workedWeekends: [] };
      const code = await codeOf(
        as(officers.systemAdministrator, (work) => importCalendarYear(work, { year })),
      );
      expect(code, String(number)).toBe('system.calendarGap');
    }
    expect((await place.app.calendar()).from).toBe('2020-01-01');
  });
});

describe('a failed job', () => {
  test('is done again on request, any other is left alone', async () => {
    const id = await as(officers.systemAdministrator, async (work) => {
      const jobId = work.newId();
      await work.db.execute(sql`insert into job (id, kind, payload, run_at, attempts, max_attempts, failed_at, created_at)
        values (${jobId}, 'test.mail', '{}', now(), 8, 8, now(), now())`);
      work.audit({ action: 'test.break', objectKind: 'job', objectId: jobId, summary: '失败的任务' });
      return jobId;
    });
    await as(officers.systemAdministrator, (work) => retryJob(work, id));
    expect(await codeOf(as(officers.systemAdministrator, (work) => retryJob(work, id)))).toBe(
      'system.jobNotFailed',
    );
  });
});

describe('what is one’s own', () => {
  const view = { screen: 'plan.board', name: '本月到期', state: 'f.standing=notYetDue' };

  test('a view can be kept, changed and deleted by its owner and is out of sight for others', async () => {
    const { id } = await as(officers.clerk, (work) => saveView(work, view));
    await as(officers.clerk, (work) => changeView(work, id, { name: '本季到期', state: 'x=1' }));
    expect(await listSavedViews(db(), officers.clerk.id, 'plan.board')).toEqual([
      { id, screen: 'plan.board', name: '本季到期', state: 'x=1' },
    ]);
    expect(await listSavedViews(db(), officers.reviewer.id, 'plan.board')).toEqual([]);
    expect(await codeOf(as(officers.reviewer, (work) => deleteView(work, id)))).toBe('system.viewNotFound');
    await as(officers.clerk, (work) => deleteView(work, id));
    expect(await listSavedViews(db(), officers.clerk.id, 'plan.board')).toEqual([]);
  });

  test('a draft comes back as it was typed, to its owner alone, and leaves no audit row', async () => {
    const at = { screen: 'plan.imports', key: 'new' };
    const mine = { officerId: officers.clerk.id, ...at };
    const before = await verifyAuditChain(db());
    await saveDraft(place.app, mine, { text: '未写完的一句话' });
    await saveDraft(place.app, mine, { text: '写完的一句话' });
    expect((await findDraft(db(), officers.clerk.id, at)).content).toEqual({ text: '写完的一句话' });
    expect((await findDraft(db(), officers.reviewer.id, at)).content).toBeNull();
    await dropDraft(place.app, mine);
    expect((await findDraft(db(), officers.clerk.id, at)).savedAt).toBeNull();
    expect(await codeOf(saveDraft(place.app, mine, 'x'.repeat(300_000)))).toBe('system.draftTooLarge');
    expect(await verifyAuditChain(db())).toEqual(before);
  });

  test('a draft is swept after sixty days and not before', async () => {
    const sweeper = await openTestApp({ modules: [organisation, systemModule] });
    const { education, jurisdictionId } = await givenCounty(sweeper.app);
    const { id } = await givenOfficer(sweeper.app, jurisdictionId, education, ['clerk']);
    const at = { screen: 'plan.imports', key: 'new' };
    await saveDraft(sweeper.app, { officerId: id, ...at }, { text: '搁下的' });
    const isKept = async () => (await findDraft(sweeper.app.database.read, id, at)).savedAt !== null;
    sweeper.clock.advance(60 * 86_400_000);
    await sweepDeskTraces(sweeper.app);
    expect(await isKept()).toBe(true);
    sweeper.clock.advance(1000);
    await sweepDeskTraces(sweeper.app);
    expect(await isKept()).toBe(false);
    await sweeper.close();
  });

  test('a notice is told once per event, read by its owner alone', async () => {
    const tell = () =>
      transact(place.app, systemActor('test'), async (work) => {
        await notify(work, {
          officerIds: [officers.clerk.id, officers.clerk.id, officers.reviewer.id],
          title: '第3项任务五天后到期',
          address: '/plan/my-tasks',
          key: 'task-3-due',
        });
        work.audit({ action: 'test.notify', objectKind: 'task', objectId: '3', summary: '提醒' });
      });
    await tell();
    await tell();
    expect(await countUnreadNotices(db(), officers.clerk.id)).toBe(1);
    const [notice] = (await listNotices(db(), officers.clerk.id, { limit: 10 })).rows;
    const id = notice?.id ?? '';
    expect(await codeOf(readNotice(place.app, officers.reviewer.id, id))).toBe('system.noticeNotFound');
    await readNotice(place.app, officers.clerk.id, id);
    await readAllNotices(place.app, officers.reviewer.id);
    expect(await countUnreadNotices(db(), officers.clerk.id)).toBe(0);
    expect(await countUnreadNotices(db(), officers.reviewer.id)).toBe(0);
  });

  test('duties of all modules come in one list, overdue first, no day last', async () => {
    const modules = [
      { ...organisation, listTodos: async () => [{ key: 'c', title: '无期限', address: '/c' }] },
      {
        ...systemModule,
        listTodos: async () => [
          { key: 'b', title: '下周', due: dayOf('2026-11-27'), address: '/b' },
          { key: 'a', title: '已逾期', due: dayOf('2026-11-19'), address: '/a' },
        ],
      },
    ];
    const todos = await listOfficerTodos({ ...place.app, modules }, officers.clerk);
    expect(todos.map(({ key, overdue, source }) => [key, overdue, source])).toEqual([
      ['a', true, '系统管理'],
      ['b', false, '系统管理'],
      ['c', false, '机构与人员'],
    ]);
  });
});

describe('the desk’s search', () => {
  test('shows what is public and what belongs to units of the own jurisdiction', async () => {
    const other = await givenCounty(place.app, '白泽县', 'baize');
    const stranger = await givenOfficer(place.app, other.jurisdictionId, other.office, ['supervisor']);
    const titles = async (actor: OfficerActor, text: string) =>
      (await searchDesk(place.app, actor, { text, limit: 10 })).rows.map(({ title, kindTitle }) => [
        kindTitle,
        title,
      ]);
    expect(await titles(officers.clerk, '教育局')).toEqual([['单位', '青禾县教育局']]);
    expect(await titles(stranger, '教育局')).toEqual([['单位', '白泽县教育局']]);
    await as(officers.supervisor, async (work) => {
      work.putSearchDocument({
        kind: 'plan',
        objectId: 'p1',
        title: '青禾县公开的要点',
        body: '',
        unitId: county.office,
        address: '/plans/p1',
        isPublic: true,
      });
      work.audit({ action: 'test.publish', objectKind: 'plan', objectId: 'p1', summary: '公开' });
    });
    expect(await titles(stranger, '公开的要点')).toEqual([['plan', '青禾县公开的要点']]);
  });
});

describe('who may', () => {
  test.each([
    ['system.importCalendar', (work: Work) => importCalendarYear(work, { year: readYear(notice2027) })],
    ['system.manageJobs', (work: Work) => retryJob(work, '00000000-0000-7000-8000-000000000000')],
  ] as const)('%s is refused to the other roles without an audit row', async (code, command) => {
    const allowed = place.app.permissions[code]?.roles ?? [];
    expect(allowed.length).toBeGreaterThan(0);
    const before = await verifyAuditChain(db());
    for (const role of rolesBut([...allowed])) {
      expect(await codeOf(as(officers[role], command))).toBe('access.forbidden');
    }
    expect(await verifyAuditChain(db())).toEqual(before);
  });
});

describe('the audit', () => {
  test('is found by words, officer and Beijing day', async () => {
    const officer = await givenOfficer(place.app, county.jurisdictionId, county.office, ['clerk'], '林听澜');
    await as(officer, (work) => saveView(work, { screen: 'plan.board', name: '夜班', state: '' }));
    const find = (query: Partial<Parameters<typeof listAuditEntries>[1]>) =>
      listAuditEntries(db(), { limit: 50, ...query }, place.app.permissions);
    expect((await find({ actorId: officer.id })).rows.map((row) => row.action)).toEqual(['system.saveView']);
    expect((await find({ text: '夜班' })).rows).toHaveLength(1);
    expect((await find({ actorId: officer.id, through: dayOf('2026-11-19') })).rows).toEqual([]);
    expect(
      (await find({ actorId: officer.id, from: dayOf('2026-11-20'), through: dayOf('2026-11-20') })).rows,
    ).toHaveLength(1);
  });

  test('can be verified from the command line', async () => {
    const verify = systemModule.commands.find((command) => command.name === 'audit verify');
    if (verify?.needs !== 'app') throw new Error('no command');
    expect(await verify.run(place.app, testCommandInput({}))).toMatchObject({ data: { intact: true } });
    const forged = await verify.run(place.app, testCommandInput({ options: { expect: 'f'.repeat(64) } }));
    expect(forged).toMatchObject({ exitCode: 2, data: { intact: false } });
  });
});
