/** What every screen of a journey must be, whatever it shows: accessible, no wider than the window, without errors. */
import { expect } from 'vitest';
import { type JourneyPage, listAccessibilityFaults } from './browser.ts';

export async function expectSound({ page, errors }: JourneyPage): Promise<void> {
  // Animations come to rest first.
  await page.waitForTimeout(400);
  const scrolls = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  expect(scrolls, `${page.url()} scrolls sideways`).toBe(false);
  expect(await listAccessibilityFaults(page), page.url()).toEqual([]);
  // Whoever signed in before is first told that the one-time password is spent.
  expect(errors.filter((error) => !error.includes('/api/v1/session'))).toEqual([]);
}
