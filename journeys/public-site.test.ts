/** Every public page in a real browser: accessible, within the width of a phone, without errors, and without script. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JourneyBrowser, listAccessibilityFaults, openBrowser } from './browser.ts';

let browser: JourneyBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const fixedPages = ['/', '/disclosure', '/policies', '/requests', '/about', '/preferences', '/plans'];
const searches = ['/search', '/search?q=公开', '/search?q=没有这样的词'];

/** The address of this year's plan, as a visitor finds it. */
async function findPlanPath(page: Page): Promise<string> {
  await page.goto('/plans');
  const path = await page.locator('.title-list a').first().getAttribute('href');
  if (path === null) throw new Error('no plan is listed');
  return path;
}

async function listPages(page: Page): Promise<string[]> {
  const planPath = await findPlanPath(page);
  await page.goto(planPath);
  const unitPath = (await page.locator('.unit-index a').first().getAttribute('href')) ?? '';
  return [
    ...fixedPages,
    ...searches,
    planPath,
    `${planPath}?standing=notYetDue`,
    `${planPath}?text=没有`,
    unitPath,
  ];
}

describe('every public page', () => {
  test.each([
    ['on a desk', {}],
    ['on a phone', { phone: true }],
  ])('is accessible %s', async (_where, options) => {
    const { page, errors } = await browser.openPage(options);
    for (const path of await listPages(page)) {
      await page.goto(path);
      expect(await listAccessibilityFaults(page), path).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
        path,
      ).toBeLessThan(1);
    }
    expect(errors).toEqual([]);
  });

  test('is accessible in large letters and high contrast', async () => {
    const { page } = await browser.openPage({ phone: true });
    await page.goto('/');
    await page.getByRole('button', { name: '大字版' }).click();
    await page.getByRole('button', { name: '高对比' }).click();
    expect(await page.locator('html').getAttribute('class')).toBe('elder contrast');
    for (const path of await listPages(page)) {
      await page.goto(path);
      expect(await listAccessibilityFaults(page), path).toEqual([]);
      expect(
        await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
        path,
      ).toBeLessThan(1);
    }
  });
});

describe('without script', () => {
  test('one finds a task, narrows the plan, sees how a date came about and enlarges the letters', async () => {
    const { page } = await browser.openPage({ withoutScript: true });
    await page.goto('/');
    await page.getByLabel('问政策、查文件、找办事').fill('民生领域信息公开');
    await page.getByRole('button', { name: '搜索' }).click();
    await page.locator('.title-list a').first().click();
    expect(await page.locator('h1').innerText()).toContain('任务分解表');
    const all = await page.locator('.task').count();
    await page.getByLabel('状态', { exact: true }).selectOption('notYetDue');
    await page.getByRole('button', { name: '筛选' }).click();
    const narrowed = await page.locator('.task').count();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(all);
    await page.locator('.derived-day summary').first().click();
    expect(await page.locator('.derivation').first().isVisible()).toBe(true);
    await page.getByRole('button', { name: '大字版' }).click();
    expect(await page.locator('.task').count()).toBe(narrowed);
    expect(await page.evaluate('parseFloat(getComputedStyle(document.documentElement).fontSize)')).toBe(22);
  });
});

/** Chromium on a server has no voice: one that speaks three passages at once and then goes on for ever. */
const browserWithVoice = `
  window.spoken = [];
  Object.defineProperty(window, 'speechSynthesis', { value: {
    cancel() {},
    speak(utterance) {
      window.spoken.push(utterance.text);
      if (window.spoken.length < 3) setTimeout(() => utterance.onend());
    },
  } });`;
const browserWithoutVoice = `
  Object.defineProperty(window, 'speechSynthesis', { value: {
    cancel() {},
    speak: (utterance) => utterance.onerror({ error: 'voice-unavailable' }),
  } });`;

describe('with script', () => {
  test('the page is read aloud paragraph by paragraph, and stops when told to', async () => {
    const { page, errors } = await browser.openPage();
    await page.addInitScript(browserWithVoice);
    await page.goto('/about');
    await page.getByRole('button', { name: '朗读', exact: true }).click();
    await page.waitForFunction('window.spoken.length >= 3');
    expect(await page.evaluate('window.spoken.slice(0, 2)')).toEqual([
      '使用说明与无障碍声明',
      '怎样查找、看懂、放大、朗读和打印本站的内容。',
    ]);
    await page.getByRole('button', { name: '停止朗读' }).click();
    expect(await page.locator('.being-read').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('a browser without a voice says so', async () => {
    const { page } = await browser.openPage();
    await page.addInitScript(browserWithoutVoice);
    await page.goto('/about');
    await page.getByRole('button', { name: '朗读', exact: true }).click();
    expect(await page.getByRole('button', { name: '本机没有语音' }).isDisabled()).toBe(true);
  });

  test('a plan offers to print itself, as the customary table', async () => {
    const { page } = await browser.openPage();
    await page.goto(await findPlanPath(page));
    expect(await page.getByRole('button', { name: '打印本页' }).isVisible()).toBe(true);
    expect(await page.locator('.print-table').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.print-table').isVisible()).toBe(true);
    expect(await page.locator('.site-header').isVisible()).toBe(false);
  });
});
