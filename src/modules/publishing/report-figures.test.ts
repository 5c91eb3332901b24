import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { type GivenDesk, givenDesk, givenDraft, givenReleasedItem } from './given.ts';
import { publishing } from './module.ts';
import { publishingFigures } from './report-figures.ts';
import { withdrawItem } from './service/items/disclosure.ts';

let place: TestApp;
let county: GivenCounty;
let desk: GivenDesk;

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing],
    now: '2026-05-06T09:00:00+08:00',
  });
  county = await givenCounty(place.app);
  desk = await givenDesk(place.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
});
afterAll(() => place.close());

const decided = (sort: string, decisions: number | null = null, formedOn = '2026-04-30') => ({
  kind: 'enforcement',
  title: `${sort}决定公示`,
  formedOn: dayOf(formedOn),
  fields: { sort, decisions, party: '某某公司', matter: '事由', ground: '依据', result: '结果' },
});
const charged = (year: number, amount: number | null) => ({
  kind: 'charges',
  title: `${year}年收费情况`,
  fields: { year, charged: amount },
});

const question = (year: number) => ({
  db: place.app.database.read,
  jurisdictionId: county.jurisdictionId,
  year,
  today: dayOf('2026-05-06'),
});
async function ask(year: number, unitId: string) {
  const cells: Record<string, unknown> = {};
  for (const figure of publishingFigures) {
    const answers = await figure.answer({ ...question(year), unitIds: [unitId] });
    for (const [cell, answer] of answers.get(unitId) ?? []) {
      const rows = await collect(figure, year, unitId, cell);
      cells[cell] = [answer.known ? answer.value : answer.reason, rows];
    }
  }
  return cells;
}

/** All evidence, two rows a page. */
async function collect(
  figure: (typeof publishingFigures)[number],
  year: number,
  unitId: string,
  cell: string,
) {
  const titles: string[] = [];
  let after: string | null = null;
  do {
    const page = await figure.listEvidence({ ...question(year), unitId, cell }, { after, limit: 2 });
    titles.push(...page.rows.map(({ title }) => title));
    after = page.next;
  } while (after !== null);
  return titles.sort();
}

test('decisions count by sort, year and number, charges by the year they name; what is not registered is not zero', async () => {
  const released = (given: Parameters<typeof givenReleasedItem>[2]) =>
    givenReleasedItem(place.app, desk, given);
  await released(decided('penalty'));
  await released(decided('penalty', 3));
  await released(decided('penalty', null, '2025-12-31'));
  await released(decided('licence', 120));
  await released(decided('inspection'));
  await released(charged(2026, 120_000));
  await released(charged(2026, 500));
  await released(charged(2026, null));
  // Nobody reviewed this one, and that one was taken back.
  await givenDraft(place.app, desk, decided('coercion'));
  const wrong = await released(decided('penalty', 40));
  await transact(place.app, desk.final, (work) => withdrawItem(work, { itemId: wrong, reason: '有误' }));

  expect(await ask(2026, county.education)).toEqual({
    'proactive.licences.decisions': [120, ['licence决定公示（120件）']],
    'proactive.penalties.decisions': [4, ['penalty决定公示', 'penalty决定公示（3件）']],
    'proactive.coercion.decisions': ['本年没有登记过这类决定', []],
    'proactive.fees.charged': [120_500, ['2026年收费情况（1,200.00元）', '2026年收费情况（5.00元）']],
  });
  expect(await ask(2025, county.education)).toMatchObject({
    'proactive.penalties.decisions': [1, ['penalty决定公示']],
  });
  expect(await ask(2026, county.office)).toMatchObject({
    'proactive.penalties.decisions': ['本年没有登记过这类决定', []],
  });
});
