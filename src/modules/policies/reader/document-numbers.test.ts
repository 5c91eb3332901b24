import { describe, expect, it } from 'vitest';
import { bracketedNumbersIn, findDocumentNumber, numberOfLine } from './document-numbers.ts';

describe('document numbers', () => {
  it.each([
    ['国办发〔2019〕54号', '国办发〔2019〕54号', true],
    ['国办发[2019]54号', '国办发〔2019〕54号', false],
    ['望政函（2024）007号', '望政函〔2024〕7号', false],
    ['望政函〔2024〕第7号', '望政函〔2024〕7号', false],
    ['文号：望政发【2020】3号', '望政发〔2020〕3号', false],
  ])('reads %s as %s', (printed, number, isStandard) => {
    expect(numberOfLine(printed, null)).toMatchObject({ number, isStandard });
  });

  it('takes the number apart', () => {
    expect(findDocumentNumber('望政办发〔2023〕12号')?.parts).toEqual({
      code: '望政办发',
      year: 2023,
      serial: 12,
    });
  });

  it('completes an order by its red head', () => {
    expect(numberOfLine('第12号', '望澜县人民政府令')?.number).toBe('望澜县人民政府令第12号');
    expect(numberOfLine('2022年第3号', '望澜县人民政府公告')?.number).toBe('望澜县人民政府公告2022年第3号');
    expect(numberOfLine('第12号', null)).toBeUndefined();
  });

  it.each(['一、望政发〔2020〕3号文件执行情况', '（2024）年度', '2024年5月6日'])(
    'takes %s for no line of a number',
    (line) => {
      expect(numberOfLine(line, null)).toBeUndefined();
    },
  );

  it('finds cited numbers without the words before them', () => {
    expect(
      bracketedNumbersIn('按照国办发〔2019〕54号和望政发〔2020〕3号文件').map(({ number }) => number),
    ).toEqual(['国办发〔2019〕54号', '望政发〔2020〕3号']);
  });
});
