/** The built command line: what it loads before a command asks for more, and how it ends. */
import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-cli-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  execFileSync(process.execPath, [path.join(root, 'scripts/gongkai.mjs'), '--version']);
}, 60_000);

const outputsSchema = z.object({
  outputs: z.record(
    z.string(),
    z.object({
      imports: z.array(z.object({ path: z.string(), kind: z.string(), external: z.boolean().optional() })),
    }),
  ),
});

/** Packages that are loaded as soon as the file is, before anything runs. */
function listPackagesLoadedWith(entry: string): Set<string> {
  const { outputs } = outputsSchema.parse(
    JSON.parse(fs.readFileSync(path.join(root, 'dist/metafile.json'), 'utf8')),
  );
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const { path: target, kind, external } of outputs[file]?.imports ?? []) {
      if (kind === 'dynamic-import') continue;
      if (external === true) packages.add(target);
      else visit(target);
    }
  };
  visit(entry);
  return packages;
}

function run(words: readonly string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, GONGKAI_DATA: path.join(folder, 'data'), DATABASE_URL: '', ...environment };
  return spawnSync(process.execPath, [path.join(root, 'dist/cli.js'), ...words], {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
}

describe('the command line', () => {
  test('loads neither database nor server before a command needs them', () => {
    const loaded = listPackagesLoadedWith('dist/cli.js');
    expect(loaded).toContain('commander');
    const heavy = [
      'pg',
      'drizzle-orm/node-postgres',
      '@electric-sql/pglite',
      'fastify',
      'exceljs',
      'docx',
      'unpdf',
    ];
    expect(heavy.filter((name) => loaded.has(name))).toEqual([]);
  });

  test('reads a plan without making a data folder, and says what is wrong with a bad file', () => {
    const plan =
      '序号\t任务内容\t责任单位\t完成时限\n1\t公开年度预算和决算。\t县财政局\t9月底前\n2\t公开行政执法结果。\t县司法局\t全年\n';
    fs.writeFileSync(path.join(folder, 'plan.txt'), `2026年望澜县政务公开工作任务分解表\n\n${plan}`);
    const read = run(['plan', 'read', 'plan.txt', '--json']);
    expect(read.stderr).toBe('');
    expect(z.object({ tasks: z.array(z.unknown()) }).parse(JSON.parse(read.stdout)).tasks).toHaveLength(2);
    expect(fs.existsSync(path.join(folder, 'data'))).toBe(false);

    const missing = run(['plan', 'read', 'missing.docx']);
    expect([missing.status, missing.stdout]).toEqual([2, '']);
    expect(missing.stderr).toBe(
      '无法读取文件 missing.docx：没有这个文件或目录。请检查文件路径和读取权限。\n',
    );
  });

  test('ends with 2 and names the variable when the environment is wrong', () => {
    const wrong = run(['doctor'], { GONGKAI_PORT: '99999' });
    expect(wrong.status).toBe(2);
    expect(wrong.stderr).toMatch(/^环境变量有误：GONGKAI_PORT/);
    expect(wrong.stderr).not.toContain('at ');
  });

  test('explains every command with an example that can be typed', () => {
    const names = [...run(['--help']).stdout.matchAll(/^ {2}([a-z][a-z-]*)(?: |$)/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(names).toContain('backup');
    for (const name of names) {
      const help = run([name, '--help']).stdout;
      const inner = [...help.matchAll(/^ {2}([a-z][a-z-]*)(?: <| {2})/gm)].map((match) => match[1] ?? '');
      const pages = help.includes('命令：')
        ? inner.map((word) => [`${name} ${word}`, run([name, word, '--help']).stdout] as const)
        : [[name, help] as const];
      for (const [command, page] of pages) expect(page, command).toContain(`gongkai ${command}`);
      for (const [command, page] of pages) expect(page, command).toMatch(/例/);
    }
    // Every command's help is a process of its own.
  }, 180_000);
});
