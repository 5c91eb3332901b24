import { describe, expect, it } from 'vitest';
import { addDays, type Day, dayOf, weekdayOf } from '#kernel/day.ts';
import { findingsOfCase, readRecogniserCases } from '../../../testing/recogniser-cases.ts';
import { documentOfText } from '../../checked-document.ts';
import { documentOfRows } from '../../document-draft.ts';
import { bareContext } from '../../recogniser.ts';
import { dateRecogniser } from './recogniser.ts';

const inWords = (day: Day) => {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return `${year}年${month}月${dayOfMonth}日`;
};
const codesOf = (text: string) =>
  dateRecogniser.find(documentOfText(text), bareContext).map((finding) => finding.code);

describe('dates', () => {
  it.each(readRecogniserCases(new URL('../cases/date.csv', import.meta.url)).map((one) => ({ ...one })))(
    '$title',
    (one) => {
      expect(findingsOfCase(dateRecogniser, one)).toEqual(one.expected);
    },
  );

  it('says nothing of any day with its weekday, and speaks of each with another', () => {
    const names = ['一', '二', '三', '四', '五', '六', '日'];
    for (let count = 0; count < 800; count += 1) {
      const day = addDays(dayOf('2023-01-01'), count);
      const right = weekdayOf(day) - 1;
      expect(codesOf(`定于${inWords(day)}（星期${names[right]}）召开。`)).toEqual([]);
      expect(codesOf(`定于${inWords(day)}（星期${names[(right + 1 + (count % 6)) % 7]}）召开。`)).toEqual([
        'date.weekday',
      ]);
    }
  });

  it('accepts each period in order and refuses it the other way round', () => {
    for (let count = 1; count < 800; count += 13) {
      const first = dayOf('2023-01-01');
      const last = addDays(first, count);
      expect(codesOf(`自${inWords(first)}至${inWords(last)}，共${count + 1}天。`)).toEqual([]);
      expect(codesOf(`自${inWords(last)}至${inWords(first)}`)).toEqual(['date.period']);
    }
  });

  it('leaves padded days in cells alone', () => {
    const table = documentOfRows(null, [['日期'], ['2024年05月01日']]);
    expect(dateRecogniser.find(table, bareContext)).toEqual([]);
  });
});
