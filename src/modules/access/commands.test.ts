import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { Refusal } from '#kernel/refusal.ts';
import { testCommandInput } from '#kernel/testing/command-input.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { organisation } from '#modules/organisation/module.ts';
import { countySeed } from '#seed/seed-data.ts';
import { testOrigin } from './given.ts';
import { accessModule } from './module.ts';
import { findAccountByName } from './queries/sessions.ts';
import { exampleAccountsFile, seedAccounts } from './seed.ts';
import { signIn } from './service/sign-in.ts';

let place: TestApp;

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation, accessModule] });
  for (const step of [...organisation.seeds, ...accessModule.seeds]) await step.run(place.app);
});
afterAll(() => place.close());

async function run(
  name: string,
  operands: readonly string[],
  options: Record<string, string | boolean> = {},
) {
  const command = accessModule.commands.find((candidate) => candidate.name === name);
  if (command?.needs !== 'app') throw new Error(`no command ${name}`);
  return command.run(place.app, testCommandInput({ operands, options }));
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );
const enter = (loginName: string, password: string) => signIn(place.app, { loginName, password }, testOrigin);
const issued = z.object({ loginName: z.string(), initialPassword: z.string() });

describe('the seeded accounts', () => {
  test('are one for each officer, most without a password, the others in a file for its owner alone', async () => {
    const file = exampleAccountsFile(place.app.config);
    expect(fs.statSync(file).mode & 0o777).toBe(0o600);
    const lines = fs.readFileSync(file, 'utf8').trim().split('\n').slice(2);
    expect(lines.length).toBeGreaterThanOrEqual(12);
    const [login = '', password = ''] = lines[0]?.split(/\s+/) ?? [];
    expect((await enter(login, password)).stage).toBe('passwordChangeNeeded');
    const { data } = await run('user list', []);
    const rows = z.array(z.object({ state: z.string() })).parse(data);
    expect(rows).toHaveLength(countySeed.officers.length);
    expect(rows.filter(({ state }) => state === 'active')).toHaveLength(lines.length);
    await seedAccounts(place.app);
    expect(z.array(z.unknown()).parse((await run('user list', [])).data)).toHaveLength(rows.length);
  });

  test('leave no place for a first administrator', async () => {
    const lines = await accessModule.start?.(place.app);
    expect(lines).toHaveLength(1);
    expect(lines?.[0]).toContain(exampleAccountsFile(place.app.config));
    expect(await findAccountByName(place.app.database.read, 'admin')).toBeUndefined();
  });
});

describe('gongkai user', () => {
  const officer = countySeed.officers.find(({ login }) => login === 'luyiming');

  test('issues a password that must be changed, once shown and never stored', async () => {
    const { data, text } = await run('user reset-password', ['luyiming']);
    const { initialPassword } = issued.parse(data);
    expect(text).toContain(initialPassword);
    expect((await enter('luyiming', initialPassword)).stage).toBe('passwordChangeNeeded');
    const stored = await findAccountByName(place.app.database.read, 'luyiming');
    expect(stored?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('locks, unlocks and ends sessions', async () => {
    const { initialPassword } = issued.parse((await run('user reset-password', ['luyiming'])).data);
    await run('user lock', ['luyiming'], { reason: '离岗核查' });
    expect(await codeOf(enter('luyiming', initialPassword))).toBe('access.accountLocked');
    await run('user unlock', ['luyiming']);
    expect(await codeOf(run('user unlock', ['luyiming']))).toBe('access.accountNotLocked');
    expect(await codeOf(enter('luyiming', initialPassword))).toBe('done');
    await run('user revoke-sessions', ['luyiming']);
  });

  test('refuses with a sentence what cannot be done', async () => {
    expect(await codeOf(run('user lock', ['nobody']))).toBe('access.accountNotFound');
    expect(await codeOf(run('user create', ['newname', '没有此人']))).toBe('access.officerUnknown');
    expect(await codeOf(run('user create', ['newname', officer?.name ?? '']))).toBe('access.accountExists');
    expect(await codeOf(run('user reset-second-factor', ['luyiming']))).toBe('access.secondFactorNotSet');
  });
});
