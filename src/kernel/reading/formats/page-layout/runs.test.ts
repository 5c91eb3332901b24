import { describe, expect, it } from 'vitest';
import type { InkGlyph } from './ink.ts';
import { splitAtGaps } from './runs.ts';

/** Glyphs ten points wide, set one after the other; a blank leaves a gap of two. */
function lineOf(text: string): InkGlyph[] {
  return [...text].flatMap((sign, at) =>
    sign === ' ' ? [] : [{ text: sign, x: at * 10, width: 10, y: 100, size: 10, bold: false }],
  );
}

const partsOf = (text: string) =>
  splitAtGaps(lineOf(text), 0.8).map((part) => part.map((glyph) => glyph.text).join(''));

describe('splitAtGaps', () => {
  it.each([
    ['第三条 本办法适用于全县', ['第三条本办法适用于全县']],
    ['第十二条之一 按前条处理', ['第十二条之一按前条处理']],
    ['第二章 职责', ['第二章职责']],
    ['项目 金额', ['项目', '金额']],
    ['第三条 甲 乙', ['第三条甲', '乙']],
  ])('cuts %s into %j', (text, parts) => {
    expect(partsOf(text)).toEqual(parts);
  });
});
