import { describe, expect, it } from 'vitest';
import { findingsOfCase, readRecogniserCases } from '../../../testing/recogniser-cases.ts';
import { documentOfText } from '../../checked-document.ts';
import { bareContext } from '../../recogniser.ts';
import { judgeSequence } from './judge-sequence.ts';
import { chineseNumberOf, valueOfChineseNumber } from './numerals.ts';
import { numberingRecogniser } from './recogniser.ts';

const codes = (text: string) =>
  numberingRecogniser.find(documentOfText(text), bareContext).map((finding) => finding.code);

describe('numbering', () => {
  it.each(readRecogniserCases(new URL('../cases/numbering.csv', import.meta.url)).map((one) => ({ ...one })))(
    '$title',
    (one) => {
      expect(findingsOfCase(numberingRecogniser, one)).toEqual(one.expected);
    },
  );

  it('reads every Chinese number it writes', () => {
    for (let value = 1; value < 1000; value += 1) {
      expect(valueOfChineseNumber(chineseNumberOf(value))).toBe(value);
    }
  });

  it('finds any single slip in a list once, and names what should stand', () => {
    for (let length = 4; length <= 9; length += 1) {
      const list = Array.from({ length }, (_, index) => index + 1);
      expect(judgeSequence(list)).toEqual([]);
      for (let at = 1; at < length - 1; at += 1) {
        const without = list.filter((_, index) => index !== at);
        expect(judgeSequence(without)).toEqual([{ at, kind: 'missing', wanted: null, missing: at + 1 }]);
        const wrong = list.with(at, at);
        expect(judgeSequence(wrong)).toEqual([{ at, kind: 'repeated', wanted: at + 1, missing: null }]);
      }
    }
  });

  it('keeps quiet where a scan has lost much', () => {
    const lost = ['一、', '四、', '二、', '七、', '五、', '三、', '九、']
      .map((mark) => `${mark}任务`)
      .join('\n');
    expect(codes(lost)).toEqual([]);
  });
});
