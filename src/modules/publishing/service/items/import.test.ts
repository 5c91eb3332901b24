import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { findSearchDocuments } from '#kernel/search/search.ts';
import { testCommandInput } from '#kernel/testing/command-input.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { type GivenCounty, givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { givenColumn } from '../../given.ts';
import { importItemsCommand } from '../../import-command.ts';
import { publishing } from '../../module.ts';
import { listColumns } from '../../queries/columns.ts';
import { listPublicItems } from '../../queries/public-items.ts';
import { readImportRows } from '../../rules/import-rows.ts';
import { importItems } from './import.ts';

let place: TestApp;
let county: GivenCounty;
beforeAll(async () => {
  place = await openTestApp({ modules: [checkingModule, organisation, periodsModule, publishing] });
  county = await givenCounty(place.app);
  await givenColumn(place.app, county.education, { code: 'school', title: '招生公告' });
  await givenColumn(place.app, county.office, {
    code: 'children',
    kind: 'topic',
    topicRule: { kinds: [], unitIds: [], words: ['招生'] },
  });
});
afterAll(() => place.close());

const head = ['标题', '栏目', '发布机构', '发布日期', '成文日期', '正文', '索引号', '公开属性', '理由'];
const list = [
  head,
  ['2024年招生公告', '招生公告', '县教育局', '2024-06-01 10:30', '', '第一段\n第二段<不是标签', '', '', ''],
  [
    '2023年招生公告',
    'school',
    '青禾县教育局',
    '2023/6/2',
    '2023年5月30日',
    '<p onclick="x()">正文</p>',
    '',
    '',
    '',
  ],
  ['补充通知', 'school', '县教育局', '2024-06-03', '', '正文', 'OLD001234/2024-00009', '', ''],
  ['内部安排', 'school', '县教育局', '2024-06-04', '', '正文', '', '不予公开', '内部工作安排'],
  ['没有理由', 'school', '县教育局', '2024-06-04', '', '正文', '', '依申请公开', ''],
  ['没有栏目', '不存在', '县教育局', '2024-06-04', '', '正文', '', '', ''],
  ['没有单位', 'school', '外县教育局', '2024-06-04', '', '正文', '', '', ''],
  ['没有日子', 'school', '县教育局', '六月四日', '', '正文', '', '', ''],
  ['', '', '', '', '', '', '', '', ''],
];

async function publicTitles() {
  const { jurisdictionId } = county;
  const { rows } = await listPublicItems(place.app.database.read, { jurisdictionId, limit: 100 });
  return rows;
}

test('rows that cannot be taken are named with line and reason; a trial leaves nothing; a second import adds nothing', async () => {
  const file = {
    name: '原网站.csv',
    bytes: Buffer.from(
      list.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n'),
    ),
  };
  const run = (options: Record<string, boolean>) =>
    importItemsCommand.run(
      place.app,
      testCommandInput({ operands: [file.name], options, files: { [file.name]: file.bytes } }),
    );
  const trial = await run({ dryRun: true });
  expect(trial).toMatchObject({ exitCode: 2, data: { dryRun: true, taken: 4 } });
  expect(await publicTitles()).toEqual([]);
  const real = await run({});
  expect(real.data).toMatchObject({
    taken: 4,
    refused: [
      { line: 6, because: '不主动公开的信息没有写明理由' },
      { line: 7, because: '没有栏目“不存在”' },
      { line: 8, because: '没有单位“外县教育局”' },
      { line: 9, because: '发布日期“六月四日”无法识别' },
    ],
  });
  expect((await run({})).data).toMatchObject({ taken: 0, known: [2, 3, 4, 5] });
});

test('what came in stands with its own days and numbers, cleaned, and what is withheld stays out', async () => {
  const rows = await publicTitles();
  expect(
    rows.map(({ content, publishedOn, indexNumber }) => [content.title, publishedOn, indexNumber]),
  ).toEqual([
    ['补充通知', '2024-06-03', 'OLD001234/2024-00009'],
    ['2024年招生公告', '2024-06-01', expect.stringMatching(/\/2024-00001$/)],
    ['2023年招生公告', '2023-06-02', expect.stringMatching(/\/2023-00001$/)],
  ]);
  expect(rows[1]?.content.body).toBe('<p>第一段</p><p>第二段&lt;不是标签</p>');
  expect(rows[2]?.content.body).toBe('<p>正文</p>');
  expect(rows[2]?.content.formedOn).toBe('2023-05-30');
  const hits = await findSearchDocuments(place.app.database.read, { text: '内部安排', publicOnly: false });
  expect(JSON.stringify(hits)).not.toContain('内部安排');
});

test('a topic column takes what fits its rule', async () => {
  const columns = await listColumns(place.app.database.read, {
    jurisdictionId: county.jurisdictionId,
    today: dayOf('2026-11-20'),
  });
  expect(columns.find(({ code }) => code === 'children')?.items).toBe(2);
});

test('only the supervising office brings an old site over', async () => {
  const { rows } = readImportRows(list);
  const importing = transact(place.app, visitor, (work) =>
    importItems(work, { jurisdictionId: county.jurisdictionId, rows }),
  );
  await expect(importing).rejects.toMatchObject({ code: 'access.signInNeeded' });
});
