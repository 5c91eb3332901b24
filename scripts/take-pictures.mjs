/**
 * `node scripts/take-pictures.mjs`: takes the pictures of the guides anew into docs/images, on a platform started for
 * it with the fictional county alone. Pictures show nothing else, and never a document of a real county.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { chromium } from 'playwright-core';
import { root } from './build.mjs';
import { findChromium } from './chromium.mjs';

const folder = path.join(root, 'docs/images');
const seedDocument = path.join(root, 'seed/documents/望澜县2026年政务公开工作任务分解.docx');
/** Most bytes of one picture. */
const pictureLimit = 200 * 1024;

/** Starts the platform on an empty folder; returns its address and how to end it. */
async function startCounty(dataFolder) {
  const server = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    env: { ...process.env, DATABASE_URL: '', GONGKAI_DATA: dataFolder, GONGKAI_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  const address = await new Promise((resolve, reject) => {
    for (const stream of [server.stdout, server.stderr]) {
      stream.on('data', (text) => {
        printed += text.toString('utf8');
        const found = /(http:\/\/[0-9.:]+)\//.exec(printed)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${printed}`)));
  });
  const stop = () =>
    new Promise((resolve) => {
      server.once('exit', resolve);
      server.kill('SIGTERM');
    });
  return { address, stop };
}

/** Account and one-time password of an officer of the example county. */
function findAccount(dataFolder, name) {
  const lines = fs.readFileSync(path.join(dataFolder, 'example-accounts.txt'), 'utf8').split('\n');
  const [account, password] = lines.map((line) => line.split(/\s{2,}/)).find((words) => words[2] === name);
  return { account, password };
}

/** Keeps a picture of the screen as it is once nothing is loading. */
async function takePicture(page, name) {
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(600);
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file });
  const { size } = fs.statSync(file);
  if (size > pictureLimit) throw new Error(`${name}.png has ${size} bytes; show less of the screen`);
  process.stdout.write(`${name}.png ${Math.round(size / 1024)} kB\n`);
}

async function takePublicPictures(page) {
  await page.goto('/');
  await takePicture(page, 'home');
  await page.locator('a[href^="/plans/"]').first().click();
  await takePicture(page, 'plan');
}

async function signIn(page, { account, password }) {
  await page.goto('/desk');
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码', { exact: true }).waitFor();
  await takePicture(page, 'sign-in');
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
  await page.getByLabel('初始密码').fill(password);
  await page.getByLabel('新密码').fill('望澜山水之间-二〇二六');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '今天' }).waitFor();
}

async function takeImportPictures(page) {
  await page.goto('/desk/plan/imports');
  await takePicture(page, 'imports');
  await page.setInputFiles('input[type=file]', seedDocument);
  await page.locator('.draft-row').first().waitFor();
  await page.keyboard.press('n');
  await takePicture(page, 'review');
  await page.getByRole('tab', { name: /对应单位/ }).click();
  await page.getByText(/^全部 \d+$/).click();
  await takePicture(page, 'units');
  await page.getByRole('tab', { name: /预览并确认/ }).click();
  await page.locator('.preview-sum').waitFor();
  await takePicture(page, 'preview');
}

async function takeTaskPictures(page) {
  await page.goto('/desk/plan/board?view=unit');
  await takePicture(page, 'board');
  await page.goto('/desk/plan/board?view=calendar');
  await takePicture(page, 'calendar');
  await page.goto('/desk/plan/board?view=list');
  await page.locator('.dated-derived').nth(2).click();
  await takePicture(page, 'list');
  await page.goto('/desk/plan/my-tasks');
  await page.locator('tbody tr').first().waitFor();
  await takePicture(page, 'my-tasks');
}

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('no Chromium found; name one with GONGKAI_CHROMIUM');
const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-pictures-'));
const county = await startCounty(dataFolder);
const browser = await chromium.launch({
  executablePath,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage({
    baseURL: county.address,
    viewport: { width: 1240, height: 680 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await takePublicPictures(page);
  await signIn(page, findAccount(dataFolder, '沈佩兰'));
  await takePicture(page, 'today');
  await takeImportPictures(page);
  await takeTaskPictures(page);
} finally {
  await browser.close();
  await county.stop();
  fs.rmSync(dataFolder, { recursive: true, force: true });
}
