/** A browser for journeys: pages that note every error, and the accessibility check of whatever is on the screen. */

import fs from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { z } from 'zod';

export interface JourneyPage {
  readonly page: Page;
  /** Errors of scripts, the console and failed requests since the page was opened. */
  readonly errors: readonly string[];
}

export interface JourneyBrowser {
  readonly openPage: (options?: {
    readonly withoutScript?: boolean;
    readonly phone?: boolean;
  }) => Promise<JourneyPage>;
  readonly close: () => Promise<void>;
}

/** Opens the Chromium that `npm test` found. */
export async function openBrowser(): Promise<JourneyBrowser> {
  const executablePath = process.env.GONGKAI_CHROMIUM;
  if (executablePath === undefined) throw new Error('name a Chromium with GONGKAI_CHROMIUM, or run npm test');
  const isRoot = process.getuid?.() === 0;
  const browser: Browser = await chromium.launch({ executablePath, args: isRoot ? ['--no-sandbox'] : [] });
  return {
    async openPage(options = {}) {
      const context = await browser.newContext({
        baseURL: inject('siteAddress'),
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        javaScriptEnabled: options.withoutScript !== true,
        viewport: options.phone === true ? { width: 360, height: 740 } : { width: 1280, height: 900 },
      });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`);
      });
      return { page, errors };
    },
    close: () => browser.close(),
  };
}

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const violationsSchema = z.array(
  z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) }),
);

/** What axe finds against WCAG 2.1 A and AA on the page as it is: `rule: where`. */
export async function listAccessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(fs.readFileSync(axeFile, 'utf8'));
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
  const found = await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then(({ violations }) =>
      violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ target }) => ({ target })) })))`,
  );
  return violationsSchema
    .parse(found)
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.map(String).join(' ')}`));
}
