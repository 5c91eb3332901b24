import { describe, expect, it } from 'vitest';
import { givenArchive } from './formats/given.ts';
import { readSourceIsolated } from './read-source-isolated.ts';

const cells = '<w:tc><w:p><w:r><w:t>公开预算</w:t></w:r></w:p></w:tc>'.repeat(4);
const longFile = givenArchive({
  'word/document.xml': `<w:document><w:body><w:tbl>${`<w:tr>${cells}</w:tr>`.repeat(60_000)}</w:tbl></w:body></w:document>`,
});

describe('reading in a thread of its own', () => {
  it('gives the document and reports progress', async () => {
    const seen: number[] = [];
    const lines = Array.from({ length: 200_000 }, (_, index) => `${index + 1}. 公开预算`).join('\n');
    const reading = await readSourceIsolated(
      new TextEncoder().encode(lines),
      { fileName: '清单.txt' },
      {
        onProgress: (fraction) => seen.push(fraction),
      },
    );
    if (!reading.ok) throw new Error(reading.refusal.sentence);
    expect(reading.document.blocks.length).toBe(200_000);
    expect(seen.at(-1)).toBe(1);
  });

  it('gives refusals like the plain reader', async () => {
    expect(await readSourceIsolated(new Uint8Array(), {})).toMatchObject({
      ok: false,
      refusal: { code: 'empty' },
    });
  });

  it('stops when cancelled, before and during', async () => {
    const cancelled = { ok: false, refusal: { code: 'cancelled' } };
    expect(await readSourceIsolated(longFile, {}, { signal: AbortSignal.abort() })).toMatchObject(cancelled);
    const control = new AbortController();
    const reading = readSourceIsolated(
      longFile,
      {},
      { signal: control.signal, onProgress: () => control.abort() },
    );
    expect(await reading).toMatchObject(cancelled);
  });

  it('stops when the time is up', async () => {
    const reading = await readSourceIsolated(longFile, {}, { timeLimit: 0.05 });
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'tookTooLong' } });
  });

  it('stops when the file needs too much memory', async () => {
    const reading = await readSourceIsolated(longFile, {}, { memoryLimit: 24 });
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'tooLarge' } });
  });
});
