/**
 * A supervision order from the office to a unit and back: issued with its due day in sight, signed for and answered on a
 * phone, sent back, raised, answered again, closed. One of the example county fell due over a holiday and shows how its days
 * were counted; that the clock runs so is told by the tests of the service, whose clock can be set.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type JourneyBrowser, type JourneyPage, openBrowser } from './browser.ts';
import { signInAnyTime, signInFirstTime } from './sign-in.ts';
import { expectSound } from './sound-screen.ts';

const supervisor = '严镇川';
const clerk = '左明轩';
const unit = '县税务局';
const subject = '减税降费政策解读没有公开';

let browser: JourneyBrowser;
let desk: JourneyPage;
let phone: JourneyPage;
let orderPath: string;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await browser.openPage();
  phone = await browser.openPage({ phone: true });
});
afterAll(() => browser.close());

const press = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${[...name].join('\\s*')}$`) }).click();
const statusOf = (page: Page) =>
  page
    .locator('.order-more')
    .getByText(/待签收|待反馈|待审核|退回重办|已办结/)
    .first();

async function reply(words: string): Promise<void> {
  const { page } = phone;
  await press(page, '反馈');
  await page.getByLabel('办理情况').fill(words);
  await page.setInputFiles('input[aria-label="选文件"]', {
    name: '办理情况说明.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('已在县政府网站公开'),
  });
  await page.getByText('办理情况说明.txt').first().waitFor();
  await expectSound(phone);
  await press(page, '反馈');
  await page.getByText('等主管部门审核').waitFor();
}

describe.sequential('a supervision order', () => {
  test('is issued to a unit, with its due day in sight while it is typed', async () => {
    const { page } = desk;
    await signInAnyTime(page, supervisor);
    await page.goto('/desk/plan/orders');
    await page.getByRole('heading', { level: 1, name: '督办' }).waitFor();
    await page.getByRole('button', { name: '发督办单' }).waitFor();
    await expectSound(desk);
    await press(page, '发督办单');
    await page.getByLabel('主送单位').fill(unit);
    await page.locator('.ant-select-item-option:visible').first().click();
    await page.keyboard.press('Escape');
    await page.getByLabel('督办事项').fill(subject);
    await page.getByLabel('办理要求').fill('请补齐本年度减税降费政策的解读材料并公开，反馈网址和截图。');
    await page.getByLabel('反馈期限').fill('6');
    const counted = await page.request.get('/api/v1/supervision-clock?replyDays=6');
    const { due } = z.object({ due: z.iso.date() }).parse(await counted.json());
    const [year, month, day] = due.split('-').map(Number);
    await page.getByText(`${year}年${month}月${day}日`).waitFor();
    await expectSound(desk);
    await press(page, '发出');
    await page.getByRole('heading', { level: 1, name: new RegExp(unit) }).waitFor();
    orderPath = new URL(page.url()).pathname;
    expect(await page.locator('.order-sheet').innerText()).toMatch(/督办〔\d{4}〕\d+号/);
    expect(await statusOf(page).innerText()).toBe('待签收');
    await expectSound(desk);
  });

  test('is on the unit’s day, signed for and answered on a phone', async () => {
    const { page } = phone;
    await signInFirstTime(page, clerk);
    await page
      .getByRole('link', { name: new RegExp(subject) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: new RegExp(unit) }).waitFor();
    expect(new URL(page.url()).pathname).toBe(orderPath);
    await expectSound(phone);
    await press(page, '签收');
    await reply('已公开三件解读材料。');
    expect(await statusOf(page).innerText()).toBe('待审核');
  });

  test('is sent back and raised by the office, and cannot be closed by the unit', async () => {
    const { page } = desk;
    await page.reload();
    await press(page, '退回重办');
    await page.getByLabel('理由').fill('缺少截图，材料只有两件。');
    await press(page, '退回重办');
    await page.getByText('退回重办，5个工作日内再反馈').waitFor();
    await press(page, '升级');
    await page.getByText('升为通报').waitFor();
    await page.getByLabel('理由').fill('反馈不实。');
    await expectSound(desk);
    await press(page, '升级');
    await page.getByText('升级为通报').first().waitFor();
    const denied = await phone.page.request.post(
      `/api/v1${orderPath.replace('/desk/plan/orders', '/supervision-orders')}/accept`,
      {
        data: {},
        headers: { origin: new URL(phone.page.url()).origin, 'idempotency-key': 'journey-of-an-order-1' },
      },
    );
    expect(denied.status()).toBe(403);
  });

  test('is answered again, accepted, and leaves as a Word document with everything on it', async () => {
    await phone.page.reload();
    await reply('已公开五件解读材料，截图见附件。');
    const { page } = desk;
    await page.reload();
    await press(page, '审核通过，办结');
    await page.getByLabel('审核意见').fill('已核实。');
    await press(page, '通过并办结');
    await page.getByText('已审核通过').first().waitFor();
    await page.locator('.order-sheet').getByText('审核通过，办结：已核实。').waitFor();
    expect(await statusOf(page).innerText()).toBe('已办结');
    await expectSound(desk);
    const word = await page.request.get(
      `/api/v1${orderPath.replace('/desk/plan/orders', '/supervision-orders')}/export`,
    );
    expect(word.headers()['content-type']).toContain('wordprocessingml');
    expect((await word.body()).subarray(0, 2).toString()).toBe('PK');
  });

  test('that fell due over the national holiday tells which days did not count, and what came of it', async () => {
    const { page } = desk;
    await page.goto('/desk/plan/orders?q=一般性咨询答复');
    await page.getByRole('link', { name: '一般性咨询答复超过1个工作日' }).click();
    await page.getByRole('heading', { level: 1, name: /县信访局/ }).waitFor();
    const told = page.locator('.timeline');
    await told.getByRole('button', { name: /2026年10月10日/ }).click();
    await page.getByText('10月1日至10月7日：国庆节放假').waitFor();
    expect(await told.innerText()).toMatch(
      /审核通过，办结[\s\S]*反馈[\s\S]*升级为通报[\s\S]*签收[\s\S]*发出/,
    );
    expect(await statusOf(page).innerText()).toBe('已办结');
    expect(await page.locator('.order-more').innerText()).toContain('逾期反馈');
    await page.keyboard.press('Escape');
    await expectSound(desk);
    await page.goto(orderPath);
    await page.locator('.order-sheet').waitFor();
  });

  test('prints as its sheet alone', async () => {
    const { page } = desk;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.order-sheet').isVisible()).toBe(true);
    for (const gone of ['.top-bar', '.menu', '.page-header', '.order-side']) {
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    }
    await page.emulateMedia({ media: 'screen' });
  });
});
