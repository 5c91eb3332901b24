import { describe, expect, it } from 'vitest';
import { findingsOfCase, readRecogniserCases } from '../../../testing/recogniser-cases.ts';
import { documentOfText } from '../../checked-document.ts';
import { bareContext } from '../../recogniser.ts';
import { numeralRecogniser } from './recogniser.ts';

const marks = (text: string) =>
  numeralRecogniser.find(documentOfText(text), bareContext).map((finding) => finding.text);

describe('numerals', () => {
  it.each(readRecogniserCases(new URL('../cases/numeral.csv', import.meta.url)).map((one) => ({ ...one })))(
    '$title',
    (one) => {
      expect(findingsOfCase(numeralRecogniser, one)).toEqual(one.expected);
    },
  );

  it('accepts every year in one script and no year in two', () => {
    const digits = [...'〇一二三四五六七八九'];
    for (let year = 1949; year <= 2060; year += 1) {
      const chinese = [...String(year)].map((digit) => digits[Number(digit)] ?? '').join('');
      expect(marks(`${year}年度报告、${chinese}年度报告`)).toEqual([]);
      const mixed = chinese.slice(0, 1) + String(year).slice(1, 2) + chinese.slice(2);
      expect(marks(`${mixed}年度报告`)).toEqual([mixed]);
    }
  });
});
