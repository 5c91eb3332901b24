/** A notice's life: written, refused with an identity number in it, mended, reviewed by three people, out, withdrawn. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JourneyBrowser, type JourneyPage, openBrowser } from './browser.ts';
import { signInAnyTime } from './sign-in.ts';
import { expectSound } from './sound-screen.ts';

const title = '关于开展校园开放活动的公告';
const people = { author: '石静仪', first: '章怀瑾', second: '严镇川', final: '沈佩兰', secrecy: '龚素芬' };

let browser: JourneyBrowser;
let author: JourneyPage;
let first: JourneyPage;
let second: JourneyPage;
let final: JourneyPage;
let secrecy: JourneyPage;
let visitor: JourneyPage;
let itemPath: string;

beforeAll(async () => {
  browser = await openBrowser();
  author = await browser.openPage();
  first = await browser.openPage();
  second = await browser.openPage({ phone: true });
  final = await browser.openPage();
  secrecy = await browser.openPage();
  visitor = await browser.openPage({ phone: true });
  await Promise.all([
    signInAnyTime(author.page, people.author),
    signInAnyTime(first.page, people.first),
    signInAnyTime(second.page, people.second),
    signInAnyTime(final.page, people.final),
    signInAnyTime(secrecy.page, people.secrecy),
  ]);
});
afterAll(() => browser.close());

const button = ({ page }: JourneyPage, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${[...name].join('\\s*')}$`) });

/** Presses the step over the item and says yes to what it tells. */
async function step(by: JourneyPage, name: string, told: string): Promise<void> {
  await button(by, name).first().click();
  await by.page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^${[...name].join('\\s*')}$`) })
    .click();
  await by.page.getByText(told, { exact: true }).first().waitFor();
}

async function open(by: JourneyPage): Promise<void> {
  await by.page.goto(itemPath);
  await by.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** The secrecy review and the three reviews, each by somebody else. */
async function passAllReviews(): Promise<void> {
  await open(secrecy);
  await button(secrecy, '保密审查').click();
  await secrecy.page.getByLabel('可以公开').click();
  await secrecy.page.getByLabel('依据和理由').fill('不涉及国家秘密和工作秘密');
  await button(secrecy, '提出审查意见').click();
  await secrecy.page.getByText('已保密审查', { exact: true }).waitFor();
  for (const [by, name] of [
    [first, '初审通过'],
    [second, '复审通过'],
    [final, '终审通过'],
  ] as const) {
    await open(by);
    await step(by, name, `已${name}`);
  }
}

describe.sequential('a notice', () => {
  test('is written in the form of its kind and sent to review', async () => {
    const { page } = author;
    await page.goto('/desk/publishing/new');
    await page.getByRole('button', { name: /^通知公告/ }).click();
    await page.getByLabel('标题', { exact: true }).fill(title);
    await page.getByLabel('栏目').fill('通知公告');
    await page.locator('.ant-select-item-option:visible', { hasText: '通知公告' }).first().click();
    await page.getByLabel('形成日期').fill('2026-11-18');
    await page.locator('[contenteditable="true"]').click();
    await page.keyboard.type('活动时间为十二月，联系人身份证号11010519491231002X。');
    await expectSound(author);
    await button(author, '保存草稿').click();
    await page.waitForURL(/\/publishing\/items\//);
    itemPath = new URL(page.url()).pathname;
    await step(author, '送审', '已送审');
  });

  test('passes the reviews, but a number that must not be published stops it', async () => {
    await passAllReviews();
    await expectSound(final);
    await open(author);
    await button(author, '发布').first().click();
    await author.page
      .getByRole('dialog')
      .getByRole('button', { name: /^发\s*布$/ })
      .click();
    await author.page.getByText(/发布前检测没有通过/).waitFor();
    await button(author, '检测正文和附件').click();
    await author.page.getByText(/须修改或说明理由/).waitFor();
  });

  test('is given back, mended, passes again and is out as approved', async () => {
    await open(final);
    await button(final, '退回修改').first().click();
    await final.page.getByRole('dialog').getByRole('textbox').fill('请删去身份证号码');
    await final.page
      .getByRole('dialog')
      .getByRole('button', { name: /^退\s*回\s*修\s*改$/ })
      .click();
    await final.page.getByText('已退回修改', { exact: true }).first().waitFor();
    await open(author);
    const { page } = author;
    await page.locator('[contenteditable="true"]').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('活动时间为十二月，请家长提前预约。');
    // Straight after the last key: nothing typed may be left behind.
    await button(author, '保存').click();
    await page
      .getByText(/已保存/)
      .first()
      .waitFor();
    await step(author, '送审', '已送审');
    await passAllReviews();
    await open(author);
    await step(author, '发布', '已发布');
    await visitor.page.goto('/columns/notices');
    await visitor.page.getByRole('link', { name: title }).click();
    await visitor.page.getByText('请家长提前预约').waitFor();
    expect(await visitor.page.getByText('11010519491231002X').count()).toBe(0);
    await expectSound(visitor);
  });

  test('is withdrawn with a reason, which stands at its address from then on', async () => {
    const address = visitor.page.url();
    await open(final);
    await button(final, '撤回公开').click();
    await final.page.getByRole('dialog').getByRole('textbox').fill('活动时间有调整');
    await final.page
      .getByRole('dialog')
      .getByRole('button', { name: /^撤\s*回\s*公\s*开$/ })
      .click();
    await final.page.getByText('已撤回公开', { exact: true }).first().waitFor();
    await visitor.page.goto(address);
    await visitor.page.getByText('活动时间有调整').waitFor();
    expect(await visitor.page.getByText('请家长提前预约').count()).toBe(0);
    await visitor.page.goto('/columns/notices');
    expect(await visitor.page.getByRole('link', { name: title }).count()).toBe(0);
  });
});
