import { describe, expect, it } from 'vitest';
import { findingsOfCase, readRecogniserCases } from '../../../testing/recogniser-cases.ts';
import { documentOfText } from '../../checked-document.ts';
import { documentOfRows } from '../../document-draft.ts';
import { bareContext } from '../../recogniser.ts';
import { readCapitalAmount } from './capital-amount.ts';
import { sumRecogniser } from './recogniser.ts';

const marksOf = (title: string | null, rows: readonly (readonly string[])[]) =>
  sumRecogniser.find(documentOfRows(title, rows), bareContext).map(({ code, text }) => [code, text]);

describe('sums in running text', () => {
  it.each(readRecogniserCases(new URL('../cases/sum.csv', import.meta.url)).map((one) => ({ ...one })))(
    '$title',
    (one) => {
      expect(findingsOfCase(sumRecogniser, one)).toEqual(one.expected);
    },
  );

  it('accepts every right total of two parts and no wrong one', () => {
    const codes = (text: string) => sumRecogniser.find(documentOfText(text), bareContext).length;
    for (let left = 1; left < 60; left += 7) {
      for (let right = 1; right < 60; right += 5) {
        expect(codes(`受理申请${left}件、投诉${right}件，共${left + right}件。`)).toBe(0);
        expect(codes(`受理申请${left}件、投诉${right}件，共${left + right + 1}件。`)).toBe(1);
        expect(codes(`数量由${left}件增加到${left + right}件，增加${right}件。`)).toBe(0);
        expect(codes(`数量由${left}件增加到${left + right}件，增加${right + 2}件。`)).toBe(1);
      }
    }
  });

  it('reads amounts in capital characters', () => {
    expect(readCapitalAmount('壹佰贰拾叁元肆角伍分')).toBe(12_345);
    expect(readCapitalAmount('壹亿贰仟叁佰万元整')).toBe(12_300_000_000);
    expect(readCapitalAmount('拾万零伍佰元整')).toBe(10_050_000);
    expect(readCapitalAmount('壹仟零壹万零叁拾元整')).toBe(1_001_003_000);
  });
});

describe('sums in tables', () => {
  const plain = (total: string) => [
    ['单位', '受理件数'],
    ['县财政局', '12'],
    ['县民政局', '8'],
    ['县司法局', '5'],
    ['合计', total],
  ];

  it('adds a plain list to its total, at the end or at the head', () => {
    expect(marksOf('受理情况', plain('25'))).toEqual([]);
    expect(marksOf('受理情况', plain('26'))).toEqual([['sum.columnTotal', '26']]);
    const [header = [], ...rows] = plain('26');
    expect(marksOf('受理情况', [header, ...rows.toReversed()])).toEqual([['sum.columnTotal', '26']]);
  });

  it('lets several columns bear witness for each other', () => {
    const table = (last: string) => [
      ['单位', '受理', '办结', '占比'],
      ['县财政局', '12', '10', '48%'],
      ['县民政局', '8', '8', '32%'],
      ['县司法局', '5', '4', '20%'],
      ['合计', '25', last, '100%'],
    ];
    expect(marksOf(null, table('22'))).toEqual([]);
    expect(marksOf(null, table('23'))).toEqual([['sum.columnTotal', '23']]);
  });

  it('keeps subtotals and totals apart', () => {
    const table = (total: string, subtotal = '20') => [
      ['单位', '受理', '办结'],
      ['县财政局', '12', '10'],
      ['县民政局', '8', '8'],
      ['小计', subtotal, '18'],
      ['城关镇', '5', '4'],
      ['望澜镇', '6', '6'],
      ['小计', '11', '10'],
      ['合计', total, '28'],
    ];
    expect(marksOf(null, table('31'))).toEqual([]);
    expect(marksOf(null, table('32'))).toEqual([['sum.columnTotal', '32']]);
    expect(marksOf(null, table('31', '21'))).toContainEqual(['sum.columnTotal', '21']);
  });

  it('finds the cell where a row and a column are off by the same', () => {
    const table = [
      ['单位', '一季度', '二季度', '合计'],
      ['县财政局', '12', '10', '22'],
      ['县民政局', '8', '9', '16'],
      ['县司法局', '5', '4', '9'],
      ['合计', '25', '22', '47'],
    ];
    expect(marksOf(null, table)).toEqual([['sum.cell', '9']]);
  });

  it('checks growth and shares where most rows show what is meant', () => {
    const growth = (last: string) => [
      ['单位', '2023年', '2024年', '同比增长（%）'],
      ['县财政局', '100', '120', '20.0'],
      ['县民政局', '80', '60', '-25.0'],
      ['县司法局', '30', '33', '10.0'],
      ['县教育局', '40', '50', last],
    ];
    expect(marksOf(null, growth('25.0'))).toEqual([]);
    expect(marksOf(null, growth('20.0'))).toEqual([['sum.rate', '20.0']]);
    const shares = (last: string) => [
      ['类别', '件数', '占比'],
      ['网络', '50', '50%'],
      ['当面', '30', '30%'],
      ['信函', '20', last],
      ['合计', '100', '100%'],
    ];
    expect(marksOf(null, shares('20%'))).toEqual([]);
    expect(marksOf(null, shares('25%'))).toEqual([['sum.rate', '25%']]);
  });

  it('takes a row that numbers the columns for a part of the head', () => {
    const table = (total: string) => [
      ['单位', '一季度', '二季度', '三季度'],
      ['栏次', '1', '2', '3'],
      ['县财政局', '12', '10', '7'],
      ['县民政局', '8', '9', '4'],
      ['合计', '20', '19', total],
    ];
    expect(marksOf(null, table('11'))).toEqual([]);
    expect(marksOf(null, table('12'))).toEqual([['sum.columnTotal', '12']]);
  });

  it('allows what rounding does, in tables of 万元', () => {
    const table = (total: string) => [
      ['项目', '金额（万元）', '资金（万元）'],
      ['办公费', '3.33', '1.0'],
      ['会议费', '3.33', '2.0'],
      ['培训费', '3.33', '3.0'],
      ['合计', total, '6.0'],
    ];
    expect(marksOf('支出表', table('10.00'))).toEqual([]);
    expect(marksOf('支出表', table('11.00'))).toEqual([['sum.columnTotal', '11.00']]);
  });

  it('takes columns of noughts for no witness', () => {
    const yearly = [
      ['办理情况', '自然人', '商业企业', '科研机构', '公益组织', '总计'],
      ['一、本年新收', '12', '3', '0', '0', '15'],
      ['二、上年结转', '1', '0', '0', '0', '1'],
      ['（一）予以公开', '7', '2', '0', '0', '9'],
      ['（二）不予公开', '4', '1', '0', '0', '5'],
      ['（三）总计', '11', '3', '0', '0', '14'],
      ['四、结转下年', '2', '0', '0', '0', '2'],
    ];
    expect(marksOf('政府信息公开申请情况', yearly)).toEqual([]);
  });

  it('keeps silent about outlines, 其中, rates and words', () => {
    const outline = [
      ['项目', '金额'],
      ['一、收入', '100'],
      ['（一）税收', '60'],
      ['（二）非税', '40'],
      ['合计', '100'],
    ];
    expect(marksOf(null, outline)).toEqual([]);
    const among = [
      ['项目', '人数'],
      ['党员', '30'],
      ['其中：女党员', '10'],
      ['团员', '20'],
      ['合计', '50'],
    ];
    expect(marksOf(null, among)).toEqual([]);
    const rates = [
      ['单位', '满意率'],
      ['县财政局', '98'],
      ['县民政局', '96'],
      ['合计', '97'],
    ];
    expect(marksOf(null, rates)).toEqual([]);
    const words = [
      ['单位', '件数'],
      ['县财政局', '12'],
      ['县民政局', '办理中'],
      ['合计', '20'],
    ];
    expect(marksOf(null, words)).toEqual([]);
  });
});
