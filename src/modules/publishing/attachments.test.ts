import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { keepBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import { openJobRunner } from '#kernel/jobs/runner.ts';
import { findSearchDocuments } from '#kernel/search/search.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { publishingDatasets } from './datasets.ts';
import { type GivenDesk, givenDesk, givenDraft, givenReleasedItem } from './given.ts';
import { publishing } from './module.ts';
import { withdrawItem } from './service/items/disclosure.ts';

let server: TestServer;
let desk: GivenDesk;

beforeAll(async () => {
  server = await openTestServer({ modules: [checkingModule, organisation, periodsModule, publishing] });
  const county = await givenCounty(server.app);
  desk = await givenDesk(server.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
});
afterAll(() => server.close());

async function givenUpload(text: string): Promise<string> {
  const bytes = Buffer.from(text);
  const file = { name: '附表.txt', mediaType: 'text/plain', bytes };
  const kept = await keepBytes(server.app.files, file);
  return transact(server.app, desk.author, async (work) => {
    const id = await recordStoredFile(work, kept);
    work.audit({ action: 'test.upload', objectKind: 'file', objectId: id, summary: '上传', after: {} });
    return id;
  });
}

test('an attachment is a page and is found by its words while its item is public, and neither before nor after', async () => {
  const fileId = await givenUpload('第一条 晾晒场地按季轮换使用。\n\n第二条 使用前先行登记。');
  const attachments = [{ fileId, title: '场地安排' }];
  const draft = await givenDraft(server.app, desk, { attachments });
  const itemId = await givenReleasedItem(server.app, desk, { title: '场地使用公告', attachments });
  const get = (url: string) => server.ask(visitor, { method: 'GET', url });
  const page = (id: string) => get(`/items/${id}/files/${fileId}/page`);
  expect((await page(itemId)).statusCode).toBe(404);
  await openJobRunner(server.app).runDue();

  const shown = await page(itemId);
  expect(shown.statusCode).toBe(200);
  expect(shown.body).toContain('晾晒场地按季轮换使用');
  expect(shown.body).toContain('以原文件为准');
  expect((await get(`/items/${itemId}`)).body).toContain(`/items/${itemId}/files/${fileId}/page`);
  const find = () =>
    findSearchDocuments(server.app.database.read, { text: '晾晒场地', publicOnly: true }).then((hits) =>
      JSON.stringify(hits),
    );
  expect(await find()).toContain('场地使用公告');
  // The same bytes hang on a draft, which has no page.
  expect((await page(draft)).statusCode).toBe(404);

  await transact(server.app, desk.final, (work) => withdrawItem(work, { itemId, reason: '场地停用' }));
  expect((await page(itemId)).statusCode).toBe(404);
  expect(await find()).not.toContain('场地使用公告');
});

test('open data has the catalogue of what is public, page by page, and nothing in the works', async () => {
  await givenReleasedItem(server.app, desk, { title: '目录里的公告' });
  await givenReleasedItem(server.app, desk, { title: '目录里的通知' });
  await givenDraft(server.app, desk, { title: '起草中的公告' });
  await givenReleasedItem(server.app, desk, {
    title: '依申请的公告',
    disclosure: { openness: 'onRequest', ground: null, reason: '尚在核实' },
  });
  const all = async (id: string) => {
    const offer = publishingDatasets.find((one) => one.id === id);
    if (offer === undefined) throw new Error(`no dataset ${id}`);
    const collect = async (after: string | null): Promise<unknown[]> => {
      const { rows, next } = await offer.listRows(server.app.database.read, { after, limit: 1 });
      const titles = rows.map(({ title }) => title);
      return next === null ? titles : [...titles, ...(await collect(next))];
    };
    return (await collect(null)).sort();
  };
  expect(await all('publishing.items')).toEqual(['目录里的公告', '目录里的通知']);
  expect(await all('publishing.columns')).toHaveLength(1);
});
