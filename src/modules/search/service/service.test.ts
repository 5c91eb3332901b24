import { count } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, officerRoles, systemActor, visitor } from '#kernel/actor.ts';
import { auditEntries } from '#kernel/audit/tables.ts';
import { instantOf } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import { listMisses, noteMiss } from '#kernel/search/misses.ts';
import { refreshSearchTexts } from '#kernel/search/sql/write-texts.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { search } from '../module.ts';
import { listCountyWords, listSynonyms } from '../queries/desk.ts';
import { measureRanking } from '../queries/measure-ranking.ts';
import { discountedGain } from '../rules/ranking.ts';
import { addSearchWord, addSynonyms, endSynonyms, keepRegisterWords, removeSearchWord } from './words.ts';

let place: TestApp;
let county: GivenCounty;
let supervisor: Actor;
const today = dayOf('2026-11-20');

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, search] });
  county = await givenCounty(place.app);
  supervisor = await givenOfficer(place.app, county.jurisdictionId, county.education, ['supervisor']);
  await transact(place.app, systemActor('test'), async (work) => {
    const put = (objectId: string, title: string) =>
      work.putSearchDocument({
        kind: 'document',
        objectId,
        title,
        body: '',
        address: `/documents/${objectId}`,
        isPublic: true,
      });
    put('allowance', '最低生活保障办法');
    put('report', '年度报告');
    put('reservoir', '柒坞堰水库除险加固');
    work.audit({ action: 'test.write', objectKind: 'document', objectId: '1', summary: '装入文件' });
  });
});
afterAll(() => place.close());

const act = <Result>(actor: Actor, body: (work: Work) => Promise<Result>) => transact(place.app, actor, body);
const auditCount = async () =>
  (await place.app.database.read.select({ count: count() }).from(auditEntries))[0]?.count;
const found = async (text: string) =>
  (await place.app.search.find({ text, audience: { kind: 'public' } }, 'sql')).documents.map(
    ({ objectId }) => objectId,
  );

describe('who keeps words', () => {
  const commands: readonly (readonly [string, (work: Work) => Promise<unknown>])[] = [
    ['add a word', (work) => addSearchWord(work, { word: '柒坞堰渠首' })],
    ['remove a word', (work) => removeSearchWord(work, { word: '柒坞堰渠首' })],
    ['add synonyms', (work) => addSynonyms(work, { words: ['甲说法', '乙说法'], fromDay: null })],
  ];
  test.each(commands)('%s: supervisors only; a denial leaves no audit row', async (_name, command) => {
    const before = await auditCount();
    await expect(act(visitor, command)).rejects.toMatchObject({ code: 'access.signInNeeded' });
    for (const role of officerRoles.filter((one) => one !== 'supervisor')) {
      const officer = await givenOfficer(place.app, county.jurisdictionId, county.education, [role]);
      const known = await auditCount();
      await expect(act(officer, command), role).rejects.toMatchObject({ code: 'access.forbidden' });
      expect(await auditCount(), role).toBe(known);
    }
    expect(before).toBeDefined();
    await act(supervisor, command);
  });
});

describe('synonyms', () => {
  test('let one way of saying find another from their day on, until they are ended', async () => {
    expect(await found('低保')).toEqual([]);
    const id = await act(supervisor, (work) =>
      addSynonyms(work, { words: ['低保', '最低生活保障'], fromDay: null }),
    );
    expect(await found('低保')).toEqual(['allowance']);
    expect(await found('低保办法')).toEqual(['allowance']);
    place.clock.set(instantOf('2026-11-21T09:00:00+08:00'));
    await act(supervisor, (work) => endSynonyms(work, id));
    expect(await found('低保')).toEqual([]);
    await expect(act(supervisor, (work) => endSynonyms(work, id))).rejects.toMatchObject({
      code: 'search.synonymEnded',
    });
    const { rows } = await listSynonyms(place.app.database.read, dayOf('2026-11-21'), { limit: 10 });
    expect(rows.find((row) => row.id === id)).toMatchObject({ state: 'ended', untilDay: '2026-11-21' });
    place.clock.set(instantOf('2026-11-20T09:00:00+08:00'));
  });

  test('do not speak before their day, and never backwards', async () => {
    await act(supervisor, (work) =>
      addSynonyms(work, { words: ['年报', '年度报告'], fromDay: dayOf('2026-12-01') }),
    );
    expect(await found('年报')).toEqual([]);
    place.clock.set(instantOf('2026-12-01T09:00:00+08:00'));
    expect(await found('年报')).toEqual(['report']);
    place.clock.set(instantOf('2026-11-20T09:00:00+08:00'));
    const early = { words: ['甲', '乙'], fromDay: dayOf('2026-11-19') };
    await expect(act(supervisor, (work) => addSynonyms(work, early))).rejects.toMatchObject({
      code: 'search.synonymInPast',
    });
    await expect(
      act(supervisor, (work) => addSynonyms(work, { words: ['低保', ' 低保 '], fromDay: null })),
    ).rejects.toMatchObject({ code: 'search.synonymsAlike' });
  });
});

describe("the county's words", () => {
  test('of the office are added once, and removed', async () => {
    await act(supervisor, (work) => addSearchWord(work, { word: '柒坞堰水库' }));
    await refreshSearchTexts(place.app.database);
    expect(await found('柒坞堰水库')).toEqual(['reservoir']);
    for (const word of ['柒坞堰水库', '政府'])
      await expect(act(supervisor, (work) => addSearchWord(work, { word }))).rejects.toMatchObject({
        code: 'search.wordKnown',
      });
    await act(supervisor, (work) => removeSearchWord(work, { word: '柒坞堰水库' }));
    await expect(
      act(supervisor, (work) => removeSearchWord(work, { word: '柒坞堰水库' })),
    ).rejects.toMatchObject({
      code: 'search.wordMissing',
    });
  });

  test('of the register are taken over when they change, and stay', async () => {
    expect(await keepRegisterWords(place.app)).toBe(true);
    expect(await keepRegisterWords(place.app)).toBe(false);
    const { rows } = await listCountyWords(place.app.database.read, { limit: 200 });
    const [name] = rows.filter(({ origin }) => origin === 'register');
    expect(name).toBeDefined();
    await expect(
      act(supervisor, (work) => removeSearchWord(work, { word: name?.word ?? '' })),
    ).rejects.toMatchObject({ code: 'search.wordOfRegister' });
  });
});

describe('questions that found nothing', () => {
  const list = () => listMisses(place.app.database.read, today, { after: undefined, limit: 10 });

  test('are listed when asked three times, and never with numbers or addresses in them', async () => {
    for (const question of ['火星移民', '110105194912310021', '张三 13800001111', 'a@b.cn', '长'.repeat(40)])
      for (let time = 0; time < 3; time += 1) {
        if (question === '火星移民' && time === 2) expect(await list()).toEqual([]);
        await noteMiss(place.app, question, today);
      }
    expect(await list()).toEqual([{ question: '火星移民', times: 3, lastDay: today }]);
  });
});

describe('measuring the ranking', () => {
  test('nDCG is 1 for the best order, less for others, and 1 when nothing was to be found', () => {
    expect(discountedGain([3, 2, 1], [1, 2, 3], 10)).toBe(1);
    expect(discountedGain([1, 2, 3], [1, 2, 3], 10)).toBeLessThan(1);
    expect(discountedGain([0, 0], [3], 10)).toBe(0);
    expect(discountedGain([], [], 10)).toBe(1);
    expect(discountedGain([0, 3], [3], 10)).toBeCloseTo(1 / Math.log2(3));
  });

  test('asks judged questions of both engines', async () => {
    const judged = new TextEncoder().encode(
      'question,kind,title,grade\n最低生活保障,document,最低生活保障办法,3\n没有的,document,年度报告,2\n',
    );
    const measured = await measureRanking(place.app, judged);
    expect(measured.questions.map(({ sql }) => sql)).toEqual([1, 0]);
    expect(measured.sql).toBe(0.5);
  });
});
