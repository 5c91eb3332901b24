import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { documentReadCommand } from './read-command.ts';

const samples = path.join(import.meta.dirname, 'reader/samples');

async function runOn(...files: string[]) {
  return documentReadCommand.run({
    operands: files,
    options: {},
    readFile: async (name) => ({ name, bytes: readFileSync(path.join(samples, name)) }),
    writeFile: async () => {},
    createFile: async () => {
      throw new Error('writes nothing');
    },
    say: () => {},
    signal: new AbortController().signal,
  });
}

describe('gongkai document read', () => {
  it('prints one document as one object', async () => {
    const output = await runOn('government-page.html');
    expect(output.exitCode).toBeUndefined();
    expect(output.data).toMatchObject({
      format: 'html',
      documentNumber: '望教发〔2024〕16号',
      validity: 'repealed',
      publishedOn: '2024-04-12',
    });
    expect(output.text).toContain('有效性：废止');
  });

  it('prints several as a list and refuses what is no document', async () => {
    const output = await runOn('announcement.txt', 'not-news.txt');
    expect(output.exitCode).toBe(2);
    expect(output.data).toMatchObject([
      { file: 'announcement.txt', kind: '公告' },
      { file: 'not-news.txt', refusal: { code: 'notADocument' } },
    ]);
    expect(output.text).toContain('没有发文字号');
  });
});
