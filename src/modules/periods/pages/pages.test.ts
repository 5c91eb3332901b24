import { afterAll, beforeAll, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { givenCounty } from '#modules/organisation/given.ts';
import { organisation } from '#modules/organisation/module.ts';
import { findStructureFaults, findTypeFaults } from '#portal/testing/page-faults.ts';
import { onlyElement, plainText, readPage, textsOf } from '#portal/testing/rendered.tsx';
import { periodsAddress } from '../addresses.ts';
import { periodRules } from '../law/register.ts';
import { periodsModule } from '../module.ts';

let place: TestServer;
beforeAll(async () => {
  place = await openTestServer({
    modules: [organisation, periodsModule],
    now: '2026-05-06T09:00:00+08:00',
  });
  await givenCounty(place.app);
});
afterAll(() => place.close());

async function open(query: Parameters<typeof periodsAddress>[0], status = 200) {
  const reply = await place.ask(visitor, { url: periodsAddress(query) });
  expect(reply.statusCode).toBe(status);
  const page = readPage(reply.body);
  expect(findTypeFaults(page)).toEqual([]);
  expect(findStructureFaults(page)).toEqual([]);
  return page;
}

test('lists every period with its article, computed or not', async () => {
  const page = await open({});
  const titles = textsOf(page, '.period-rules tbody th');
  expect([...titles].sort()).toEqual(periodRules.map(({ title }) => title).sort());
});

test('shows the day, the sentences and every day on the way, without a script', async () => {
  const page = await open({
    rule: 'foi-reply',
    on: '2025-04-21',
    after: '2025-04-28',
    through: '2025-05-16',
  });
  expect(textsOf(page, '#due')).toEqual(['最后一日：2025年6月6日（周五）']);
  expect(textsOf(page, '.period-because li')[0]).toContain('政府信息公开条例第三十三条');
  expect(page.querySelectorAll('.period-weeks td.counted')).toHaveLength(20);
  expect(page.querySelectorAll('.period-weeks td.suspended')).toHaveLength(11);
  expect(textsOf(page, '.period-weeks td.due .what')).toEqual(['第20日']);
  expect(plainText(onlyElement(page, '.period-skipped'))).toContain('2025年5月1日：劳动节放假');
});

test.each([
  [
    { rule: 'emergency-information', on: '2025-10-03', time: '22:15' },
    '最后时刻：2025年10月4日（周六）03:15',
  ],
  [{ rule: 'land-pre-announcement', on: '2026-04-27' }, '最早结束日：2026年5月13日（周三）'],
  [{ rule: 'annual-report-unit', on: '2025-12-31' }, '最后一日：2026年1月31日（周六）'],
  [{ rule: 'foi-reply', on: '2026-12-10' }, '最后一日：2027年1月7日（周四）◇暂定'],
  [{ rule: 'review-application', on: '2024-12-03' }, '最后一日：2025年2月5日（周三）'],
])('%j: %s', async (query, heading) => {
  const page = await open(query);
  expect(textsOf(page, '#due')).toEqual([heading]);
});

test('a day a rest day moved the end to says so instead of bearing a number', async () => {
  const page = await open({ rule: 'review-application', on: '2024-12-03' });
  expect(textsOf(page, '.period-weeks td.due .what')).toEqual(['顺延到此']);
});

test('a link from search names the period and waits for the day', async () => {
  const page = await open({ rule: 'foi-reply' });
  expect(page.querySelectorAll('.period-result')).toHaveLength(0);
  expect(onlyElement(page, '#rule option[selected]').getAttribute('value')).toBe('foi-reply');
});

test('a slip is named beside the form and everything typed stays', async () => {
  const typed = { rule: 'foi-reply', on: '2024-02-05', extend: '21', after: '2024-02-20', through: '' };
  const page = await open({ ...typed, through: '2024-02-22' }, 422);
  expect(textsOf(page, '.error-summary h2')[0]).toContain('不能延长21个工作日');
  for (const [name, value] of Object.entries({ on: '2024-02-05', extend: '21', after: '2024-02-20' }))
    expect(onlyElement(page, `#${name}`).getAttribute('value')).toBe(value);
  await open({ rule: 'foi-reply', on: '2025-02-30' }, 400);
  await open({ rule: 'nothing', on: '2025-02-20' }, 404);
  await open({ rule: 'foi-reply', on: '2019-05-14' }, 422);
});
