import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import type { Manifest } from '#kernel/module.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishing } from '#modules/publishing/module.ts';
import { officialDocumentRows } from '#seed/official-documents.ts';
import { policiesModule } from './module.ts';
import { listCleanupRounds } from './queries/cleanup.ts';
import { findPublicDocument } from './queries/document.ts';
import { listPublicIssues } from './queries/gazette.ts';
import { countLibraryFacet, listLibrary } from './queries/library.ts';
import type { LibraryFacet } from './rules/facets.ts';
import { enterOfficialDocuments, seedLibraryWork } from './seed.ts';

let place: TestApp;
let jurisdictionId = '';
const today = dayOf('2026-11-20');

/** Only what the documents stand on: the units and the columns. */
async function seedStep({ seeds }: Manifest, name: string) {
  const step = seeds.find((one) => one.name === name);
  if (step === undefined) throw new Error(`no such step: ${name}`);
  await step.run(place.app);
}

beforeAll(async () => {
  place = await openTestApp({
    modules: [checkingModule, organisation, periodsModule, publishing, policiesModule],
    now: '2026-11-20T09:00:00+08:00',
  });
  await seedStep(organisation, '望澜县的机构、名称、人员和角色');
  await seedStep(publishing, '栏目');
  await enterOfficialDocuments(place.app);
  jurisdictionId = await getHomeJurisdictionId(place.app.database.read, systemActor('test'));
}, 60_000);
afterAll(() => place.close());

const query = { chosen: {}, today, limit: 50 };
const countOf = async (facet: LibraryFacet) => {
  const counted = await countLibraryFacet(place.app.database.read, { ...query, jurisdictionId }, facet);
  return Object.fromEntries(counted.map(({ value, count }) => [value, count]));
};
const libraryRows = async () =>
  (await listLibrary(place.app.database.read, { ...query, jurisdictionId })).rows;
const viewOf = async (number: string) => {
  const row = (await libraryRows()).find(({ documentNumber }) => documentNumber === number);
  const view =
    row === undefined ? undefined : await findPublicDocument(place.app.database.read, row.itemId, today);
  if (view === undefined) throw new Error(`not in the library: ${number}`);
  return view;
};

describe('the library of the example county', () => {
  test('says of every document whether it is in force', async () => {
    expect(await countOf('validity')).toEqual({ inForce: 28, notYet: 1, amended: 1, lapsed: 6, repealed: 6 });
  });

  test('has each document with the number, day, theme and issuers written on it', async () => {
    const rows = await libraryRows();
    expect(rows.map(({ title, writtenOn }) => [title, writtenOn]).toSorted()).toEqual(
      officialDocumentRows()
        .map(({ title, formedOn }) => [title, formedOn])
        .toSorted(),
    );
    expect(
      rows.every(({ documentNumber }) => /^望\p{Script=Han}+〔202[2-6]〕\d+号$/u.test(documentNumber ?? '')),
    ).toBe(true);
    expect(await countOf('year')).toEqual({ 2022: 10, 2023: 10, 2024: 9, 2025: 7, 2026: 6 });
    const themes = await countOf('theme');
    expect(Object.values(themes).reduce((sum, count) => sum + count, 0)).toBe(42);
    const joint = await viewOf('望人社发〔2024〕3号');
    expect(joint.document.issuers).toEqual(['望澜县人力资源和社会保障局', '望澜县财政局']);
  });

  test('ties what repeals, changes and rests on another to it', async () => {
    const old = await viewOf('望政发〔2022〕9号');
    expect(old.verdict).toMatchObject({ validity: 'repealed', since: '2025-05-01' });
    expect(old.verdict.because[0]).toContain('望政发〔2025〕6号');
    const changed = await viewOf('望政办发〔2023〕12号');
    expect(changed.verdict).toMatchObject({ validity: 'amended', repealedParts: ['第四条'] });
    const decision = await viewOf('望政发〔2024〕12号');
    expect(
      decision.outgoing
        .filter(({ itemId }) => itemId !== null)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['basis', 'repeals', 'repeals']);
    const lapsed = await viewOf('望人社发〔2022〕8号');
    expect(lapsed.verdict).toMatchObject({ validity: 'lapsed', since: '2023-04-30' });
  });

  test('has a clean-up under way with answers missing, and an issue of the gazette', async () => {
    await seedLibraryWork(place.app);
    await seedLibraryWork(place.app);
    const { read } = place.app.database;
    const { rows } = await listCleanupRounds(read, { jurisdictionId, today }, { limit: 5 });
    expect(rows.length).toBe(1);
    expect(rows[0]?.counts.overdue).toBeGreaterThan(0);
    expect(rows[0]?.counts.given).toBeGreaterThan(0);
    const issues = await listPublicIssues(read, jurisdictionId, { limit: 5 });
    expect(issues.rows.map(({ name, documents }) => [name, documents.length])).toEqual([
      ['2026年第1号（总第1号）', 6],
    ]);
  });

  test('is entered once, however often', async () => {
    const again = await enterOfficialDocuments(place.app);
    expect(again).toMatchObject({ taken: [], refused: [] });
    expect(again.known.length).toBe(42);
    expect((await libraryRows()).length).toBe(42);
  });
});
