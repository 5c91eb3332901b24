/** Text without planted faults, where a mark that stops a release is false: our own sentences, and real papers where they lie beside the checkout. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readSource } from '#kernel/reading/read-source.ts';

export interface CleanTexts {
  /** Chinese name of the row. */
  readonly name: string;
  readonly texts: readonly { readonly name: string; readonly text: string }[];
}

const root = path.resolve(import.meta.dirname, '../../..');
const corpus = path.join(root, '../shared/corpus');
/** Every how many-th law is read; all of them take minutes. */
const lawStep = 20;

function filesBelow(folder: string, pattern: RegExp): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => pattern.test(file))
    .map((file) => path.join(folder, file))
    .sort();
}

/** Lines of running Chinese text in a Markdown document: no code, no table rules, no marks. */
export function proseOfMarkdown(text: string): string {
  return text
    .replace(/```[\s\S]*?```/gu, '')
    .replace(/<!--[\s\S]*?-->/gu, '')
    .split('\n')
    .map((line) =>
      line
        .replace(/^#+\s*|^\s*[-*>]\s+|\*\*/gu, '')
        .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, '$1')
        .trim(),
    )
    .filter((line) => !line.startsWith('|') && !line.includes('`'))
    .join('\n');
}

/** Chinese sentences that stand in quotes in our own sources. */
function sentencesOfSource(text: string): string {
  return [...text.matchAll(/'([^'\n]*)'/gu)]
    .map((match) => match[1] ?? '')
    .filter((sentence) => (sentence.match(/\p{Script=Han}/gu) ?? []).length >= 12)
    .join('\n');
}

async function textOfDocument(file: string): Promise<string> {
  const reading = await readSource(readFileSync(file), { fileName: path.basename(file) });
  if (!reading.ok) throw new Error(`${file}: ${reading.refusal.sentence}`);
  return reading.document.blocks
    .map((block) =>
      block.kind === 'paragraph'
        ? (block.listLabel ?? '') + block.text
        : block.rows.map((row) => row.cells.map((cell) => cell.text).join('\n')).join('\n'),
    )
    .join('\n');
}

async function ownTexts(): Promise<CleanTexts> {
  const guides = filesBelow(path.join(root, 'docs'), /zh-CN\.md$|operator-guide\.md$/u);
  const seeds = filesBelow(path.join(root, 'seed'), /(?<!\.test)\.ts$/u);
  const documents = filesBelow(path.join(root, 'seed/documents'), /\.docx$/u);
  const read = (file: string) => readFileSync(file, 'utf8');
  return {
    name: '自拟文字（手册、示例县）',
    texts: [
      ...guides.map((file) => ({ name: path.basename(file), text: proseOfMarkdown(read(file)) })),
      ...seeds.map((file) => ({ name: path.basename(file), text: sentencesOfSource(read(file)) })),
      ...(await Promise.all(
        documents.map(async (file) => ({ name: path.basename(file), text: await textOfDocument(file) })),
      )),
    ].filter(({ text }) => text !== ''),
  };
}

/** Sentences written to be hard: coinages, and names of people, places, shops and works that no list holds. */
function hardTexts(): CleanTexts {
  const text = readFileSync(path.join(import.meta.dirname, 'hard-text.txt'), 'utf8');
  return { name: '自拟难文（新造词、人名、地名、店名）', texts: [{ name: 'hard-text.txt', text }] };
}

/** Reports of governments in `../shared/corpus/reports`, where somebody has laid them. */
function reportTexts(): CleanTexts[] {
  const folder = path.join(corpus, 'reports');
  if (!existsSync(folder)) return [];
  const texts = filesBelow(folder, /\.(?:txt|md)$/u).map((file) => ({
    name: path.basename(file),
    text: readFileSync(file, 'utf8'),
  }));
  return [{ name: '政府工作报告', texts }];
}

function planTexts(): CleanTexts[] {
  const folder = path.join(corpus, 'plans');
  if (!existsSync(folder)) return [];
  const texts = filesBelow(folder, /\.txt$/u).map((file) => ({
    name: path.basename(file),
    text: readFileSync(file, 'utf8'),
  }));
  return [{ name: '真实任务分解表', texts }];
}

function lawTexts(): CleanTexts[] {
  const archive = path.join(corpus, 'laws/laws.tar.gz');
  if (!existsSync(archive)) return [];
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-laws-'));
  try {
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const files = filesBelow(folder, /\.md$/u).filter((file) => !file.endsWith('_index.md'));
    const texts = files
      .filter((_, index) => index % lawStep === 0)
      .map((file) => ({ name: path.basename(file), text: proseOfMarkdown(readFileSync(file, 'utf8')) }));
    return [{ name: '真实法律法规（抽样）', texts }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** All rows there is text for. */
export async function listCleanTexts(): Promise<readonly CleanTexts[]> {
  return [await ownTexts(), hardTexts(), ...planTexts(), ...reportTexts(), ...lawTexts()];
}
