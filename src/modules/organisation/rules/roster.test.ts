import { describe, expect, test } from 'vitest';
import { cellsOfCsv, handSeparators } from '#kernel/reading/csv-cells.ts';
import { readRoster } from './roster.ts';

const read = (text: string) => {
  const reading = readRoster(cellsOfCsv(text, handSeparators));
  return reading.ok
    ? reading.entries.map(({ line, name, unitName, heads, newEntrants }) => [
        line,
        name,
        unitName,
        heads,
        newEntrants,
      ])
    : reading.because;
};

describe('a roster', () => {
  test('is read below its heading: people by name, others by number', () => {
    const text = [
      '政务公开业务培训签到表',
      '序号,姓 名,单 位,人数,新进人员,签字',
      '1,张三,县教育局,,是,',
      '2,,双溪镇,12,3,',
      '3,,县水利局,,,',
      ',,,,,',
      '4,"李四",县教育局,5,,',
    ].join('\r\n');
    expect(read(text)).toEqual([
      [3, '张三', '县教育局', 1, 1],
      [4, null, '双溪镇', 12, 3],
      [7, '李四', '县教育局', 1, 0],
    ]);
  });

  test('may be marked, tabbed, quoted, and never has more new entrants than people', () => {
    expect(read('\ufeff姓名\t所在单位\n王五\t县政府办公室\n')).toEqual([[2, '王五', '县政府办公室', 1, 0]]);
    expect(read('单位,人数,新进人数\n"双溪镇,人民政府",2人,9\n')).toEqual([
      [2, null, '双溪镇,人民政府', 2, 2],
    ]);
    expect(cellsOfCsv('"a ""b""\nc",d')).toEqual([['a "b"\nc', 'd']]);
  });

  test('without a heading or without people says so', () => {
    expect(read('张三,县教育局\n')).toContain('没有找到表头');
    expect(read('姓名,单位\n,县教育局\n')).toContain('没有填写人员');
  });
});
