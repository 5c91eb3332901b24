import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type OfficerRole, systemActor } from '#kernel/actor.ts';
import { Refusal } from '#kernel/refusal.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { type GivenCounty, givenCounty, givenOfficer } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { editionFormats, writeEdition } from '../exports/edition-files.ts';
import { reportingModule } from '../module.ts';
import { compareYears } from '../queries/comparison.ts';
import { computeDraftedReport, viewReportDraft } from '../queries/drafts.ts';
import { findEdition } from '../queries/editions.ts';
import { resolveReportScope, viewLiveTables } from '../queries/live-tables.ts';
import { gapMark } from '../rules/draft-sections.ts';
import { listEnterableCells } from '../rules/live-report.ts';
import { givenCountyYear, reportOfValues } from '../testing/given-figures.ts';
import { editReportText, importEdition, publishEdition, signEdition, withdrawEdition } from './editions.ts';
import { enterReportCells } from './entries.ts';

let place: TestApp;
let county: GivenCounty;
const platform = systemActor('test');

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, reportingModule], now: '2027-01-11T09:00:00+08:00' });
  county = await givenCounty(place.app);
});
afterAll(() => place.close());

const scopeOf = (year = 2026) => resolveReportScope(place.app, platform, { year, unitId: county.education });
const codeOf = (done: Promise<unknown>) =>
  done.then(
    () => '',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );
const officer = (unitId: string, role: OfficerRole) =>
  givenOfficer(place.app, county.jurisdictionId, unitId, [role]);

async function enterAll(values: Record<string, number>) {
  const cells = Object.fromEntries(listEnterableCells('2021').map(({ key }) => [key, values[key] ?? 0]));
  const target = { unitId: county.education, year: 2026 };
  await transact(place.app, platform, (work) =>
    enterReportCells(work, target, { cells, note: '' }, { answers: new Map() }),
  );
}
const edit = async (section: number, text: string, actor: Actor = platform) => {
  const scope = await scopeOf();
  return codeOf(transact(place.app, actor, (work) => editReportText(work, scope, section, text)));
};
async function sign(actor: Actor = platform, explanation = ''): Promise<string> {
  const scope = await scopeOf();
  const computed = await computeDraftedReport(place.app, scope);
  return transact(place.app, actor, (work) => signEdition(work, scope, computed, explanation));
}

const figures = {
  'requests.received.naturalPerson': 12,
  'requests.carriedIn.naturalPerson': 1,
  'requests.granted.naturalPerson': 9,
  'requests.process.naturalPerson': 2,
  'requests.carriedOut.naturalPerson': 2,
  'disputes.review.corrected': 1,
};

describe('a report', () => {
  test('is drafted from the tables with a source for each number, and not signed while anything is open', async () => {
    expect(await codeOf(sign())).toBe('reporting.cellsMissing');
    await enterAll(figures);
    const draft = await viewReportDraft(place.app, platform, await scopeOf());
    const [first] = draft.sections;
    expect(first?.text).toContain('新收政府信息公开申请12件，上年结转1件');
    expect(first?.text).toContain('予以公开9件');
    expect(draft.numbers.find(({ quote }) => quote === '不予公开2件')?.cells).toContain(
      'requests.process.total',
    );
    expect(draft.numbers.every(({ said }) => said)).toBe(true);
    expect(draft.gaps).toBeGreaterThan(0);
    expect(await codeOf(sign())).toBe('reporting.textHasGaps');
    const words = first?.text.replaceAll(/〔请填写[^〕]*〕/gu, '已按要求做好') ?? '';
    expect(await edit(1, words)).toBe('');
    expect(await edit(5, '主要问题是检索不够细，已经改进。')).toBe('');
    expect(await edit(6, '本年没有收取信息处理费。')).toBe('');
    expect((await viewReportDraft(place.app, platform, await scopeOf())).gaps).toBe(0);
  });

  test('is signed with frozen inputs: its files are the same bytes, whatever changes afterwards', async () => {
    const id = await sign();
    const bytesOf = async () => {
      const record = await findEdition(place.app.database.read, id);
      if (record === undefined) throw new Error('no edition');
      const files = ['docx', 'html', 'json'] as const;
      return Promise.all(
        files.map(async (format) => Buffer.from(await writeEdition(record, format)).toString('base64')),
      );
    };
    expect(editionFormats).toContain('pdf');
    const before = await bytesOf();
    await enterAll({
      ...figures,
      'requests.received.naturalPerson': 13,
      'requests.carriedOut.naturalPerson': 3,
    });
    expect(await bytesOf()).toEqual(before);
    const json = JSON.parse(Buffer.from(before[2] ?? '', 'base64').toString('utf8'));
    expect(json).toMatchObject({ year: 2026, requests: { received: { naturalPerson: 12, total: 12 } } });
    expect(Buffer.from(before[1] ?? '', 'base64').toString('utf8')).toContain(
      '四、政府信息公开行政复议、行政诉讼情况',
    );
    const publish = (publishedOn: string) =>
      codeOf(transact(place.app, platform, (work) => publishEdition(work, id, { publishedOn, address: '' })));
    expect(await publish('2027-01-12')).toBe('reporting.publishedDayUnfit');
    expect(await publish('2027-01-11')).toBe('');
    expect(await publish('2027-01-11')).toBe('reporting.editionNotNow');
    await enterAll(figures);
  });

  test('a published report of last year is taken over, its carry-over compared, and a difference explained', async () => {
    const before = await scopeOf(2025);
    const report = reportOfValues(givenCountyYear(), { year: 2025 });
    const take = (year: number) =>
      codeOf(transact(place.app, platform, (work) => importEdition(work, before, { ...report, year })));
    expect(await take(2024)).toBe('reporting.otherYear');
    expect(await take(2025)).toBe('');
    const live = await viewLiveTables(place.app, await scopeOf());
    expect(live.previous?.title).toContain('2025年');
    expect(live.verdicts.find(({ identity }) => identity === 'I4')?.state).toBe('broken');
    expect(await codeOf(sign())).toBe('reporting.findingsStand');
    expect(await codeOf(sign(platform, '上年年报公布后更正'))).toBe('');
    const { years } = await compareYears(place.app, await scopeOf());
    expect(years.map(({ year, source }) => [year, source])).toEqual([
      [2022, 'live'],
      [2023, 'live'],
      [2024, 'live'],
      [2025, 'edition'],
      [2026, 'edition'],
    ]);
    expect(years.at(-1)?.figures.received).toBe(12);
  });

  test('is signed and taken back by its leader and the office alone, edited by its clerks', async () => {
    const clerk = await officer(county.education, 'clerk');
    const leader = await officer(county.education, 'unitLeader');
    const stranger = await officer(county.town, 'unitLeader');
    expect(await edit(2, '', clerk)).toBe('');
    expect(await edit(2, '', stranger)).toBe('access.otherUnit');
    expect(await codeOf(sign(clerk, '上年更正'))).toBe('access.forbidden');
    expect(await codeOf(sign(stranger, '上年更正'))).toBe('access.otherUnit');
    const id = await sign(leader, '上年更正');
    const withdraw = (actor: Actor) =>
      codeOf(transact(place.app, actor, (work) => withdrawEdition(work, id, '有误')));
    expect(await withdraw(stranger)).toBe('access.otherUnit');
    expect(await withdraw(leader)).toBe('');
    expect(await withdraw(leader)).toBe('reporting.editionNotNow');
    expect(gapMark).toBe('〔请填写');
  });
});
