import { describe, expect, it } from 'vitest';
import {
  documentGiven,
  goldRowsOfChangqing,
  goldRowsOfYinzhou,
  paragraphTexts,
  realPlan,
  realPlansPresent,
  refusalCodeGiven,
  spreadGrid,
  squeezedTaskRows,
  tablesOf,
} from '../given.ts';
import { givenCompoundFile, givenWordBinary, inCell, mergedUp, mergesDown, rowEnd } from '../given-doc.ts';

const cell = (text: string) => ({ text: `${text}\u0007`, modifiers: inCell });
const endOfRow = (...cells: [number, number][]) => ({ text: '\u0007', modifiers: rowEnd(...cells) });

describe('binary Word documents', () => {
  it('reads paragraphs with their alignment, outline level, fields and line breaks', async () => {
    const file = givenWordBinary([
      { text: '望澜县要点\r', modifiers: [0x03, 0x24, 1, 0x40, 0x26, 0] },
      { text: '\u0013 DATE \u00142031年3月\u0015印发\u000b第二行\r' },
      { text: '\u0013 TOC \\o \u0014一、公开 1\r' },
      { text: '二、解读 2\r' },
      { text: '\u0015\r' },
      { text: '正文\r' },
    ]);
    const document = await documentGiven(file, '要点.doc');
    expect(document.blocks).toMatchObject([
      { text: '望澜县要点', centred: true, headingLevel: 1 },
      { text: '2031年3月印发\n第二行' },
      { text: '正文' },
    ]);
    expect(document.notes.map((note) => note.code)).toEqual(['contentsTable']);
  });

  it('reads tables with spans and merges downwards', async () => {
    const file = givenWordBinary([
      cell('任务'),
      cell('单位'),
      endOfRow([2000, 0], [3000, 0]),
      cell('公开'),
      { text: '预算\r', modifiers: inCell },
      cell('报告'),
      cell('县财政局'),
      endOfRow([1000, mergesDown], [2005, 0], [3000, 0]),
      cell(''),
      cell('规划'),
      cell('县发改局'),
      endOfRow([1000, mergedUp], [2000, 0], [3000, 0]),
      { text: '注：以上为任务。\r' },
    ]);
    const document = await documentGiven(file);
    expect(spreadGrid(tablesOf(document)[0])).toEqual([
      ['任务', '任务', '单位'],
      ['公开', '预算\n报告', '县财政局'],
      ['公开', '规划', '县发改局'],
    ]);
    expect(paragraphTexts(document.blocks)).toEqual(['注：以上为任务。']);
  });

  it('refuses encrypted, cut and foreign containers', async () => {
    const paragraphs = [{ text: '公开\r' }];
    expect(await refusalCodeGiven(givenWordBinary(paragraphs, 0x100))).toBe('encrypted');
    expect(await refusalCodeGiven(givenCompoundFile({ EncryptedPackage: Buffer.alloc(8) }))).toBe(
      'encrypted',
    );
    expect(await refusalCodeGiven(givenWordBinary(paragraphs).subarray(0, 2000))).toBe('damaged');
    expect(await refusalCodeGiven(givenCompoundFile({ 'PowerPoint Document': Buffer.alloc(8) }))).toBe(
      'unsupported',
    );
  });

  it('ends with a refusal or a document however the bytes are changed', async () => {
    const good = givenWordBinary([cell('公开'), endOfRow([1000, 0]), { text: '正文\r' }]);
    for (let at = 0; at < good.length; at += 7) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 0xff, at);
      expect(['none', 'damaged', 'encrypted', 'unsupported', 'empty']).toContain(await refusalCodeGiven(bad));
    }
  });
});

describe.runIf(realPlansPresent)('the real plans as binary Word documents', () => {
  it('gives the grids exactly', async () => {
    const changqing = await documentGiven(realPlan('changqing-2022.doc'));
    expect(squeezedTaskRows(tablesOf(changqing)[0])).toEqual(goldRowsOfChangqing());
    const yinzhou = await documentGiven(realPlan('yinzhou-2022.doc'));
    const rows = squeezedTaskRows(tablesOf(yinzhou)[0]).map((cells) => cells.slice(1));
    expect(rows).toEqual(goldRowsOfYinzhou());
  });
});
