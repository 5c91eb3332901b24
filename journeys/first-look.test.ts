/** What a stranger meets first: the public site with and without script, on a desk and on a phone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JourneyBrowser, listAccessibilityFaults, openBrowser } from './browser.ts';

let browser: JourneyBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('the public site', () => {
  test('shows the county’s plan to a visitor, without errors and accessible', async () => {
    const { page, errors } = await browser.openPage();
    await page.goto('/');
    expect(await page.title()).toContain('望澜县');
    expect(await listAccessibilityFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('reads the same without script, and fits a phone', async () => {
    const { page } = await browser.openPage({ withoutScript: true, phone: true });
    await page.goto('/');
    expect(await page.locator('main').innerText()).toContain('政务公开');
  });

  test('does not scroll sideways on a phone', async () => {
    const { page } = await browser.openPage({ phone: true });
    await page.goto('/');
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });
});

describe('the desk', () => {
  test('asks an officer to sign in, without errors and accessible', async () => {
    const { page, errors } = await browser.openPage();
    await page.goto('/desk');
    await page
      .getByRole('button', { name: /登\s*录/ })
      .first()
      .waitFor();
    expect(await listAccessibilityFaults(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
