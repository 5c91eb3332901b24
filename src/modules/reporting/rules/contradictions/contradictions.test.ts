import { describe, expect, it } from 'vitest';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { cellKey } from '../../law/cells.ts';
import { disputeRows } from '../../law/layouts.ts';
import { givenFigures, reportOfValues } from '../../testing/given-figures.ts';
import { judgeText } from './judge-text.ts';
import { readChineseNumeral, readQuantity } from './text-quantities.ts';

function reportOfCase(sentence: string, figures: string) {
  const values = givenFigures();
  for (const [, row = '', value] of figures.matchAll(/(\w+)=(\d+)/gu)) {
    const table = disputeRows.some(({ id }) => id === row) ? 'disputes' : 'requests';
    values[cellKey(table, row, 'total')] = Number(value);
    values[cellKey(table, row, table === 'disputes' ? 'pending' : 'naturalPerson')] = Number(value);
  }
  const paragraphs = [{ text: sentence, place: { line: 1 } }];
  return reportOfValues(values, { sections: [{ number: 1, title: '总体情况', paragraphs }] });
}

describe('the text against the tables', () => {
  const cases = readCaseTable(new URL('./cases/sentences.csv', import.meta.url));
  it.each(cases.map(({ line, cells }) => ({ line, ...cells }) as { line: number } & Record<string, string>))(
    'line $line: $sentence',
    ({ sentence = '', figures = '', contradicted = '' }) => {
      const found = judgeText(reportOfCase(sentence, figures)).map(({ quotation = '' }) => quotation);
      if (contradicted === '') expect(found).toEqual([]);
      else {
        expect(found).toHaveLength(1);
        expect(found[0]?.normalize('NFKC')).toBe(contradicted);
      }
    },
  );

  it('takes the sum of a row for its total where the total was left empty', () => {
    const report = reportOfCase('收到政府信息公开申请12件。', 'received=12');
    const received = { state: 'blank' as const, value: 0, text: '', place: {} };
    const figures = { ...report.figures, 'requests.received.total': received };
    expect(judgeText({ ...report, figures })).toEqual([]);
  });

  it('says what is written, what the tables say, and where the words stand', () => {
    const report = reportOfCase('今年 收到申请 １２ 件。依申请公开如下。', 'received=13 carriedIn=2');
    expect(judgeText(report)).toMatchObject([
      {
        sentence:
          '第一部分文字“收到申请１２件”写的是12，表3第一项“本年新收”总计是13，表3第一项与第二项合计是15。',
        span: { paragraph: '今年 收到申请 １２ 件。依申请公开如下。', start: 3, end: 12 },
        place: { line: 1 },
      },
    ]);
  });
});

describe('numbers in text', () => {
  it.each([
    ['十二', 12],
    ['一百零五', 105],
    ['二〇', 20],
    ['三千零一', 3001],
    ['两万', 20_000],
    ['一万二千', 12_000],
    ['件', undefined],
  ])('%s', (text, value) => expect(readChineseNumeral(text)).toBe(value));

  it('knows how exactly a rounded number is meant', () => {
    expect(readQuantity('1.2万')).toEqual({ value: 12_000, tolerance: 500, isVague: false });
    expect(readQuantity('3,746')).toEqual({ value: 3746, tolerance: 0, isVague: false });
    expect(readQuantity('约100')).toMatchObject({ isVague: true });
  });
});
