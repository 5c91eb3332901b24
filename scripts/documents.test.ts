/** Documents that say what the program has: a machine compares them with the program. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answerOfOutput } from '#kernel/cli/answer.ts';
import { kernelCommands } from '#kernel/cli/kernel-commands.ts';
import { sortModules } from '#kernel/open-app.ts';
import { reportLayouts } from '../src/modules/reporting/law/layouts.ts';
import { printPermissionDocument } from '../src/modules/system/queries/permissions.ts';
import { modules } from '../src/modules.ts';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

/** First cells of the tables of a document, where they are code. */
function listTabled(file: string): string[] {
  return [...read(file).matchAll(/^\| `([^`]+)` \|/gm)].map((match) => match[1] ?? '');
}

test('docs/dependencies.md has a line for each package and no other', () => {
  const manifest = z
    .object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
    })
    .parse(JSON.parse(read('package.json')));
  const installed = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  expect(listTabled('docs/dependencies.md').sort()).toEqual(installed.sort());
  const versions = [...Object.values(manifest.dependencies), ...Object.values(manifest.devDependencies)];
  expect(versions.filter((version) => !/^\d/.test(version))).toEqual([]);
});

describe('docs/operator-guide.md', () => {
  const tabled = listTabled('docs/operator-guide.md');

  test('explains every variable of the configuration and no other', () => {
    const variables = [...read('src/kernel/config.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(
      (match) => match[1],
    );
    const settings = variables.filter((name) => name !== 'PATH');
    expect(tabled.filter((name) => /^[A-Z]/.test(name)).sort()).toEqual([...settings].sort());
  });

  test('names every command of the kernel', () => {
    const names = ['start', ...kernelCommands.map((command) => command.name)];
    expect(tabled.filter((name) => /^[a-z]/.test(name)).sort()).toEqual(names.sort());
  });
});

test('the recorded decisions are numbered without gaps and say what was rejected', () => {
  const files = fs.readdirSync(path.join(root, 'docs/decisions')).sort();
  expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, index) => index + 1));
  for (const file of files) {
    const text = read(`docs/decisions/${file}`);
    for (const heading of ['# ', '**Decision.**', '**Because.**', '**Rejected.**'])
      expect(text, file).toContain(heading);
  }
});

test('docs/permissions.md is, byte for byte, what `gongkai permissions` prints of what the server checks', () => {
  // The command sees the modules in the order they were opened, which is that of their dependencies.
  const printed = printPermissionDocument(sortModules(modules));
  expect(read('docs/permissions.md')).toBe(answerOfOutput({ text: printed, data: undefined }, false).stdout);
  expect(printPermissionDocument(modules.toReversed())).toBe(printed);
});

test('every file docs/law.md names exists', () => {
  const named = [...read('docs/law.md').matchAll(/`((?:src|scripts|data)\/[^`]+)`/g)].map(
    (match) => match[1] ?? '',
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
});

test('every link between the documents leads somewhere', () => {
  const guides = fs.readdirSync(path.join(root, 'docs')).filter((file) => file.endsWith('.md'));
  const dead = ['README.md', 'README.zh-CN.md', ...guides.map((file) => `docs/${file}`)].flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map((match) => decodeURI(match[1] ?? ''))
      .filter((link) => !fs.existsSync(path.resolve(root, path.dirname(document), link)))
      .map((link) => `${document}: ${link}`),
  );
  expect(dead).toEqual([]);
});

test('every figure offered for the annual report fills cells its form has, and no two fill the same', () => {
  const known = new Set(Object.values(reportLayouts).flatMap(({ cells }) => cells.map(({ key }) => key)));
  const offered = modules.flatMap(({ reportFigures }) => reportFigures.flatMap(({ cells }) => cells));
  expect(offered.length).toBeGreaterThan(0);
  expect(offered.filter((cell) => !known.has(cell))).toEqual([]);
  expect(offered.filter((cell, index) => offered.indexOf(cell) !== index)).toEqual([]);
});
