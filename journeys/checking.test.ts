/** 发布前先检测: a document of forty pages with twenty faults is checked on the desk, mended, and checked again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JourneyBrowser, listAccessibilityFaults, openBrowser } from './browser.ts';
import { longDocument, plantedFaults } from './faulty-document.ts';
import { signInFirstTime } from './sign-in.ts';

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('a clerk checks before release', () => {
  let browser: JourneyBrowser;
  let page: Page;
  let errors: readonly string[];
  beforeAll(async () => {
    browser = await openBrowser();
    ({ page, errors } = await browser.openPage());
    await signInFirstTime(page, '樊守拙');
    await page.goto('/desk/checking');
    await page.getByRole('heading', { level: 1, name: '发布前检测' }).waitFor();
  });
  afterAll(() => browser.close());

  const dropFile = async (name: string, isMended: boolean) => {
    const buffer = Buffer.from(await longDocument(isMended));
    const chosen = page.locator('input[type="file"]');
    await chosen.setInputFiles({ name, mimeType: mediaType, buffer });
    await page.locator('.check-file-bar').getByText(name).waitFor();
  };
  const listedFindings = () => page.locator('.check-row').allInnerTexts();

  test('finds wrong words while they are typed and puts in what is proposed', async () => {
    expect(await listAccessibilityFaults(page)).toEqual([]);
    const area = page.getByLabel('要检测的文字');
    await area.fill('各单位要认真布署防汛工作。');
    await page.locator('.check-row ins', { hasText: '部署' }).waitFor();
    expect(await listAccessibilityFaults(page)).toEqual([]);
    await area.press('Alt+ArrowDown');
    await page.getByRole('button', { name: '采用建议' }).click();
    await page.getByText('没有发现问题').waitFor();
    expect(await area.inputValue()).toBe('各单位要认真部署防汛工作。');
    await page.getByRole('button', { name: '撤销' }).click();
    expect(await area.inputValue()).toBe('各单位要认真布署防汛工作。');
  });

  test('finds all twenty faults of a document of forty pages', async () => {
    await page.getByText('文件', { exact: true }).click();
    await page.getByLabel('文件日期').fill('2026-03-20');
    await dropFile('实施方案.docx', false);
    const listed = await listedFindings();
    const missed = plantedFaults.filter(
      ({ words }) => !listed.some((row) => words.every((word) => row.includes(word))),
    );
    expect(missed.map(({ name }) => name)).toEqual([]);
    expect(await listAccessibilityFaults(page)).toEqual([]);
  });

  test('puts a reason on record', async () => {
    await page.locator('.check-row-head').filter({ hasText: '须说明理由' }).first().click();
    await page.getByRole('button', { name: '说明理由', exact: true }).click();
    await page.getByLabel('原因').fill('引用上级文件原文，不作改动');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /放\s*行/ })
      .click();
    await page.getByText('● 已说明理由').first().waitFor();
  });

  test('finds none of them in the mended document and tells that they are solved', async () => {
    await dropFile('实施方案（改）.docx', true);
    await page.getByText(/已解决\d{2}处/).waitFor();
    const rows = page.locator('.check-row');
    const listed = (await rows.count()) === 0 ? [] : await listedFindings();
    const left = plantedFaults.filter(({ words }) =>
      listed.some((row) => words.every((word) => row.includes(word))),
    );
    expect(left.map(({ name }) => name)).toEqual([]);
    expect(listed.filter((row) => row.includes('不得发布'))).toEqual([]);
  });

  test('keeps the reason on record without the words it was given for', async () => {
    await page.goto('/desk/checking/overrides');
    await page.getByText('引用上级文件原文，不作改动').waitFor();
    expect(errors).toEqual([]);
  });
});
