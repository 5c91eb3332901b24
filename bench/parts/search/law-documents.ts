/** Real statutes from the corpus beside the checkout, as documents and as articles; nothing where it is absent. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { SearchDocument } from '#kernel/search/document.ts';
import { proseOfMarkdown } from '../checking/clean-texts.ts';

const archive = path.resolve(import.meta.dirname, '../../../../shared/corpus/laws/laws.tar.gz');

function documentOf(objectId: string, title: string, body: string): SearchDocument {
  return { kind: 'law', objectId, title, body, address: `/laws/${objectId}`, isPublic: true };
}

/** Each statute once, and each article for itself; undefined without the corpus. */
export function readLaws():
  | { readonly whole: SearchDocument[]; readonly articles: SearchDocument[] }
  | undefined {
  if (!fs.existsSync(archive)) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-laws-'));
  try {
    execFileSync('tar', ['-xzf', archive, '-C', folder]);
    const files = fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md') && path.basename(file) !== '_index.md')
      .sort();
    const whole: SearchDocument[] = [];
    const articles: SearchDocument[] = [];
    for (const [number, file] of files.entries()) {
      const text = proseOfMarkdown(fs.readFileSync(path.join(folder, file), 'utf8'));
      const title = path.basename(file, '.md');
      whole.push(documentOf(String(number), title, text));
      for (const [place, article] of text.split(/\n(?=第[一二三四五六七八九十百零]+条)/u).entries())
        articles.push(documentOf(`${number}.${place}`, title, article));
    }
    return { whole, articles };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
