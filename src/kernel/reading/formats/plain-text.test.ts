import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPastedText, readSource } from '../read-source.ts';
import type { SourceBlock, SourceDocument, SourceTable } from '../source.ts';

async function documentFrom(bytes: Uint8Array, fileName = '清单.txt'): Promise<SourceDocument> {
  const reading = await readSource(bytes, { fileName });
  if (!reading.ok) throw new Error(reading.refusal.sentence);
  return reading.document;
}

async function blocksFrom(text: string): Promise<readonly SourceBlock[]> {
  return (await documentFrom(new TextEncoder().encode(text))).blocks;
}

function gridOf(block: SourceBlock | undefined): string[][] {
  if (block?.kind !== 'table') throw new Error('not a table');
  return block.rows.map((row) => row.cells.map((cell) => cell.text));
}

const tabbed = (...rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');

describe('encodings of text files', () => {
  const sentence = '一、公开年度预算（责任单位：县财政局）';
  const utf16 = (bigEndian: boolean) => {
    const bytes = new Uint8Array(sentence.length * 2);
    const view = new DataView(bytes.buffer);
    for (let index = 0; index < sentence.length; index++) {
      view.setUint16(index * 2, sentence.charCodeAt(index), !bigEndian);
    }
    return bytes;
  };

  it.each([
    ['UTF-8', new TextEncoder().encode(sentence)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${sentence}`)],
    ['UTF-16 little-endian with a mark', new Uint8Array([0xff, 0xfe, ...utf16(false)])],
    ['UTF-16 big-endian with a mark', new Uint8Array([0xfe, 0xff, ...utf16(true)])],
  ])('reads %s', async (_, bytes) => {
    expect((await documentFrom(bytes)).blocks).toMatchObject([{ kind: 'paragraph', text: sentence }]);
  });

  it('reads GB18030, four-byte characters included', async () => {
    const bytes = new Uint8Array([0xcf, 0xd8, 0xd5, 0xfe, 0xb8, 0xae, 0x95, 0x32, 0x82, 0x36]);
    expect((await documentFrom(bytes)).blocks).toMatchObject([{ text: '县政府𠀀' }]);
  });

  it('refuses bytes that are no text', async () => {
    const reading = await readSource(new Uint8Array([1, 2, 0, 0, 7, 8, 0, 0, 1, 3]), { fileName: 'a.txt' });
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'unsupported' } });
  });

  it('refuses an empty file and a file of blanks', async () => {
    expect(await readSource(new Uint8Array(), {})).toMatchObject({ ok: false, refusal: { code: 'empty' } });
    expect(await readPastedText(' \n　\n\t\n')).toMatchObject({ ok: false, refusal: { code: 'empty' } });
  });
});

describe('lines and grids of text files', () => {
  it('keeps lines as paragraphs with their line numbers', async () => {
    expect(await blocksFrom('标题\r\n\r\n　　正文一。\r\n正文二。\r\n')).toEqual([
      { kind: 'paragraph', text: '标题', place: { line: 1 } },
      { kind: 'paragraph', text: '正文一。', place: { line: 3 }, blankLinesBefore: 1 },
      { kind: 'paragraph', text: '正文二。', place: { line: 4 } },
    ]);
  });

  it('keeps a table flattened to one cell per line readable for the layout reader', async () => {
    expect(await blocksFrom('\t序号\n\t任务\n\n\t1\n\t\n\t公开预算')).toEqual([
      { kind: 'paragraph', text: '序号', place: { line: 1 }, leadingTabs: 1 },
      { kind: 'paragraph', text: '任务', place: { line: 2 }, leadingTabs: 1 },
      { kind: 'paragraph', text: '1', place: { line: 4 }, leadingTabs: 1, blankLinesBefore: 1 },
      { kind: 'paragraph', text: '', place: { line: 5 }, leadingTabs: 1 },
      { kind: 'paragraph', text: '公开预算', place: { line: 6 }, leadingTabs: 1 },
    ]);
  });

  it('reads tab-separated rows as a table, with an empty first cell and a heading across', async () => {
    const text = `总表\n\n${tabbed(['序号', '任务', '时限'], ['1', '公开预算', '6月底前'])}\n二、解读\n${tabbed(['', '解读文件', '全年'])}\n\n结束`;
    const blocks = await blocksFrom(text);
    expect(gridOf(blocks[1])).toEqual([
      ['序号', '任务', '时限'],
      ['1', '公开预算', '6月底前'],
      ['二、解读'],
      ['', '解读文件', '全年'],
    ]);
    expect((blocks[1] as SourceTable).rows[2]?.cells[0]?.columnSpan).toBe(3);
    expect(blocks[2]).toMatchObject({ text: '结束' });
  });

  it('reads a cell that a spreadsheet quoted because it holds line breaks', async () => {
    const blocks = await blocksFrom('1\t"公开\n""三公""经费"\t县财政局\n2\t公开决算\t县财政局');
    expect(gridOf(blocks[0])).toEqual([
      ['1', '公开\n"三公"经费', '县财政局'],
      ['2', '公开决算', '县财政局'],
    ]);
  });

  it('reads pipe tables and drops their rules', async () => {
    const blocks = await blocksFrom('| 任务 | 单位 |\n|---|:--|\n| 公开\\|解读 |  |\n| 公开 | 县府办 |');
    expect(gridOf(blocks[0])).toEqual([
      ['任务', '单位'],
      ['公开|解读', ''],
      ['公开', '县府办'],
    ]);
  });

  it('joins the wrapped lines of a drawn table between its rules', async () => {
    const blocks = await blocksFrom(
      '┌──┬───┐\n│任务│单位  │\n├──┼───┤\n│公开│县财 │\n│预算│政局  │\n└──┴───┘',
    );
    expect(gridOf(blocks[0])).toEqual([
      ['任务', '单位'],
      ['公开预算', '县财政局'],
    ]);
  });

  it('leaves a single tab in running text alone', async () => {
    expect(await blocksFrom('联系人：某某\t电话：123\n请认真执行。')).toMatchObject([
      { kind: 'paragraph', text: '联系人：某某\t电话：123' },
      { kind: 'paragraph' },
    ]);
  });

  it('can be cancelled', async () => {
    const reading = await readPastedText('一\n二', { signal: AbortSignal.abort() });
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'cancelled' } });
  });
});

const plans = new URL('../../../../../shared/corpus/plans/', import.meta.url);

describe.runIf(existsSync(plans))('the texts of real plans', () => {
  it('finds the page tables of the damaged list and keeps the flattened lists flat', async () => {
    const damaged = await documentFrom(readFileSync(new URL('huli-2022.txt', plans)));
    const tables = damaged.blocks.filter((block) => block.kind === 'table');
    expect(tables.map((table) => table.columnCount)).toEqual(tables.map(() => 4));
    expect(tables.length).toBe(4);
    const flattened = await documentFrom(readFileSync(new URL('changqing-2022.txt', plans)));
    expect(flattened.blocks.every((block) => block.kind === 'paragraph')).toBe(true);
  });
});
