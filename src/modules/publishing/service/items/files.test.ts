import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OfficerActor } from '#kernel/actor.ts';
import { keepBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact } from '#kernel/work.ts';
import { checkingModule } from '#modules/checking/module.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { periodsModule } from '#modules/periods/module.ts';
import { type GivenDesk, givenContent, givenDesk, givenDraft } from '../../given.ts';
import { publishing } from '../../module.ts';
import { saveItem } from './write.ts';

let place: TestApp;
let desk: GivenDesk;

beforeAll(async () => {
  place = await openTestApp({ modules: [checkingModule, organisation, periodsModule, publishing] });
  const county = await givenCounty(place.app);
  desk = await givenDesk(place.app, { jurisdictionId: county.jurisdictionId, unitId: county.education });
});
afterAll(() => place.close());

async function givenUpload(actor: OfficerActor): Promise<string> {
  const bytes = Buffer.from('收费清单');
  const kept = await keepBytes(place.app.files, { name: '收费清单.txt', mediaType: 'text/plain', bytes });
  return transact(place.app, actor, async (work) => {
    const id = await recordStoredFile(work, kept);
    work.audit({ action: 'test.upload', objectKind: 'file', objectId: id, summary: '上传', after: {} });
    return id;
  });
}

const save = (actor: OfficerActor, itemId: string, version: number, fileIds: readonly string[], body = '') =>
  transact(place.app, actor, (work) =>
    saveItem(work, {
      itemId,
      version,
      note: null,
      content: givenContent({
        body: `<p>正文</p>${body}`,
        attachments: fileIds.map((fileId) => ({ fileId, title: '收费清单' })),
      }),
    }),
  ).then(
    () => 'saved',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

test('an officer attaches own uploads and keeps what a colleague attached, but never a file seen elsewhere', async () => {
  const itemId = await givenDraft(place.app, desk);
  const own = await givenUpload(desk.author);
  const foreign = await givenUpload(desk.second);
  expect(await save(desk.author, itemId, 1, [own])).toBe('saved');
  expect(await save(desk.first, itemId, 2, [own])).toBe('saved');
  expect(await save(desk.first, itemId, 3, [own, foreign])).toBe('publishing.itemFileUnknown');
  expect(await save(desk.second, itemId, 3, [own, foreign])).toBe('saved');
  expect(await save(desk.author, itemId, 4, [foreign])).toBe('saved');
});

test('a picture in the body is held to the same rule as an attachment', async () => {
  const itemId = await givenDraft(place.app, desk);
  const foreign = await givenUpload(desk.second);
  const picture = `<p><img data-file="${foreign}" alt="现场"></p>`;
  expect(await save(desk.author, itemId, 1, [], picture)).toBe('publishing.itemFileUnknown');
});
