import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSource } from '#kernel/reading/read-source.ts';
import { readDocument } from './read-document.ts';

const archive = path.resolve(import.meta.dirname, '../../../../../shared/corpus/laws/laws.tar.gz');
const articleAtLine = /^[#\s　]*(第[一二三四五六七八九十百零]+条(?:之[一二三四五六七八九十]+)?)[\s　]/gmu;
/** Every how many-th rule of the folder is read. */
const step = 15;

describe.runIf(existsSync(archive))('real rules beside the checkout', () => {
  it('finds every article, once, with the title on the file', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'rules-'));
    try {
      execFileSync('tar', ['-xzf', archive, '-C', folder, '行政法规']);
      const files = readdirSync(path.join(folder, '行政法规')).filter((file) => /\)\.md$/u.test(file));
      const wrong: string[] = [];
      for (const file of files.sort().filter((_, at) => at % step === 0)) {
        const bytes = readFileSync(path.join(folder, '行政法规', file));
        const source = await readSource(bytes, { fileName: file });
        const verdict = source.ok ? readDocument(source.document) : undefined;
        if (verdict?.ok !== true) {
          wrong.push(`${file} was refused`);
          continue;
        }
        const printed = [...bytes.toString().matchAll(articleAtLine)].map((match) => match[1] ?? '');
        const read = verdict.document.clauses
          .filter(({ level }) => level === 'article')
          .map(({ label }) => label);
        if (printed.join() !== read.join())
          wrong.push(`${file}: ${printed.length} articles, read ${read.length}`);
        const title = (verdict.document.title ?? '').replace(/^中华人民共和国/u, '');
        if (title === '' || !file.startsWith(title.slice(0, 6))) {
          wrong.push(`${file}: title ${verdict.document.title ?? ''}`);
        }
      }
      expect(wrong.filter((one) => !one.endsWith('was refused'))).toEqual([]);
      expect(wrong.length).toBeLessThanOrEqual(2);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
