/** Signing in at the desk as a person does it: the one-time password is changed at once, later the new one is used. */

import fs from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { findExampleAccount } from './accounts.ts';

/** The password officers of these journeys choose. */
const chosenPassword = '望澜山水之间-二〇二六';

async function fillSignIn(page: Page, account: string, password: string): Promise<void> {
  await page.goto('/desk');
  await page.getByLabel('账号').fill(account);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: /登\s*录/ }).click();
}

async function waitForDesk(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: '今天' }).waitFor();
}

/** First sign-in of an officer of the example county; `onChange` looks at the screen that asks for a new password. */
export async function signInFirstTime(
  page: Page,
  name: string,
  onChange: () => Promise<void> = async () => {},
): Promise<void> {
  const { account, oneTimePassword } = findExampleAccount(name);
  await fillSignIn(page, account, oneTimePassword);
  await page.getByRole('heading', { name: '请先换一个密码' }).waitFor();
  await onChange();
  await page.getByLabel('初始密码').fill(oneTimePassword);
  await page.getByLabel('新密码').fill(chosenPassword);
  await page.getByRole('button', { name: '更换密码' }).click();
  await waitForDesk(page);
  fs.writeFileSync(markOf(account), '');
}

/** Left beside the data when the one-time password is spent: a wrong password tried in vain makes the account wait. */
function markOf(account: string): string {
  return path.join(inject('dataFolder'), `signed-in-${account}`);
}

/** Signs in whether or not another journey has done it before: an officer several of them need. */
export async function signInAnyTime(page: Page, name: string): Promise<void> {
  const hasChanged = fs.existsSync(markOf(findExampleAccount(name).account));
  await (hasChanged ? signInAgain(page, name) : signInFirstTime(page, name));
}

/** Any later sign-in. */
export async function signInAgain(page: Page, name: string): Promise<void> {
  await fillSignIn(page, findExampleAccount(name).account, chosenPassword);
  await waitForDesk(page);
}
