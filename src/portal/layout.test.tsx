import { describe, expect, test } from 'vitest';
import { portalErrorPage } from './error-page.tsx';
import { type SiteFrame, siteFrameOf } from './frame.ts';
import { PortalPage } from './layout.tsx';
import { noSiteMarks } from './site-marks.ts';
import { findStructureFaults, findTypeFaults } from './testing/page-faults.ts';
import { linksOf, onlyElement, renderPage, textsOf } from './testing/rendered.tsx';

const frame: SiteFrame = siteFrameOf('青禾县', { cookies: {}, url: '/plans?text=申请' });

function pageIn(given: Partial<SiteFrame>) {
  return renderPage(
    <PortalPage frame={{ ...frame, ...given }} title="年度任务分解表">
      <h1>年度任务分解表</h1>
    </PortalPage>,
  );
}

describe('every page', () => {
  const page = pageIn({});

  test('says in which language and on whose site one is', () => {
    expect(onlyElement(page, 'html').getAttribute('lang')).toBe('zh-CN');
    expect(page.title).toBe('年度任务分解表｜青禾县政务公开');
    expect(onlyElement(page, 'meta[name="SiteName"]').getAttribute('content')).toBe('青禾县政务公开');
  });

  test('begins with the way to its content', () => {
    const first = page.querySelector('body')?.querySelector('a, button, input');
    expect(first?.getAttribute('href')).toBe('#content');
    expect(onlyElement(page, '#content').localName).toBe('main');
  });

  test('offers the search box and the three doors in their order', () => {
    expect(onlyElement(page, 'form[role="search"] label').getAttribute('for')).toBe('site-search');
    expect(textsOf(page, '.doors a')).toEqual(['看公开', '问政策', '办申请']);
  });

  test('runs only scripts from files, and none that anything hangs on', () => {
    for (const script of page.querySelectorAll('script')) {
      expect(script.getAttribute('src')).toMatch(/^\/assets\//);
      expect(script.getAttribute('type')).toBe('module');
    }
    expect(onlyElement(page, '[data-read-aloud]').getAttribute('hidden')).not.toBeNull();
  });

  test('is sound in type and structure', () => {
    expect(findTypeFaults(page)).toEqual([]);
    expect(findStructureFaults(page)).toEqual([]);
  });
});

describe('the way of showing', () => {
  test('is a class of the document, chosen on the server', () => {
    expect(pageIn({}).querySelector('html[class]')).toBeNull();
    const shown = siteFrameOf('青禾县', { cookies: { display: 'large.high' }, url: '/' });
    expect(onlyElement(pageIn(shown), 'html').getAttribute('class')).toBe('elder contrast');
  });

  test('is switched by a form that comes back to the same page', () => {
    const page = pageIn({ preferences: { size: 'large', contrast: 'standard' } });
    const form = onlyElement(page, 'form[method="post"]');
    expect(form.getAttribute('action')).toBe('/preferences');
    expect(onlyElement(form, 'input[name="back"]').getAttribute('value')).toBe('/plans?text=申请');
    expect(onlyElement(form, 'button[name="size"]').getAttribute('value')).toBe('standard');
    expect(onlyElement(form, 'button[name="contrast"]').getAttribute('value')).toBe('high');
  });
});

describe('the page that says no', () => {
  const request = { cookies: { display: 'large' }, url: '/nothing' };
  const draw = portalErrorPage('青禾县', noSiteMarks);

  test('says what, why, under which article, and what to do', () => {
    const page = renderPage(
      draw(
        {
          type: '/api/docs#notice.closed',
          title: '意见征集已经截止',
          status: 409,
          detail: '公告期已满。请查看新的公告。',
          instance: 'request-7',
          code: 'notice.closed',
          why: '公告期已满',
          todo: '请查看新的公告',
          article: '重大行政决策程序暂行条例第十五条',
        },
        request,
      ),
    );
    expect(textsOf(page, 'main p')).toEqual([
      '公告期已满。',
      '依据：重大行政决策程序暂行条例第十五条。',
      '请查看新的公告。',
      '请求编号：request-7',
    ]);
    expect(onlyElement(page, 'html').getAttribute('class')).toBe('elder');
    expect(findStructureFaults(page)).toEqual([]);
  });

  test('offers a search where nothing was found', () => {
    const page = renderPage(
      draw(
        {
          type: '/api/docs#http.notFound',
          title: '找不到这个页面',
          status: 404,
          detail: '',
          instance: 'request-8',
          code: 'http.notFound',
          todo: '请从首页进入',
        },
        request,
      ),
    );
    expect(onlyElement(page, 'main form[role="search"]').getAttribute('action')).toBe('/search');
    expect(linksOf(page).get('/')).toBeDefined();
  });
});
