import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { loadWorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { instantOf } from '#kernel/clock.ts';
import { dayOf, parseDay } from '#kernel/day.ts';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import {
  type GivenDesk,
  givenColumn,
  givenDesk,
  givenDraft,
  givenReleasedItem,
  passReviews,
} from '../given.ts';
import { publishing } from '../module.ts';
import { withdrawDueItems } from '../release-job.ts';
import { itemStages, publicStandings } from '../rules/item-state.ts';
import { findItemKind } from '../rules/kinds/all.ts';
import { publicationPeriodOf } from '../rules/kinds/item-kind.ts';
import { opennessKinds } from '../rules/openness.ts';
import { findPublicationStart, judgePublication } from '../rules/publication-clock.ts';
import { scheduleWithdrawal } from '../service/items/disclosure.ts';
import { scheduleItem } from '../service/items/release.ts';
import { listPublishingTodos } from '../todos.ts';
import { listMovedPublications, listPublicationDues } from './deadlines.ts';
import { findPublicItem } from './public-items.ts';
import { deriveOnce } from './publication-clocks.ts';
import { listCalendarEntries } from './release-calendar.ts';

let place: TestApp;
let county: GivenCounty;
let desk: GivenDesk;
let supervisor: OfficerActor;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  desk = await givenDesk(place.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
  supervisor = await givenOfficer(place.app, county.jurisdictionId, county.office, ['supervisor']);
});
afterAll(() => place.close());

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined): Value => {
  const found = values.find((value) => value === text);
  if (found === undefined) throw new Error(`${text} is none of ${values.join(' ')}`);
  return found;
};

describe('when an item is to be out', () => {
  test.each(readCaseTable(new URL('../cases/publication-limits.csv', import.meta.url)))(
    'line $line: $cells.kind $cells.sort $cells.state $cells.note',
    async ({ cells }) => {
      const day = (text: string | undefined) => parseDay(text ?? '') ?? null;
      const kind = findItemKind(cells.kind ?? '');
      if (kind === undefined) throw new Error(`no kind ${cells.kind}`);
      const start = findPublicationStart({
        stage: oneOf(itemStages, cells.stage),
        standing: oneOf(publicStandings, cells.standing),
        working: { formedOn: day(cells.workingFormed), openness: oneOf(opennessKinds, cells.openness) },
        formedOn: day(cells.formed),
        publishedOn: day(cells.published),
        updatedOn: day(cells.updated),
      });
      const derive = deriveOnce(await place.app.calendar());
      const due =
        start.kind === 'runs'
          ? derive(publicationPeriodOf(kind, cells.sort || undefined), start.from)
          : undefined;
      const dueDay = due?.kind === 'derived' ? due.due : null;
      expect([judgePublication(start, dueDay, dayOf(cells.today ?? '')), dueDay ?? '']).toEqual([
        cells.state,
        cells.due,
      ]);
    },
  );
});

const context = async () => ({ today: dayOf('2026-05-06'), calendar: await place.app.calendar() });
const everything = () => ({ jurisdictionId: county.jurisdictionId, unitIds: null });
const todosOf = (actor: OfficerActor) =>
  listPublishingTodos({ db: place.app.database.read, actor, today: dayOf('2026-05-06') });

test('what owes its publication is listed by due day, counted, and told to the unit and the supervising office', async () => {
  const draft = (title: string, formedOn: string | null) =>
    givenDraft(place.app, desk, { title, formedOn: formedOn === null ? null : dayOf(formedOn) });
  await draft('早已形成', '2026-03-02');
  await draft('将要到期', '2026-04-07');
  await draft('刚刚形成', '2026-05-06');
  await draft('没有日期', null);
  await givenReleasedItem(place.app, desk, { title: '已经公开', formedOn: dayOf('2026-03-02') });
  const ask = async (query: object) =>
    listPublicationDues(place.app.database.read, everything(), { limit: 2, ...query }, await context());
  const first = await ask({});
  expect(first.rows.map(({ title, publication }) => [title, publication.state, publication.due])).toEqual([
    ['早已形成', 'overdue', '2026-03-30'],
    ['将要到期', 'soon', '2026-05-08'],
  ]);
  expect(first.rows[0]?.publication.derivation).toMatchObject({
    article: '政府信息公开条例第二十六条',
    from: '2026-03-02',
  });
  expect(first.rows[0]?.publication.derivation?.counted).toHaveLength(20);
  expect(first.counts).toEqual({ overdue: 1, soon: 1, pending: 1, noDate: 1, uncertain: 0 });
  const rest = await ask({ after: ['2026-05-08', first.rows[1]?.itemId] });
  expect(rest.rows.map(({ title }) => title)).toEqual(['刚刚形成', '没有日期']);
  expect(rest.next).toBeNull();
  expect((await ask({ state: 'noDate' })).rows.map(({ title }) => title)).toEqual(['没有日期']);

  expect((await todosOf(desk.author)).map(({ title }) => title)).toEqual([
    '已过公开期限：早已形成',
    '公开期限将到：将要到期',
    '没有填写形成日期，无法计算公开期限：没有日期',
  ]);
  expect((await todosOf(supervisor)).map(({ title }) => title)).toEqual([
    '全县有1条信息已过公开期限',
    '全县有1条信息公开期限将到',
    '全县有1条信息没有形成日期',
  ]);
  const stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk']);
  expect(await todosOf(stranger)).toEqual([]);

  // A calendar without the holidays of May lets the period end earlier; the day is computed, so it moves with it.
  const plain = loadWorkingCalendar([
    { year: 2026, notice: { number: null }, source: '测试', holidays: [], workedWeekends: [] },
  ]);
  const basis = { targetLength: () => undefined };
  const moved = await listMovedPublications({
    db: place.app.database.read,
    today: dayOf('2026-05-06'),
    before: { ...basis, calendar: plain },
    after: { ...basis, calendar: await place.app.calendar() },
  });
  const soon = moved.find(({ title }) => title === '《将要到期》的公开');
  expect(soon).toMatchObject({ dueBefore: '2026-05-05', dueAfter: '2026-05-08' });
  expect(soon?.officerIds).toEqual(expect.arrayContaining([desk.author.id, supervisor.id]));
  expect(soon?.officerIds).not.toContain(stranger.id);
});

test('a time set for the withdrawal is shown in the calendar and kept by the job, with its reason', async () => {
  const itemId = await givenReleasedItem(place.app, desk, {
    title: '七天公示',
    formedOn: dayOf('2026-05-05'),
  });
  const waiting = await givenDraft(place.app, desk, { title: '定时的公告', formedOn: dayOf('2026-05-05') });
  await passReviews(place.app, desk, waiting);
  const at = (day: string) => instantOf(`2026-05-${day}T09:00:00+08:00`);
  await transact(place.app, desk.author, (work) => scheduleItem(work, { itemId: waiting, at: at('20') }));
  const set = (day: string) =>
    transact(place.app, desk.final, (work) =>
      scheduleWithdrawal(work, { itemId, at: at(day), reason: '公示期届满' }),
    );
  await expect(set('05')).rejects.toMatchObject({ code: 'publishing.itemTimePassed' });
  await set('13');
  const unitIds = [county.education];
  const entries = await listCalendarEntries(
    place.app.database.read,
    { jurisdictionId: county.jurisdictionId, unitIds },
    '2026-05',
    await context(),
  );
  const words = entries.map(({ day, kind, title }) => `${day} ${kind} ${title}`);
  expect(words).toEqual(
    expect.arrayContaining(['2026-05-13 withdrawal 七天公示', '2026-05-20 release 定时的公告']),
  );
  expect(words).toEqual([...words].sort());
  const elsewhere = { jurisdictionId: county.jurisdictionId, unitIds: [county.town] };
  expect(await listCalendarEntries(place.app.database.read, elsewhere, '2026-05', await context())).toEqual(
    [],
  );

  const run = () =>
    withdrawDueItems.run(place.app, { after: at('06'), through: at('13') }, new AbortController().signal);
  await run();
  expect(await findPublicItem(place.app.database.read, itemId)).toHaveProperty('item');
  place.clock.set(at('13'));
  await run();
  expect(await findPublicItem(place.app.database.read, itemId)).toMatchObject({
    withdrawn: { reason: '公示期届满' },
  });
});

test('a column is told of before and after its interval, and when it stays empty', async () => {
  const interval = await givenColumn(place.app, county.town, { title: '按季更新', updateIntervalDays: 10 });
  const owner = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk']);
  const on = async (day: string) =>
    (await listPublishingTodos({ db: place.app.database.read, actor: owner, today: dayOf(day) })).map(
      ({ title, address }) => [title, address],
    );
  expect(await on('2026-05-15')).toEqual([]);
  const address = `/publishing/columns/${interval}`;
  expect(await on('2026-05-21')).toEqual([['栏目更新期限将到：按季更新', address]]);
  expect(await on('2026-05-24')).toEqual([['栏目没有内容：按季更新', address]]);
});
