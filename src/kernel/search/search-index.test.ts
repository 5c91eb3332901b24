import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../actor.ts';
import { dayOf } from '../day.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { transact, type Work } from '../work.ts';
import type { SearchDocument } from './document.ts';
import { noteWordsChanged } from './lexicon.ts';
import type { SearchAnswer, SearchQuestion } from './search-index.ts';
import { refreshSearchTexts } from './sql/write-texts.ts';
import { searchWords } from './tables.ts';

let place: TestApp;
beforeAll(async () => {
  place = await openTestApp({ modules: [] });
  await place.app.search.start();
});
afterAll(() => place.close());

const office = '01900000-0000-7000-8000-000000000001';
const school = '01900000-0000-7000-8000-000000000002';

async function change(body: (work: Work) => void | Promise<void>): Promise<void> {
  await transact(place.app, systemActor('test'), async (work) => {
    await body(work);
    work.audit({ action: 'test.write', objectKind: 'test', objectId: '1', summary: '改动检索条目' });
  });
  await place.app.search.changed();
}

const written = new Set<string>();
function put(work: Work, objectId: string, parts: Partial<SearchDocument>): void {
  written.add(objectId);
  work.putSearchDocument({
    kind: 'document',
    objectId,
    title: '',
    body: '',
    address: `/documents/${objectId}`,
    isPublic: true,
    ...parts,
  });
}

beforeEach(async () => {
  if (written.size === 0) return;
  await change((work) => {
    for (const objectId of written) work.removeSearchDocument('document', objectId);
  });
  written.clear();
});

/** Asks both engines, which must agree on everything but the order; returns what the index in memory says. */
async function ask(text: string, more: Partial<SearchQuestion> = {}): Promise<SearchAnswer> {
  const question = { text, audience: { kind: 'public' as const }, limit: 200, ...more };
  const [memory, sql] = [
    await place.app.search.find(question, 'memory'),
    await place.app.search.find(question, 'sql'),
  ];
  expect([memory.engine, sql.engine]).toEqual(['memory', 'sql']);
  const ids = (answer: SearchAnswer) => answer.documents.map(({ objectId }) => objectId).sort();
  expect(ids(memory)).toEqual(ids(sql));
  expect({ total: memory.total, facets: memory.facets }).toEqual({ total: sql.total, facets: sql.facets });
  return memory;
}
const found = async (text: string, more: Partial<SearchQuestion> = {}) =>
  (await ask(text, more)).documents.map(({ objectId }) => objectId);

describe('finding', () => {
  test('needs every word, in title or body, and puts title hits first', async () => {
    await change((work) => {
      put(work, 'body', { title: '工作要点', body: '发放就业补贴，扶持高校毕业生。' });
      put(work, 'title', { title: '高校毕业生就业补贴办法', body: '本办法自印发之日起施行。' });
      put(work, 'half', { title: '就业服务', body: '招聘会安排。' });
    });
    expect(await found('就业补贴 毕业生')).toEqual(['title', 'body']);
    expect(await found('高校毕业生怎么申请就业补贴')).toEqual([]);
    expect(await found('毕业生的补贴')).toEqual(['title', 'body']);
  });

  test('does not find words across the borders of others', async () => {
    await change((work) => put(work, '1', { title: '县人民政府办公室' }));
    expect(await found('民政')).toEqual([]);
    expect(await found('人民政府')).toEqual(['1']);
    expect(await found('政府')).toEqual(['1']);
    expect(await found('办公')).toEqual(['1']);
  });

  test('finds phrases in quotes of either kind, inside one sentence only', async () => {
    await change((work) => {
      put(work, 'side', { body: '推进政务公开标准化。' });
      put(work, 'apart', { body: '公开政务。标准化建设。' });
    });
    for (const question of ['“公开标准化”', '"公开标准化"', '「公开标准化」']) {
      expect(await found(question), question).toEqual(['side']);
    }
    expect(await found('公开 标准化')).toHaveLength(2);
  });

  test('leaves out what has a dash in front', async () => {
    await change((work) => {
      put(work, 'draft', { title: '预算公开（征求意见稿）' });
      put(work, 'final', { title: '预算公开' });
    });
    expect(await found('预算 -征求意见')).toEqual(['final']);
    expect(await found('预算 -"征求意见稿"')).toEqual(['final']);
  });

  test('finds a document number however it is typed, exactly and by its parts', async () => {
    await change((work) => {
      put(work, 'own', { title: '要点', documentNumber: '望政办发〔2024〕3号' });
      put(work, 'cites', { body: '根据望政办发[2024]3号要求' });
      put(work, 'other', { title: '要点', documentNumber: '望政办发〔2024〕13号' });
    });
    for (const question of [
      '望政办发〔2024〕3号',
      '望政办发（2024）3号',
      '望政办发[２０２４] 3 号',
      '查询望政办发〔2024〕3号',
      '〔2024〕3号',
    ])
      expect(await found(question), question).toEqual(['own', 'cites']);
    expect(await found('望政办发 2024')).toHaveLength(3);
  });

  test('reads traditional signs, full width and capitals', async () => {
    await change((work) => put(work, '1', { title: '徵收補償與ＰＤＦ格式说明' }));
    expect(await found('征收补偿 pdf')).toEqual(['1']);
    expect(await found('徵收補償')).toEqual(['1']);
  });

  test('keeps names together that no list knows', async () => {
    await change((work) => {
      put(work, 'village', { body: '位于柒坞堰村' });
      put(work, 'scattered', { body: '堰塘边，坞内，柒号' });
    });
    expect(await found('柒坞堰')).toEqual(['village']);
  });

  test('finds keywords and clauses', async () => {
    await change((work) =>
      put(work, '1', {
        title: '办法',
        keywords: ['低保'],
        clauses: [{ anchor: 'c3', heading: '第三条', text: '家庭收入低于标准的可以申请。' }],
      }),
    );
    expect(await found('低保 家庭收入')).toEqual(['1']);
  });

  test('finds nothing when only marks are asked for', async () => {
    await change((work) => put(work, '1', { title: '通知' }));
    for (const question of ['？！', '-', '""', '《》']) expect(await found(question), question).toEqual([]);
  });
});

describe('who sees what', () => {
  test('visitors what is public, officers also what belongs to their units', async () => {
    await change((work) => {
      put(work, 'open', { title: '通知' });
      put(work, 'office', { title: '通知', isPublic: false, unitId: office });
      put(work, 'school', { title: '通知', isPublic: false, unitId: school });
      put(work, 'nobody', { title: '通知', isPublic: false });
    });
    expect(await found('通知')).toEqual(['open']);
    const officer = { audience: { kind: 'officer' as const, unitIds: [office] } };
    expect((await found('通知', officer)).sort()).toEqual(['office', 'open']);
    await change((work) => put(work, 'open', { title: '通知', isPublic: false }));
    expect(await found('通知')).toEqual([]);
  });

  test('what was withdrawn a moment ago is not shown even before the index knows', async () => {
    await change((work) => put(work, '1', { title: '通知' }));
    await transact(place.app, systemActor('test'), async (work) => {
      work.removeSearchDocument('document', '1');
      work.audit({ action: 'test.write', objectKind: 'test', objectId: '1', summary: '撤下' });
    });
    const answer = await place.app.search.find({ text: '通知', audience: { kind: 'public' } }, 'memory');
    expect(answer).toMatchObject({ documents: [], total: 0 });
  });
});

describe('narrowing', () => {
  test('counts kinds, units, years and what modules give, and narrows by them', async () => {
    await change((work) => {
      put(work, '1', {
        title: '通知',
        unitName: '县教育局',
        day: dayOf('2025-03-01'),
        facets: { theme: ['教育'] },
      });
      put(work, '2', {
        title: '通知',
        unitName: '县教育局',
        day: dayOf('2026-03-01'),
        facets: { theme: ['教育', '财政'] },
      });
      put(work, '3', { title: '通知', unitName: '县卫健局', day: dayOf('2026-05-01') });
    });
    const facets = ['kind', 'unit', 'year', 'theme'];
    const all = await ask('通知', { facets });
    expect(all.facets).toEqual({
      kind: [{ value: 'document', count: 3 }],
      unit: [
        { value: '县教育局', count: 2 },
        { value: '县卫健局', count: 1 },
      ],
      year: [
        { value: '2026', count: 2 },
        { value: '2025', count: 1 },
      ],
      theme: [
        { value: '教育', count: 2 },
        { value: '财政', count: 1 },
      ],
    });
    const narrowed = await ask('通知', { facets, filters: { year: ['2026'] } });
    expect(narrowed.total).toBe(2);
    expect(narrowed.facets.year).toEqual(all.facets.year);
    expect(narrowed.facets.unit?.map(({ count }) => count)).toEqual([1, 1]);
    expect(await found('', { filters: { theme: ['教育'] }, order: 'day' })).toEqual(['2', '1']);
  });

  test('pages without gaps or repeats, by relevance and by day, in both engines', async () => {
    await change((work) => {
      for (let id = 1; id <= 9; id += 1)
        put(work, String(id), {
          title: id % 2 === 0 ? '通知' : '公告',
          body: '通知',
          day: dayOf(`2026-01-0${(id % 4) + 1}`),
        });
    });
    for (const engine of ['memory', 'sql'] as const)
      for (const order of ['relevance', 'day'] as const) {
        const ids: string[] = [];
        let after: SearchAnswer['next'] = null;
        do {
          const page = await place.app.search.find(
            { text: '通知', audience: { kind: 'public' }, order, limit: 4, after },
            engine,
          );
          ids.push(...page.documents.map(({ objectId }) => objectId));
          after = page.next;
        } while (after !== null);
        expect(ids.length, `${engine} ${order}`).toBe(9);
        expect(new Set(ids).size).toBe(9);
      }
  });
});

describe('what was meant', () => {
  test('mends words that sound alike, slips, pinyin and initials, when nothing or little is found', async () => {
    await change((work) => {
      put(work, '1', { title: '高校毕业生就业补贴办法' });
      put(work, '2', { title: '就业补贴发放公示' });
      put(work, '3', { title: '住房公积金提取' });
    });
    for (const [asked, meant] of [
      ['就业补帖', '就业补贴'],
      ['jiuye', '就业'],
      ['zfgjj', null],
      ['gjj 提取', '公积金 提取'],
    ] as const) {
      const answer = await place.app.search.find({ text: asked, audience: { kind: 'public' } });
      expect([answer.meant, answer.isMeant], asked).toEqual([meant, meant !== null]);
    }
    expect((await place.app.search.find({ text: '公积金', audience: { kind: 'public' } })).meant).toBeNull();
  });

  test('suggests words and documents the public may see, and no others', async () => {
    await change((work) => {
      put(work, '1', { title: '公积金提取', body: '公积金' });
      put(work, '2', { title: '公务用车购置', body: '公务用车', isPublic: false });
    });
    const suggest = (text: string) => place.app.search.suggest(text, { kind: 'public' });
    expect(await suggest('公')).toEqual({ words: ['公积金'], documents: [] });
    expect((await suggest('gongw')).words).toEqual([]);
    expect((await suggest('提取 gjj')).words).toEqual(['提取 公积金']);
    expect((await suggest('公积金')).documents.map(({ title }) => title)).toEqual(['公积金提取']);
    await change((work) => put(work, '1', { title: '公积金提取', isPublic: false }));
    expect(await suggest('公')).toEqual({ words: [], documents: [] });
  });
});

test('a word of the county is a word as soon as the texts are cut anew', async () => {
  await change((work) => put(work, '1', { title: '柒坞堰水库除险' }));
  await change(async ({ db, today }) => {
    await db
      .insert(searchWords)
      .values({ word: '柒坞堰水库', origin: 'office', addedByName: '测试', addedOn: today });
    await noteWordsChanged(db);
  });
  await refreshSearchTexts(place.app.database);
  expect(await found('柒坞堰水库')).toEqual(['1']);
  expect(await found('水库')).toEqual(['1']);
});

describe('both engines', () => {
  const words =
    '政务公开 人民政府 政府 办公室 就业 补贴 就业补贴 毕业生 2026 第三条 柒坞 望政办发〔2026〕3号 。 通知 公开'.split(
      ' ',
    );
  const text = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((list) => list.join(''));
  const document = fc.record({
    id: fc.nat(24).map(String),
    isGone: fc.boolean(),
    title: text,
    body: text,
    isPublic: fc.boolean(),
    unitId: fc.constantFrom(office, school),
    year: fc.constantFrom('2024', '2025', '2026'),
    theme: fc.constantFrom('教育', '卫生'),
  });
  const piece = fc.constantFrom(...words.filter((word) => word !== '。'));
  const asked = fc.record({
    text: fc
      .array(
        fc.oneof(
          piece,
          fc.tuple(piece, piece).map((two) => `“${two.join('')}”`),
          piece.map((word) => `-${word}`),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((list) => list.join(' ')),
    filters: fc.constantFrom({}, { year: ['2025', '2026'] }, { theme: ['教育'], year: ['2024'] }),
    facets: fc.constant(['kind', 'year', 'theme', 'unit']),
    audience: fc.constantFrom({ kind: 'public' as const }, { kind: 'officer' as const, unitIds: [office] }),
  });

  test('find the same in any corpus after any changes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(document, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 }),
        fc.array(asked, { minLength: 1, maxLength: 6 }),
        async (rounds, questions) => {
          for (const round of rounds)
            await change((work) => {
              for (const { id, isGone, title, body, isPublic, unitId, year, theme } of round) {
                if (isGone) work.removeSearchDocument('document', id);
                else
                  put(work, id, {
                    title,
                    body,
                    isPublic,
                    unitId,
                    day: dayOf(`${year}-06-01`),
                    facets: { theme: [theme] },
                  });
              }
            });
          for (const { text: question, ...more } of questions) await ask(question, more);
        },
      ),
      { numRuns: 12 },
    );
  });
});
