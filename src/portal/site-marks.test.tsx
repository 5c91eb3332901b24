import { expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { siteFrameOf } from './frame.ts';
import { PortalPage } from './layout.tsx';
import { readSiteMarks } from './site-marks.ts';
import { articleData } from './structured-data.ts';
import { linksOf, onlyElement, renderPage, textsOf } from './testing/rendered.tsx';

const marks = readSiteMarks({
  GONGKAI_PUBLIC_URL: 'https://open.example.cn/',
  GONGKAI_SITE_CODE: '1234567890',
  GONGKAI_SITE_FILING: '某ICP备00000001号',
  GONGKAI_SITE_POLICE_FILING: '某公网安备 12345678901234号',
  GONGKAI_SITE_CONTACT: '电话 0100-8623456',
});
const request = { cookies: {}, url: '/items/1?page=2' };

test('a site with its marks shows them on every page, and the fault report names the page it came from', () => {
  const frame = siteFrameOf('青禾县', request, marks);
  const page = renderPage(
    <PortalPage frame={frame} title="公告">
      <h1>公告</h1>
    </PortalPage>,
  );
  expect(textsOf(page, '.site-marks li')).toEqual([
    '联系方式：电话 0100-8623456',
    '政府网站标识码：1234567890',
    '某ICP备00000001号',
    '某公网安备 12345678901234号',
  ]);
  const report = [...linksOf(page)].find(([, words]) => words === '我要找错')?.[0] ?? '';
  expect(new URL(report).searchParams.get('url')).toBe('https://open.example.cn/items/1?page=2');
  expect(onlyElement(page, 'meta[name="SiteIDCode"]').getAttribute('content')).toBe('1234567890');
  expect(onlyElement(page, 'meta[name="SiteDomain"]').getAttribute('content')).toBe('open.example.cn');
});

test('a site without marks shows no empty place for them', () => {
  const page = renderPage(
    <PortalPage frame={siteFrameOf('青禾县', request)} title="公告">
      <h1>公告</h1>
    </PortalPage>,
  );
  expect(page.querySelector('.site-marks')).toBeNull();
  expect([...linksOf(page).values()]).not.toContain('我要找错');
});

test('a title cannot end the data of a page', () => {
  const frame = siteFrameOf('青禾县', request, marks);
  const title = '</script><script>alert(1)</script>';
  const day = dayOf('2026-05-06');
  const data = articleData(frame, {
    title,
    summary: '',
    unitName: '教育局',
    publishedOn: day,
    updatedOn: day,
    keywords: [],
  });
  const page = renderPage(
    <PortalPage frame={frame} title="公告" data={data}>
      <h1>公告</h1>
    </PortalPage>,
  );
  const script = onlyElement(page, 'script[type="application/ld+json"]');
  expect(JSON.parse(script.textContent)).toMatchObject({ headline: title });
});
