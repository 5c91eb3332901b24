import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemActor } from '../actor.ts';
import { contentHash } from '../files/folder-store.ts';
import { keepBytes, recordStoredFile } from '../files/stored-files.ts';
import { openTestApp, type TestApp } from '../testing/test-app.ts';
import { transact } from '../work.ts';
import { examineApp } from './examine-app.ts';
import { examineInstallation } from './examine-installation.ts';
import { type Finding, findingLines } from './finding.ts';

let place: TestApp;

beforeEach(async () => {
  place = await openTestApp({ modules: [], now: '2026-10-20T09:00:00+08:00' });
});
afterEach(() => place.close());

const examine = () => examineApp(place.app, () => {});
// The clock of the tests stands still, that of a PostgreSQL server does not.
const faultsOf = (findings: readonly Finding[]) =>
  findings.filter((finding) => finding.level === 'fault' && !finding.what.startsWith('本机时钟'));

async function keepLetter(): Promise<void> {
  const kept = await keepBytes(place.app.files, {
    name: '附件.txt',
    mediaType: 'text/plain',
    bytes: new TextEncoder().encode('附件'),
  });
  await transact(place.app, systemActor('test'), async (work) => {
    work.audit({ action: 'test.attach', objectKind: 'file', objectId: '1', summary: '存入附件' });
    await recordStoredFile(work, kept);
  });
}

describe('the application', () => {
  test('that is well has no faults', async () => {
    await keepLetter();
    expect(faultsOf(await examine())).toEqual([]);
  });

  test('with a lost attachment, a forged audit row and a job that gave up is told so, each with a remedy', async () => {
    await keepLetter();
    const sha256 = contentHash(new TextEncoder().encode('附件'));
    fs.rmSync(path.join(place.app.config.dataFolder, 'files', sha256.slice(0, 2), sha256));
    const run = (text: string) => place.app.database.pool.query(text);
    await run('alter table audit_entry disable trigger user');
    await run("update audit_entry set summary = '伪造'");
    await run(`insert into job (id, kind, payload, run_at, max_attempts, failed_at, created_at)
      values (gen_random_uuid(), 'test.mail', '{}', now(), 8, now(), now())`);
    const faults = faultsOf(await examine());
    expect(faults.map((finding) => finding.what)).toEqual([
      '审计链在第 1 条断开：内容被改动过',
      '1 个后台任务（test.mail）多次失败后停下',
      `文件存储缺少 1 个文件的内容（${sha256.slice(0, 12)}…）`,
    ]);
    expect(faults.every((finding) => finding.remedy !== undefined)).toBe(true);
  });

  test('is told in November that next year’s notice is missing, and in the next year that it is late', async () => {
    const calendarLine = async () => (await examine()).find((finding) => finding.what.includes('工作日历'));
    expect(await calendarLine()).toMatchObject({ level: 'ok' });
    place.clock.set(new Date('2026-11-20T01:00:00Z'));
    expect(await calendarLine()).toMatchObject({ level: 'note' });
    place.clock.set(new Date('2027-01-04T01:00:00Z'));
    expect(await calendarLine()).toMatchObject({ level: 'fault' });
  });
});

describe('the machine', () => {
  test('whose data folder others may read is told the command that mends it', () => {
    const { config } = place.app;
    const about = () => examineInstallation(config).filter((finding) => finding.what.includes('数据目录'));
    expect(about()).toMatchObject([{ level: 'ok' }]);
    fs.chmodSync(config.dataFolder, 0o755);
    expect(findingLines(about())).toBe(
      `✗ 数据目录 ${config.dataFolder} 其他用户可以读取\n  处理办法：运行 chmod 700 ${config.dataFolder}`,
    );
  });

  test('behind a proxy without a public address is told to name one', () => {
    const config = { ...place.app.config, GONGKAI_TRUSTED_PROXIES: 1 };
    expect(findingLines(examineInstallation(config))).toContain('GONGKAI_PUBLIC_URL');
  });
});
