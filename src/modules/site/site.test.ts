import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { visitor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { defineModule } from '#kernel/module.ts';
import { openTestServer, type TestServer } from '#kernel/testing/test-server.ts';
import { findStructureFaults, findTypeFaults } from '#portal/testing/page-faults.ts';
import { linksOf, onlyElement, type RenderedPage, readPage, textsOf } from '#portal/testing/rendered.tsx';
import { site } from './module.ts';

const words = { met: '达标', failing: '未达标', notYetDue: '未到期', cannotTell: '无法判定' };

/** Two modules that offer something, so that gathering shows. */
const harvest = defineModule({
  name: 'harvest',
  title: '收成',
  findSiteName: () => Promise.resolve('青禾县'),
  publicPages: {
    listParts: () => Promise.resolve(['2026']),
    listPages: () =>
      Promise.resolve([{ address: '/harvest?year=2026&kind=rice', changedOn: dayOf('2026-10-01') }]),
  },
  portalEntries: [
    { door: 'policies', title: '惠农政策', description: '种粮补贴怎样领取。', address: '/harvest/policies' },
  ],
  offerHome: ({ today }) =>
    Promise.resolve({
      strips: [
        {
          title: '今年的收成',
          address: '/harvest',
          invitation: '查看收成',
          words,
          marks: [
            { mark: 'met', label: '第1项，早稻：达标', address: '/harvest#1' },
            { mark: 'failing', label: '第2项，晚稻：未达标', address: '/harvest#2' },
            { mark: 'met', label: '第3项，油菜：达标', address: '/harvest#3' },
          ],
        },
      ],
      changes: [{ day: today, title: '晚稻收购通知', event: '公布', address: '/harvest/2' }],
    }),
});
const weather = defineModule({
  name: 'weather',
  title: '天气',
  offerHome: () =>
    Promise.resolve({
      strips: [],
      changes: [
        { day: dayOf('2026-11-21'), title: '寒潮预警', event: '公布', address: '/weather/2' },
        { day: dayOf('2026-10-01'), title: '秋季气候公报', event: '更新', address: '/weather/1' },
      ],
    }),
});

let place: TestServer;
beforeAll(async () => {
  place = await openTestServer({ modules: [harvest, weather, site] });
});
afterAll(() => place.close());

async function openPage(url: string, cookie?: string): Promise<RenderedPage> {
  const reply = await place.ask(visitor, { url, headers: cookie === undefined ? {} : { cookie } });
  expect(reply.statusCode).toBe(200);
  return readPage(reply.body);
}

describe('the first page', () => {
  test('has one search box, and it is in the middle', async () => {
    const page = await openPage('/');
    expect(onlyElement(page, 'form[role="search"]').closest('main')).not.toBeNull();
  });

  test('shows what modules offer: each mark a link, counted by state', async () => {
    const page = await openPage('/');
    expect(textsOf(page, '.strip a')).toEqual([
      '第1项，早稻：达标',
      '第2项，晚稻：未达标',
      '第3项，油菜：达标',
    ]);
    expect(textsOf(page, '.strip-legend li')).toEqual(['达标2', '未达标1', '未到期0', '无法判定0']);
    expect(linksOf(page).get('/harvest')).toBe('查看收成');
  });

  test('tells the changes of all modules together, the newest first', async () => {
    const page = await openPage('/');
    expect(textsOf(page, '.home-changes a')).toEqual(['寒潮预警', '晚稻收购通知', '秋季气候公报']);
  });
});

describe('the doors', () => {
  test('show the rooms behind them', async () => {
    expect(linksOf(await openPage('/policies')).get('/harvest/policies')).toBe('惠农政策');
  });

  test('without a room say what will be there and what one can do today', async () => {
    const page = await openPage('/disclosure');
    expect(textsOf(page, 'h3')).toEqual(['公开栏目和政府公报']);
    expect(textsOf(page, '.coming-room p').length).toBeGreaterThan(1);
    expect(page.querySelector('main form')).toBeNull();
  });

  test('with all their rooms there promise nothing more', async () => {
    expect((await openPage('/requests')).querySelector('.coming-room')).toBeNull();
  });

  test('mark in the header where one is', async () => {
    expect(textsOf(await openPage('/requests'), '.doors [aria-current]')).toEqual(['办申请']);
  });
});

describe('the way of showing', () => {
  const save = (payload: Record<string, string>, cookie?: string) =>
    place.ask(visitor, {
      method: 'POST',
      url: '/preferences',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(cookie === undefined ? {} : { cookie }),
      },
      payload: new URLSearchParams(payload).toString(),
    });

  test('is kept in a cookie and brings one back to where one was', async () => {
    const reply = await save({ size: 'large', back: '/about?x=1' });
    expect(reply.statusCode).toBe(303);
    expect(reply.headers.location).toBe('/about?x=1');
    expect(String(reply.headers['set-cookie'])).toMatch(/^display=large; .*HttpOnly.*SameSite=Lax/);
  });

  test('adds to what was chosen before, and leaves no cookie when all is as usual', async () => {
    const both = await save({ contrast: 'high', back: '/' }, 'display=large');
    expect(String(both.headers['set-cookie'])).toContain('display=large.high');
    const usual = await save({ size: 'standard', contrast: 'standard', back: '/' }, 'display=large.high');
    expect(String(usual.headers['set-cookie'])).toContain('Max-Age=0');
  });

  test('never leads off the site', async () => {
    expect((await save({ size: 'large', back: 'https://elsewhere.example/' })).headers.location).toBe('/');
  });

  test('is applied to a kept page without mixing visitors up', async () => {
    await openPage('/about');
    const large = await openPage('/about', 'display=large');
    expect(onlyElement(large, 'html').getAttribute('class')).toBe('elder');
    expect((await openPage('/about')).querySelector('html[class]')).toBeNull();
  });

  test('the page shows what is chosen, and again with the reason when the choice is none of ours', async () => {
    const page = await openPage('/preferences', 'display=large');
    const checked = [...page.querySelectorAll('input[checked]')].map((input) => input.getAttribute('value'));
    expect(checked).toEqual(['large', 'standard']);
    const refused = await save({ size: 'enormous', back: '/about' });
    expect(refused.statusCode).toBe(400);
    expect(textsOf(readPage(refused.body), '.error-summary a')).toEqual(['请从列出的字号中选择']);
  });
});

test('every page is sound in type and structure', async () => {
  for (const path of ['/', '/disclosure', '/policies', '/requests', '/about', '/preferences']) {
    const page = await openPage(path);
    expect(findTypeFaults(page), path).toEqual([]);
    expect(findStructureFaults(page), path).toEqual([]);
  }
});

describe('what search engines are told', () => {
  test('robots are shown the sitemap and kept from the desk and the interface', async () => {
    const { body } = await place.ask(visitor, { method: 'GET', url: '/robots.txt' });
    expect(body).toMatch(/Disallow: \/desk\nDisallow: \/api\n/u);
    expect(body).toMatch(/Sitemap: https?:\/\/[^/]+\/sitemap\.xml\n$/u);
  });

  test('the sitemap lists the parts modules offer, each with absolute addresses and the day of the last change', async () => {
    const index = await place.ask(visitor, { method: 'GET', url: '/sitemap.xml' });
    const [, part = ''] = /<loc>https?:\/\/[^/]+(\/sitemaps\/harvest\/[^<]+)<\/loc>/u.exec(index.body) ?? [];
    const { body } = await place.ask(visitor, { method: 'GET', url: part });
    expect(body).toMatch(
      /<loc>https?:\/\/[^/]+\/harvest\?year=2026&amp;kind=rice<\/loc><lastmod>2026-10-01<\/lastmod>/u,
    );
    expect((await place.ask(visitor, { method: 'GET', url: '/sitemaps/harvest/unknown' })).statusCode).toBe(
      404,
    );
  });

  test('the first page says what the site is, and nothing in it ends the script', async () => {
    const { body } = await place.ask(visitor, { method: 'GET', url: '/' });
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(body) ?? [];
    expect(JSON.parse(data)).toMatchObject({ '@type': 'WebSite', name: '青禾县政务公开' });
  });
});

test('the site map names every room behind its door', async () => {
  expect(linksOf(await openPage('/site-map')).get('/harvest/policies')).toBe('惠农政策');
});
