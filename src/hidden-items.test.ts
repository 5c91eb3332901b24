/**
 * Nothing that is hidden leaves by any door: every public route of every module is asked for every kind of hidden item,
 * by its address, through lists, feeds, search and exports, and no answer may hold a word of it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { keepBytes, recordStoredFile } from '#kernel/files/stored-files.ts';
import { servedPattern } from '#kernel/http/gather-routes.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { transact } from '#kernel/work.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import {
  type GivenDesk,
  givenContent,
  givenDesk,
  givenDraft,
  givenReleasedItem,
  passReviews,
} from '#modules/publishing/given.ts';
import { findItemRow } from '#modules/publishing/index.ts';
import { changeItemOpenness, withdrawItem } from '#modules/publishing/service/items/disclosure.ts';
import { scheduleItem } from '#modules/publishing/service/items/release.ts';
import { returnItem, submitItem } from '#modules/publishing/service/items/review.ts';
import { saveItem } from '#modules/publishing/service/items/write.ts';
import { modules } from './modules.ts';

interface Hidden {
  readonly label: string;
  readonly itemId: string;
  readonly fileId: string;
  /** Words that stand in the hidden text and nowhere else. */
  readonly mark: string;
}

let server: TestServer;
let desk: GivenDesk;
let unitId: string;
let hidden: readonly Hidden[];

async function givenFile(app: App, mark: string): Promise<string> {
  const bytes = Buffer.from(`附件内容${mark}`);
  const kept = await keepBytes(app.files, { name: `${mark}.txt`, mediaType: 'text/plain', bytes });
  return transact(app, desk.author, async (work) => {
    const fileId = await recordStoredFile(work, kept);
    work.audit({ action: 'test', objectKind: 'storedFile', objectId: fileId, summary: '附件', after: {} });
    return fileId;
  });
}

type Bring = (app: App, content: ReturnType<typeof contentOf>) => Promise<string>;

function contentOf(mark: string, fileId: string) {
  return {
    title: `城区供水公告${mark}`,
    summary: `供水摘要${mark}`,
    keywords: [`供水${mark}`],
    body: `<p>供水安排${mark}。</p>`,
    attachments: [{ fileId, title: `供水图纸${mark}` }],
  };
}

const withheld = { openness: 'withheld', ground: 'internalAffairs', reason: '内部工作流程' } as const;
const onRequest = { openness: 'onRequest', ground: null, reason: '仅影响特定群体' } as const;

/** How an item comes to be hidden; `policyDocument` so that the library is asked for it too. */
const ways: Readonly<Record<string, Bring>> = {
  'a draft': (app, content) => givenDraft(app, desk, { kind: 'policyDocument', ...content }),
  'an item under review': async (app, content) => {
    const itemId = await givenDraft(app, desk, content);
    await transact(app, desk.author, (work) => submitItem(work, { itemId }));
    return itemId;
  },
  'a returned item': async (app, content) => {
    const itemId = await givenDraft(app, desk, content);
    await passReviews(app, desk, itemId, 1);
    await transact(app, desk.first, (work) => returnItem(work, { itemId, reason: '请修改' }));
    return itemId;
  },
  'an approved item': async (app, content) => {
    const itemId = await givenDraft(app, desk, content);
    await passReviews(app, desk, itemId);
    return itemId;
  },
  'a scheduled item': async (app, content) => {
    const itemId = await givenDraft(app, desk, content);
    await passReviews(app, desk, itemId);
    await transact(app, desk.author, (work) =>
      scheduleItem(work, { itemId, at: new Date('2026-12-01T00:00:00Z') }),
    );
    return itemId;
  },
  'a withheld item': (app, content) =>
    givenReleasedItem(app, desk, { kind: 'policyDocument', ...content, disclosure: withheld }),
  'an item given on request': (app, content) =>
    givenReleasedItem(app, desk, { kind: 'policyDocument', ...content, disclosure: onRequest }),
  'a converted item': async (app, content) => {
    const itemId = await givenReleasedItem(app, desk, { kind: 'policyDocument', ...content });
    await transact(app, desk.final, (work) => changeItemOpenness(work, { itemId, disclosure: withheld }));
    return itemId;
  },
  // Its title stays on the notice of the withdrawal; nothing else does.
  'a withdrawn item': async (app, content) => {
    const itemId = await givenReleasedItem(app, desk, {
      kind: 'policyDocument',
      ...content,
      title: '城区供水公告',
    });
    await transact(app, desk.final, (work) => withdrawItem(work, { itemId, reason: '数据有误' }));
    return itemId;
  },
  'a new revision in the works': async (app, content) => {
    const itemId = await givenReleasedItem(app, desk);
    const version = (await findItemRow(app.database.read, itemId))?.version ?? 0;
    await transact(app, desk.author, (work) =>
      saveItem(work, { itemId, version, content: givenContent(content), note: null }),
    );
    return itemId;
  },
};

beforeAll(async () => {
  server = await openTestServer({ modules, now: '2026-05-06T09:00:00+08:00' });
  const county = await givenCounty(server.app);
  unitId = county.education;
  desk = await givenDesk(server.app, { jurisdictionId: county.jurisdictionId, unitId });
  const made: Hidden[] = [];
  for (const [index, [label, bring]] of Object.entries(ways).entries()) {
    const mark = `Zebra${'abcdefghij'.charAt(index)}`;
    const fileId = await givenFile(server.app, mark);
    made.push({ label, mark, fileId, itemId: await bring(server.app, contentOf(mark, fileId)) });
  }
  hidden = made;
  await givenReleasedItem(server.app, desk, { title: '可以看见的供水公告' });
}, 120_000);
afterAll(() => server.close());

const publicRoutes = modules
  .flatMap((module) => module.routes)
  .filter((route) => route.method === 'GET' && route.access === 'public');

/** What stands for each parameter of an address; a route with another one is named below with the reason. */
function parameterFor(parameter: string, one: Hidden, code: string): string | undefined {
  if (/^(itemId|documentId)$/.test(parameter)) return one.itemId;
  if (parameter === 'fileId') return one.fileId;
  if (parameter === 'unitId') return unitId;
  if (parameter === 'code') return code;
  if (parameter === 'module') return 'publishing';
  if (parameter === 'part') return '2026';
  if (parameter === 'format') return 'docx';
  return undefined;
}

function addressFor(pattern: string, one: Hidden, code: string): string | undefined {
  const parts = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? parameterFor(part.slice(1), one, code) : part));
  return parts.includes(undefined) ? undefined : parts.join('/');
}

describe('a visitor', () => {
  test('finds what is public by the words the hidden ones share, so that the next test asks what could answer', async () => {
    const answer = await server.ask(visitor, {
      method: 'GET',
      url: `/search?q=${encodeURIComponent('供水')}`,
    });
    expect(answer.body).toContain('可以看见的');
  });

  test.each(publicRoutes.map((route) => [route.name, route] as const))(
    'gets nothing hidden from %s',
    async (_, route) => {
      const columns = await server.ask(visitor, { method: 'GET', url: '/api/v1/columns' });
      const code = /"code":"([^"]+)"/.exec(columns.body)?.[1] ?? 'none';
      for (const one of hidden) {
        const address = addressFor(servedPattern(route), one, code);
        if (address === undefined) continue;
        for (const query of ['', `?q=${encodeURIComponent('供水')}`, `?text=${encodeURIComponent('供水')}`]) {
          const { body } = await server.ask(visitor, { method: 'GET', url: `${address}${query}` });
          for (const { mark, label } of hidden)
            expect(body.includes(mark), `${label} at ${address}${query}`).toBe(false);
        }
      }
    },
  );

  test('finds the published ones in the sitemap and none of the hidden', async () => {
    const read = async (url: string) => (await server.ask(visitor, { method: 'GET', url })).body;
    const parts = [...(await read('/sitemap.xml')).matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g)];
    const pages = (await Promise.all(parts.map(([, address]) => read(address ?? '')))).join('\n');
    for (const { label, itemId } of hidden) {
      expect(pages.includes(itemId), label).toBe(label === 'a new revision in the works');
    }
  });

  // A packed file shows no words to a search of its bytes.
  test('gets no Word file and no PDF of a hidden document', async () => {
    for (const { label, itemId } of hidden) {
      for (const format of ['docx', 'pdf']) {
        const reply = await server.ask(visitor, {
          method: 'GET',
          url: `/policies/documents/${itemId}/file/${format}`,
        });
        expect(reply.statusCode, `${label} as ${format}`).toBe(404);
      }
    }
  });

  test('is asked about every public route but those of other objects', () => {
    const one: Hidden = { label: '', itemId: 'i', fileId: 'f', mark: '' };
    const unasked = publicRoutes.filter((route) => addressFor(servedPattern(route), one, 'c') === undefined);
    // Each shows one object of its own module, named by that module's identifier, and no item; an issue of the gazette
    // asks the library again what is public.
    for (const { name } of unasked)
      expect(name).toMatch(/^(?:(?:plan|periods|system|organisation|access|checking)\.|policies\.gazette)/);
  });
});
