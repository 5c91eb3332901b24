import { afterAll, describe, expect, it } from 'vitest';
import { givenArchive } from '#kernel/reading/formats/given.ts';
import { bareContext } from '../rules/recogniser.ts';
import type { CheckOrder } from './check-order.ts';
import { openCheckingThread } from './checking-thread.ts';

const cells = '<w:tc><w:p><w:r><w:t>公开预算</w:t></w:r></w:p></w:tc>'.repeat(4);
const longFile = givenArchive({
  'word/document.xml': `<w:document><w:body><w:tbl>${`<w:tr>${cells}</w:tr>`.repeat(60_000)}</w:tbl></w:body></w:document>`,
});
const orderOf = (bytes: Uint8Array, fileName: string): CheckOrder => ({
  content: { kind: 'file', bytes, fileName },
  context: bareContext,
  classes: null,
});
const text: CheckOrder = {
  content: { kind: 'text', text: '身份证号11010519491231002X' },
  context: bareContext,
  classes: ['personalData'],
};

const thread = openCheckingThread();
/** Room enough to load the words of the checks, not for millions of lines. */
const small = openCheckingThread(256);
afterAll(async () => {
  await thread.close();
  await small.close();
});

describe('checking in a thread of its own', () => {
  it('tells how far it is and gives findings with the document', async () => {
    const seen: number[] = [];
    const lines = '公开预算。\n'.repeat(20_000);
    const outcome = await thread.check(orderOf(Buffer.from(lines), 'a.txt'), {
      onProgress: (fraction) => seen.push(fraction),
    });
    expect(outcome.ok && outcome.document.text.length).toBe(lines.length);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.toSorted((left, right) => left - right));
  });

  it('ends when the time is up or the caller cancels, and takes the next order in a new thread', async () => {
    const slow = await thread.check(orderOf(longFile, 'a.docx'), { timeLimit: 0.05 });
    expect(slow).toMatchObject({ ok: false, refusal: { code: 'tookTooLong' } });
    const control = new AbortController();
    const cancelled = thread.check(orderOf(longFile, 'a.docx'), {
      signal: control.signal,
      onProgress: () => control.abort(),
    });
    expect(await cancelled).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
    const next = await thread.check(text);
    expect(next.ok && next.findings.map((finding) => finding.severity)).toEqual(['block']);
  });

  it('ends when a file needs too much memory', async () => {
    const endless = Buffer.from('。\n'.repeat(8_000_000));
    const outcome = await small.check(orderOf(endless, 'a.txt'));
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'tooLarge' } });
  });

  it('carries orders out one after the other', async () => {
    const both = await Promise.all([thread.check(text), thread.check(text)]);
    expect(both.map((outcome) => outcome.ok)).toEqual([true, true]);
  });
});
