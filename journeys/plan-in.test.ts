/** The main job: an issued plan goes in as a document and comes out as every unit's tasks, on the desk and in public. */
import fs from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type JourneyBrowser, type JourneyPage, listAccessibilityFaults, openBrowser } from './browser.ts';
import { buildIssuedPlan, issuedPlanTitle, printedRows } from './issued-plan.ts';
import { signInAgain, signInFirstTime } from './sign-in.ts';

const supervisor = '沈佩兰';
const clerk = '柯梦妍';
const corrected = '公开村级代办点的办事指南、流程图和代办员电话，方便群众就近办事。';
const realPlan = path.resolve(import.meta.dirname, '../../shared/corpus/plans/changqing-2022.docx');
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

let browser: JourneyBrowser;
let desk: JourneyPage;
let importAddress: string;
let planPath: string;

beforeAll(async () => {
  browser = await openBrowser();
  desk = await browser.openPage();
});
afterAll(() => browser.close());

/** What reaches over the right edge of the window, when the page scrolls sideways at all. */
async function listTooWide(page: Page): Promise<string[]> {
  const found = await page.evaluate(`document.documentElement.scrollWidth <= window.innerWidth ? [] :
    ['scrolls sideways', ...[...document.querySelectorAll('body *')]
      .filter((one) => one.getBoundingClientRect().left + one.scrollWidth > window.innerWidth)
      .map((one) => 'too wide: ' + one.tagName + '.' + one.className)]`);
  return z.array(z.string()).parse(found);
}

/** Accessible, no wider than the window on a desk and on a phone, and nothing in the console. */
async function expectSoundScreen({ page, errors }: JourneyPage): Promise<void> {
  const faults: string[] = [];
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    // The layout of this width and its animations come to rest first.
    await page.waitForTimeout(400);
    const found = [...(await listTooWide(page)), ...(await listAccessibilityFaults(page))];
    faults.push(...found.map((fault) => `${width}: ${fault}`));
  }
  expect(faults, page.url()).toEqual([]);
  expect(errors).toEqual([]);
}

async function dropFile(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.goto('/desk/plan/imports');
  await page.setInputFiles('input[type=file]', { name, mimeType, buffer });
}

const rowOf = (page: Page, name: string) => page.locator('.units-pane tbody tr', { hasText: name });
const saved = (page: Page) => page.getByText('，已保存').waitFor();

async function chooseUnit(page: Page, name: string, typed: string): Promise<void> {
  await page.getByLabel(`“${name}”对应的单位`).fill(typed);
  await page.locator('.ant-select-item-option:visible').first().click();
}

describe.sequential('an issued plan', () => {
  test('the supervising officer changes the one-time password and sees the day', async () => {
    await signInFirstTime(desk.page, supervisor, () => expectSoundScreen(desk));
    await expectSoundScreen(desk);
  });

  test('what is no plan is refused with what to do, and an image before it is sent', async () => {
    const { page } = desk;
    const news = fs.readFileSync(
      path.resolve(import.meta.dirname, '../src/modules/plan/reader/samples/not-news.txt'),
    );
    await dropFile(page, '新闻.txt', 'text/plain', news);
    await page.getByText('请确认选对了文件').waitFor();
    await expectSoundScreen(desk);
    await dropFile(page, '会场.png', 'image/png', Buffer.from('89504e470d0a1a0a', 'hex'));
    await page.locator('.file-drop-fault').waitFor();
    expect(await page.locator('.file-drop-fault').innerText()).toContain('.docx');
    await expectSoundScreen(desk);
  });

  test('the document stands beside its tasks, with its place marked and its doubts flagged', async () => {
    const { page } = desk;
    await dropFile(page, '提升行动.docx', docx, await buildIssuedPlan());
    await page.locator('.draft-row').first().waitFor();
    importAddress = page.url();
    expect(await page.locator('h1').innerText()).toContain(issuedPlanTitle);
    expect(await page.locator('.draft-row').count()).toBe(printedRows.length);
    expect(await page.locator('.source-marked').innerText()).toContain('村级代办点');
    expect(await page.getByRole('tab', { name: /核对任务/ }).innerText()).toContain('存疑1处');
    await expectSoundScreen(desk);
  });

  test('a doubt is found, settled and taken back by keyboard, and a field corrected', async () => {
    const { page } = desk;
    const { keyboard } = page;
    const untilSelected = (words: string) =>
      page.locator('.draft-row-selected', { hasText: words }).waitFor();
    await keyboard.press('j');
    await untilSelected('学生接送');
    await keyboard.press('j');
    await untilSelected('停更');
    await keyboard.press('k');
    await untilSelected('学生接送');
    await keyboard.press('k');
    await untilSelected('村级代办点');
    await keyboard.press('n');
    await untilSelected('学生接送');
    expect(await page.locator('.draft-field-doubtful').isVisible()).toBe(true);
    await keyboard.press('y');
    await page.locator('.draft-field-doubtful').waitFor({ state: 'detached' });
    await keyboard.press('Control+z');
    await page.locator('.draft-field-doubtful').waitFor();
    await keyboard.press('y');
    await page.locator('.draft-field-doubtful').waitFor({ state: 'detached' });
    await keyboard.press('k');
    await untilSelected('村级代办点');
    await keyboard.press('e');
    await keyboard.press('Control+a');
    await keyboard.type(corrected);
    await keyboard.press('Escape');
    await saved(page);
  });

  test('the browser is closed and opened again: the draft is there with its corrections', async () => {
    await browser.close();
    browser = await openBrowser();
    desk = await browser.openPage();
    const { page } = desk;
    await signInAgain(page, supervisor);
    await page
      .getByRole('link', { name: new RegExp(issuedPlanTitle) })
      .first()
      .click();
    await page.locator('.draft-row').first().waitFor();
    expect(new URL(page.url()).pathname).toBe(new URL(importAddress).pathname);
    expect(await page.getByLabel('任务内容').inputValue()).toBe(corrected);
    expect(await page.getByRole('tab', { name: /核对任务/ }).innerText()).not.toContain('存疑');
  });

  test('units are mapped: a near match, a phrase for several, a unit the register does not know', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: /对应单位/ }).click();
    await rowOf(page, '县交通运输管理局').getByText('名称相近').first().waitFor();
    await expectSoundScreen(desk);
    await page.getByRole('button', { name: /采用全部首选建议/ }).click();
    await rowOf(page, '县交通运输管理局').waitFor({ state: 'detached' });

    await rowOf(page, '各试点镇').getByText('一组单位').click();
    await chooseUnit(page, '各试点镇', '双河');
    await rowOf(page, '各试点镇').waitFor({ state: 'detached' });

    await rowOf(page, '县低空经济服务专班').getByRole('button', { name: '登记新单位' }).click();
    await page.getByLabel('单位全称').fill('望澜县低空经济服务专班');
    await expectSoundScreen(desk);
    await page.getByRole('button', { name: '登记单位' }).click();
    await page.getByText('所有单位都已对应').waitFor();
    await saved(page);
  });

  test('the preview says what will be created, and confirming shows it by section, unit, month and list', async () => {
    const { page } = desk;
    await page.getByRole('tab', { name: /预览并确认/ }).click();
    await page.getByText('将建立一份新的计划：新增4项').waitFor();
    await expectSoundScreen(desk);
    await page.getByRole('button', { name: '确认，分到各单位' }).click();
    await page.getByRole('tab', { name: '按章节' }).waitFor();
    await page.getByText('4项任务').first().waitFor();
    for (const [view, shows] of [
      ['按章节', '阵地建设'],
      ['按单位', '低空经济服务专班'],
      ['月历', '12月'],
      ['清单', '最后一日'],
    ] as const) {
      await page.getByRole('tab', { name: view, exact: true }).click();
      await page.getByText(shows).first().waitFor();
      await expectSoundScreen(desk);
    }
    const publicLink = await page.getByRole('link', { name: '公开页面' }).getAttribute('href');
    planPath = publicLink ?? '';
    expect(planPath).toContain('/plans/');
  });

  test('importing the same file again changes nothing', async () => {
    const { page } = desk;
    const before = await page.request.get(`/api/v1${planPath}/tasks`);
    await dropFile(page, '提升行动.docx', docx, await buildIssuedPlan());
    await page.locator('.draft-row').first().waitFor();
    // The correction of the first import is ours to make again: the document still prints the old words.
    await page.getByLabel('任务内容').fill(corrected);
    await page.getByLabel('章节').focus();
    await saved(page);
    await page.getByRole('tab', { name: /预览并确认/ }).click();
    const sum = page.locator('.preview-sum');
    await sum.waitFor();
    expect(await sum.innerText()).toContain('新增0项，修改0项，撤下0项，不变4项');
    await page.getByRole('button', { name: '确认更新' }).click();
    await page.getByRole('tab', { name: '按章节' }).waitFor();
    const after = await page.request.get(`/api/v1${planPath}/tasks`);
    expect(await after.json()).toEqual(await before.json());
  });

  test('the exports are a real workbook and a real document', async () => {
    const { page } = desk;
    const workbook = new ExcelJS.Workbook();
    const table = await page.request.get(`/api/v1${planPath}/export?format=xlsx`);
    await workbook.xlsx.load(new Uint8Array(await table.body()).buffer);
    expect(JSON.stringify(workbook.worksheets[0]?.getSheetValues())).toContain(corrected);
    const text = await page.request.get(`/api/v1${planPath}/export?format=docx`);
    expect(text.headers()['content-type']).toContain(docx);
    expect((await text.body()).subarray(0, 2).toString()).toBe('PK');
  });
});

describe.sequential('after confirmation', () => {
  test('a clerk sees exactly the tasks of the own unit, the role, the next due day and how it was computed', async () => {
    const own = await browser.openPage();
    const { page } = own;
    await signInFirstTime(page, clerk);
    await page.goto('/desk/plan/my-tasks');
    const row = page.locator('tbody tr', { hasText: '停更的政务新媒体' });
    await row.waitFor();
    expect(await row.innerText()).toContain('牵头');
    expect(await page.locator('tbody tr', { hasText: '低空航线' }).innerText()).toContain('配合');
    expect(await page.getByText('学生接送').count()).toBe(0);
    await expectSoundScreen(own);
    await row.locator('.dated-derived').click();
    await page.getByText('是这样算的').waitFor();
    await expectSoundScreen(own);
    await page.goto('/desk/plan/imports');
    expect(await page.locator('input[type=file]').count()).toBe(0);
  });

  test('the visitor reads the plan on a phone without script, with a feed that is XML', async () => {
    const { page, errors } = await browser.openPage({ withoutScript: true, phone: true });
    await page.goto(planPath);
    const main = await page.locator('main').innerText();
    expect(main).toContain(corrected);
    expect(main).toContain('低空经济服务专班');
    expect(main).toContain('县委网信办');
    expect(errors).toEqual([]);
    const feed = await page.request.get(`${planPath}/feed.xml`);
    expect(feed.headers()['content-type']).toContain('xml');
    const reader = await browser.openPage();
    const root = await reader.page.evaluate(
      `new DOMParser().parseFromString(${JSON.stringify(await feed.text())}, 'text/xml').documentElement.nodeName`,
    );
    expect(root).toBe('feed');
  });

  test.runIf(fs.existsSync(realPlan))(
    'a real plan of another county is read into all its tasks',
    async () => {
      const { page } = desk;
      await dropFile(page, '长清.docx', docx, fs.readFileSync(realPlan));
      await page.locator('.draft-row').first().waitFor();
      const gold: unknown = JSON.parse(fs.readFileSync(realPlan.replace('.docx', '.json'), 'utf8'));
      const tasks: unknown =
        typeof gold === 'object' && gold !== null ? Reflect.get(gold, 'tasks') : undefined;
      expect(await page.locator('.draft-row').count()).toBe(Array.isArray(tasks) ? tasks.length : Number.NaN);
      await expectSoundScreen(desk);
    },
  );
});
