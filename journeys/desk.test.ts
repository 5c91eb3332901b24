/** An officer at the desk: the first sign-in, every screen of the menu, the keyboard, and work that is never lost. */
import { setTimeout as pause } from 'node:timers/promises';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findExampleAccount } from './accounts.ts';
import { type JourneyBrowser, listAccessibilityFaults, openBrowser } from './browser.ts';

let browser: JourneyBrowser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ownPassword = '望澜河边的柳树绿了又黄';

async function enterPassword(page: Page, account: string, password: string): Promise<void> {
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** First sign-in with the one-time password; each journey file has officers of its own, as that password works once. */
async function signInFirst(page: Page, name: string): Promise<string> {
  const { account, oneTimePassword } = findExampleAccount(name);
  await page.goto('/desk');
  await enterPassword(page, account, oneTimePassword);
  await page.getByText('请先换一个密码').waitFor();
  await page.getByLabel('初始密码', { exact: true }).fill(oneTimePassword);
  await page.getByLabel('新密码', { exact: true }).fill(ownPassword);
  await page.getByRole('button', { name: '更换密码' }).click();
  return account;
}

describe('the supervising office', () => {
  let page: Page;
  let errors: readonly string[];
  let account: string;
  beforeAll(async () => {
    ({ page, errors } = await browser.openPage());
    account = await signInFirst(page, '陆一鸣');
  });

  test('starts with the day’s work after changing the one-time password', async () => {
    await page.getByRole('heading', { name: '今天', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/desk/today');
  });

  test('opens every screen of the menu without errors, accessible', async () => {
    const folded = page.locator('nav[aria-label="主菜单"] button[aria-expanded="false"]');
    while ((await folded.count()) > 0) await folded.first().click();
    const links = await page.locator('nav[aria-label="主菜单"] a').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(addresses.length).toBeGreaterThan(40);
    for (const address of addresses) {
      await page.goto(address ?? '');
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle');
      expect(await listAccessibilityFaults(page), String(address)).toEqual([]);
    }
    expect(errors).toEqual([]);
    // Some sixty screens, each judged by axe.
  }, 300_000);

  test('walks a list with j, opens a row with Enter, and a link shows the same rows', async () => {
    await page.goto('/desk/organisation/units?f.kind=town');
    await page.locator('[data-row-key]').first().waitFor();
    const rows = await page.locator('[data-row-key]').count();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '其他名称' }).waitFor();
    expect(page.url()).toContain('open=');
    await page.keyboard.press('Escape');
    await page.reload();
    await page.locator('[data-row-key]').first().waitFor();
    expect(await page.locator('[data-row-key]').count()).toBe(rows);
  });

  test('keeps what was typed when the session lapses, and does it after signing in again', async () => {
    await page.goto('/desk/organisation/collectives');
    await page.getByRole('button', { name: '添加说法' }).click();
    await page.getByRole('textbox', { name: '文件里的说法' }).fill('沿江各镇');
    await page.getByLabel('逐个列出的单位').fill('xczj');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.context().clearCookies();
    await page.getByRole('button', { name: '添加', exact: true }).click();
    await page.getByText('请重新登录').waitFor();
    await page.getByLabel('密码', { exact: true }).fill(ownPassword);
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('已添加“沿江各镇”').waitFor();
    await page.getByText('沿江各镇', { exact: true }).waitFor();
  });

  test('is told in words that the password is wrong', async () => {
    const other = await browser.openPage();
    await other.page.goto('/desk');
    await enterPassword(other.page, account, '不是这个密码');
    await other.page.getByText('账号或密码不正确').waitFor();
    expect(await other.page.getByLabel('账号', { exact: true }).inputValue()).toBe(account);
  });
});

describe('the desk on a phone', () => {
  test('shows cards instead of a table and does not scroll sideways', async () => {
    const { page } = await browser.openPage({ phone: true });
    await signInFirst(page, '许文茵');
    await page.getByRole('heading', { name: '今天', level: 1 }).waitFor();
    await page.getByRole('button', { name: '打开菜单' }).click();
    await openMenuGroup(page, '设置');
    await page.getByRole('link', { name: '机构单位' }).click();
    await page.locator('.table-cards li').first().waitFor();
    expect(await page.locator('table').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  });
});

describe('an administrator', () => {
  test('must set up a second factor before anything else', async () => {
    const { page } = await browser.openPage();
    await signInFirst(page, '冯启航');
    await page.getByRole('button', { name: '开始设置' }).click();
    const secret = (await page.locator('.secret-words').innerText()).replace(/\s/g, '');
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    await untilFreshCode();
    await page.getByLabel('六位数字').fill(totp.generate());
    await page.getByRole('button', { name: '确认' }).click();
    await page.getByText('我已抄下或打印').click();
    await page.getByRole('button', { name: '继续' }).click();
    await openMenuGroup(page, '设置');
    await page.getByRole('link', { name: '账号管理' }).waitFor();
  });
});

/** A long menu folds; the group is opened as the officer would. */
async function openMenuGroup(page: Page, group: string): Promise<void> {
  const menu = page.getByRole('navigation', { name: '主菜单' });
  await menu.waitFor();
  const button = menu.getByRole('button', { name: group });
  const isFolded = (await button.count()) > 0 && (await button.getAttribute('aria-expanded')) === 'false';
  if (isFolded) await button.click();
}

/** Waits when the running code would lapse while it is typed. */
async function untilFreshCode(): Promise<void> {
  const left = 30 - ((Math.floor(performance.timeOrigin + performance.now()) / 1000) % 30);
  if (left < 4) await pause(left * 1000 + 200);
}
