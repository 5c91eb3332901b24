/**
 * The standing of a task comes from facts: a report makes it met and its withdrawal turns it back with the reason, a
 * training with its roster moves a quota, a plan of an earlier year is struck off with proof or rectified.
 */
import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type JourneyBrowser, type JourneyPage, openBrowser } from './browser.ts';
import { signInAnyTime } from './sign-in.ts';
import { expectSound } from './sound-screen.ts';

const supervisor = '严镇川';
const clerk = '石静仪';
const unit = '县教育局';

let browser: JourneyBrowser;
let desk: JourneyPage;
let phone: JourneyPage;
let unitId: string;
/** Two tasks of this year's plan that nothing measures yet. */
let reported: string;
let quota: string;

const dayAfter = (days: number) =>
  new Date(Date.now() + (8 * 60 + days * 24 * 60) * 60_000).toISOString().slice(0, 10);
const today = dayAfter(0);
const lastDay = dayAfter(30);

async function ask<Reply>(page: Page, path: string, schema: z.ZodType<Reply>): Promise<Reply> {
  return schema.parse(await (await page.request.get(`/api/v1${path}`)).json());
}

async function send<Reply>(page: Page, path: string, data: object, schema: z.ZodType<Reply>): Promise<Reply> {
  const headers = { origin: new URL(page.url()).origin, 'idempotency-key': randomUUID() };
  const answer = await page.request.post(`/api/v1${path}`, { data, headers });
  expect(answer.ok(), await answer.text()).toBe(true);
  return schema.parse(answer.status() === 204 ? undefined : await answer.json());
}

const measuringSchema = z.object({
  changes: z.array(
    z.object({ after: z.string().nullable(), causes: z.array(z.object({ sentence: z.string() })) }),
  ),
});

/** Waits until the evaluation has told this standing last, and opens the task. */
async function openWhenStanding(taskId: string, after: string): Promise<void> {
  const { page } = desk;
  const last = async () => (await ask(page, `/tasks/${taskId}/measuring`, measuringSchema)).changes.at(-1);
  await expect.poll(async () => (await last())?.after, { timeout: 60_000, interval: 300 }).toBe(after);
  await page.goto(`/desk/plan/tasks/${taskId}`);
  await page.locator('.standing-pair').waitFor();
}

const computed = () => desk.page.locator('.standing-pair > div').first().innerText();
const history = () => desk.page.locator('.task-measuring').innerText();
const press = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^${[...name].join('\\s*')}$`) }).click();

beforeAll(async () => {
  browser = await openBrowser();
  desk = await browser.openPage();
  phone = await browser.openPage({ phone: true });
  await Promise.all([signInAnyTime(desk.page, supervisor), signInAnyTime(phone.page, clerk)]);
  const plans = await ask(
    desk.page,
    '/plans',
    z.object({ rows: z.array(z.object({ id: z.string(), year: z.number(), title: z.string() })) }),
  );
  const plan = plans.rows.find(({ title }) => title === '望澜县2026年政务公开重点工作任务分解表');
  const assignment = z.object({ unitId: z.string(), unitName: z.string() });
  const task = z.object({ id: z.string(), no: z.number().nullable(), assignments: z.array(assignment) });
  const { rows } = await ask(
    desk.page,
    `/plans/${plan?.id}/tasks?limit=200`,
    z.object({ rows: z.array(task) }),
  );
  const numbered = (no: number) => rows.find((row) => row.no === no);
  reported = numbered(50)?.id ?? '';
  quota = numbered(51)?.id ?? '';
  unitId = numbered(50)?.assignments.find(({ unitName }) => unitName === unit)?.unitId ?? '';
});
afterAll(() => browser.close());

describe.sequential('a report', () => {
  test('is what a task is bound to by the supervising office', async () => {
    const { page } = desk;
    await page.goto(`/desk/plan/tasks/${reported}`);
    await press(page, '绑定度量');
    await page.getByLabel('度量', { exact: true }).fill('台账填报次数');
    await page.locator('.ant-select-item-option:visible').first().click();
    await page.getByText('指定单位', { exact: true }).click();
    await page.getByRole('combobox', { name: '指定的单位' }).fill(unit);
    await page.locator('.ant-select-item-option:visible').first().click();
    await page.getByLabel('从哪天起').fill(today);
    await page.getByLabel('到哪天为止').fill(lastDay);
    await page.getByLabel('理由').fill('考核指标完善情况，看教育局的填报');
    await expectSound(desk);
    await press(page, '绑定');
    await page.getByText('已绑定的度量（1条）').waitFor();
    await openWhenStanding(reported, 'notYetDue');
    expect(await computed()).toContain('未到期');
  });

  test('written on a phone makes the task met, with the row behind it', async () => {
    const { page } = phone;
    await page.goto(`/desk/plan/tasks/${reported}/report`);
    await page.getByLabel('做了什么').fill('已按新的考核指标自查一遍，结果报政府办公室。');
    await press(page, '填报');
    await page.getByText('已按新的考核指标自查一遍').first().waitFor();
    await openWhenStanding(reported, 'met');
    expect(await computed()).toContain('达标');
    expect(await history()).toContain('由未到期变为达标');
    await expectSound(desk);
  });

  test('taken back turns the task back and says what is gone', async () => {
    const { page } = phone;
    await press(page, '撤回');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('原因').fill('填错了任务，应填在另一项');
    await dialog.getByRole('button', { name: /^撤\s*回$/ }).click();
    await page.getByText('已撤回').first().waitFor();
    await openWhenStanding(reported, 'notYetDue');
    expect(await computed()).toContain('未到期');
    expect(await history()).toMatch(/由达标变为未到期[\s\S]*佐证《[^》]+》已不存在/);
    await expectSound(desk);
  });
});

describe.sequential('a training', () => {
  test('without its roster proves nothing of who came; with it the quota is reached', async () => {
    const { page } = phone;
    const ids = z.object({ id: z.string() });
    await send(
      desk.page,
      `/tasks/${quota}/bindings`,
      {
        measureId: 'organisation.trainingSessions',
        parameters: { counted: 'attended', leastMinutes: 0 },
        every: null,
        periodFrom: today,
        periodUntil: lastDay,
        scope: 'eachUnit',
        unitChoice: 'listed',
        unitIds: [unitId],
        target: 1,
        reason: '编报人员要先培训',
      },
      z.object({ bindingId: z.string() }),
    );
    const { id } = await send(
      page,
      '/organisation/trainings',
      {
        organiserId: unitId,
        topic: '年度报告编报培训',
        plannedFor: today,
        minutes: 90,
        audiences: ['liaisons'],
      },
      ids,
    );
    await send(
      page,
      `/organisation/trainings/${id}/hold`,
      { heldOn: today, minutes: 90, summary: '' },
      z.unknown(),
    );
    await openWhenStanding(quota, 'notYetDue');

    await page.goto(`/desk/organisation/trainings/${id}`);
    await press(page, '导入名单');
    await page.setInputFiles('input[type=file]', {
      name: '参训名单.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`单位,姓名\n${unit},${clerk}\n${unit},章怀瑾\n`),
    });
    await page.getByText('登记到人2名').waitFor();
    await expectSound(phone);
    await press(page, '登记这2人');
    await page.getByText('共2人，来自1个单位').waitFor();

    await press(desk.page, '重新核对');
    await openWhenStanding(quota, 'met');
    expect(await computed()).toContain('达标');
    expect(await history()).toContain('年度报告编报培训');
  });
});

const olderPlan = [
  '望澜县2024年政务公开工作要点任务分解表',
  '望政办发〔2024〕6号',
  '',
  '序号\t工作任务\t具体要求\t牵头单位\t配合单位\t完成时限',
  '1\t重点领域公开\t公开义务教育招生政策和学区划分，方便家长查询办理。\t县教育局\t\t2024年6月底前',
  '2\t基础建设\t建成镇村政务公开专区，摆放办事指南和政策汇编。\t县教育局\t\t2024年12月底前',
].join('\n');

describe.sequential('a plan of an earlier year', () => {
  test('is struck off with proof where it was done, and ordered to be rectified where it was not', async () => {
    const { page } = desk;
    const { importId } = await send(
      page,
      '/plan-imports/pasted',
      { kind: 'own', text: olderPlan, name: '2024年任务分解表' },
      z.object({ importId: z.string() }),
    );
    const draft = z.object({ status: z.string(), version: z.number() });
    const read = () => ask(page, `/plan-imports/${importId}`, draft);
    await expect.poll(async () => (await read()).status, { timeout: 60_000, interval: 300 }).toBe('draft');
    const { version } = await read();
    const planId = z.object({ planId: z.string() });
    const confirmed = await send(page, `/plan-imports/${importId}/confirm`, { version }, planId);
    const opened = z.object({ lookBackId: z.string() });
    const { lookBackId } = await send(page, '/look-backs', { planId: confirmed.planId }, opened);

    await page.goto(`/desk/plan/look-backs/${lookBackId}`);
    await page.getByText('公开义务教育招生政策和学区划分').click();
    await page.getByText('已核销', { exact: true }).last().click();
    await page.getByLabel('核查情况').fill('招生政策和学区划分当年6月已在县政府网站公开。');
    await page.getByLabel('佐证名称').fill('县政府网站教育专栏');
    await page.getByLabel('佐证网址').fill('https://www.wanglan.example/education/2024');
    await press(page, '添加佐证');
    await expectSound(desk);
    await press(page, '记下核查结果');
    await page.getByText('已记下：已核销').waitFor();
    await page.keyboard.press('Escape');

    await page.getByText('建成镇村政务公开专区').click();
    await page.getByText('未完成', { exact: true }).last().click();
    await page.getByLabel('核查情况').fill('还有三个镇没有建成专区。');
    await press(page, '记下核查结果');
    await page.getByText('已记下：未完成').waitFor();
    await press(page, '下达整改');
    await page.getByLabel('整改要求').waitFor();
    await expectSound(desk);
    await press(page, '下达整改');
    await page.getByText(/已下达整改：督办〔\d{4}〕\d+号/).waitFor();
    await page.keyboard.press('Escape');

    await page.getByLabel('核查结论').waitFor();
    await press(page, '结束“回头看”');
    await page.getByText('“回头看”已结束').waitFor();
    expect(await page.locator('.comparison-sum').innerText()).toMatch(/共2项：核销1项，未完成\s*1项/);
    await phone.page.goto('/desk/today');
    await phone.page
      .getByRole('link', { name: /“回头看”整改/ })
      .first()
      .waitFor();
  });
});
