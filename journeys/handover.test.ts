/** A liaison hands over item by item: given and taken, signed by three, filed with the office and accepted there. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JourneyBrowser, type JourneyPage, openBrowser } from './browser.ts';
import { signInAnyTime } from './sign-in.ts';
import { expectSound } from './sound-screen.ts';

const unit = '县教育局';
const people = { giver: '石静仪', receiver: '龚素芬', witness: '章怀瑾', office: '严镇川' };

let browser: JourneyBrowser;
let giver: JourneyPage;
let receiver: JourneyPage;
let witness: JourneyPage;
let office: JourneyPage;
let sheet: string;
let liaisonPage: string;

beforeAll(async () => {
  browser = await openBrowser();
  giver = await browser.openPage({ phone: true });
  receiver = await browser.openPage({ phone: true });
  witness = await browser.openPage();
  office = await browser.openPage();
  await Promise.all([
    signInAnyTime(giver.page, people.giver),
    signInAnyTime(receiver.page, people.receiver),
    signInAnyTime(witness.page, people.witness),
    signInAnyTime(office.page, people.office),
  ]);
});
afterAll(() => browser.close());

const press = (page: Page, name: RegExp | string) =>
  page
    .getByRole('button', {
      name: typeof name === 'string' ? new RegExp(`^${[...name].join('\\s*')}$`) : name,
    })
    .click();

async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(name);
  await page.locator('.ant-select-item-option:visible', { hasText: name }).first().click();
}

async function sign(page: Page, party: string, told: string): Promise<void> {
  await press(page, `${party}签字`);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^签\s*字$/ })
    .click();
  await page.getByText(told, { exact: true }).waitFor();
}

describe.sequential('a liaison', () => {
  test('is changed by the head of the unit, and what the leaver holds is listed', async () => {
    const { page } = witness;
    await page.goto('/desk/organisation/liaisons');
    await page.getByRole('cell', { name: unit, exact: true }).click();
    await press(page, '变更联络员');
    await choose(page, '接任联络员', people.receiver);
    await choose(page, '监交人', people.witness);
    await page.getByLabel('变动原因').fill('石静仪同志调整分工');
    await expectSound(witness);
    liaisonPage = new URL(page.url()).pathname;
    await press(page, '变更并列出交接清单');
    await page.getByRole('heading', { level: 1, name: '联络员工作交接清单' }).waitFor();
    sheet = new URL(page.url()).pathname;
    expect(await page.locator('.handover-items > li').count()).toBeGreaterThan(1);
    expect(await page.getByRole('button', { name: '监交人签字' }).count()).toBe(0);
    await expectSound(witness);
  });

  test('gives every item on a phone before it can be taken', async () => {
    await receiver.page.goto(sheet);
    await receiver.page.getByText('○ 还没移交').first().waitFor();
    expect(await receiver.page.getByRole('checkbox').count()).toBe(0);
    const { page } = giver;
    await page.goto(sheet);
    await page
      .getByRole('checkbox', { name: /^已移交/ })
      .first()
      .click();
    await expectSound(giver);
    await press(page, /^其余\d+项都已移交$/);
    await page.getByText(/还有\d+项等接收人确认。/).waitFor();
  });

  test('is relieved when the successor has taken every item, and three have signed', async () => {
    const { page } = receiver;
    await page.reload();
    await page
      .getByRole('checkbox', { name: /^已接收/ })
      .first()
      .click();
    await press(page, /^其余\d+项都已接收$/);
    await page.getByText('等移交人签字。').waitFor();
    await expectSound(receiver);
    await giver.page.reload();
    await sign(giver.page, '移交人', '已签字');
    await page.reload();
    await sign(page, '接收人', '已签字');
    await witness.page.reload();
    await sign(witness.page, '监交人', '已签字，交接完毕');
    await witness.page.getByText('交接完毕。接着向政府办公室报备联络员。').waitFor();
  });

  test('is filed with the office, sent back once, and accepted', async () => {
    const unitSide = witness.page;
    await unitSide.goto(liaisonPage);
    await press(unitSide, '向政府办公室报备');
    await unitSide.getByText('已报备，等政府办公室受理').waitFor();
    const { page } = office;
    await page.goto(liaisonPage);
    await page.getByText(people.receiver).first().waitFor();
    await press(page, '退回');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('请补充办公电话');
    await dialog.getByRole('button', { name: /^退\s*回$/ }).click();
    await page.getByText('已退回，单位会收到通知').waitFor();
    await unitSide.reload();
    await unitSide.getByText('请补充办公电话').waitFor();
    await press(unitSide, '向政府办公室报备');
    await unitSide.getByText('已报备，等政府办公室受理').waitFor();
    await page.reload();
    await press(page, '受理备案');
    await page.getByText('已受理备案').waitFor();
    await page
      .getByText('● 已备案')
      .or(page.getByText('已备案', { exact: true }))
      .first()
      .waitFor();
    await expectSound(office);
  });
});
