import { describe, expect, it } from 'vitest';
import { readIssuingCodeTable } from './issuing-code-table.ts';

describe('a pasted table of issuing codes', () => {
  it('takes tabs and commas, leaves the heading and empty lines out', () => {
    const pasted =
      '单位\t代字\t启用日期\t停用日期\r\n县教育局\t望教发\t2024/3/5\t\r\n\r\n县财政局,望财发,,2025年1月1日';
    expect(readIssuingCodeTable(pasted)).toEqual([
      { unit: '县教育局', code: '望教发', validFrom: '2024-03-05' },
      { unit: '县财政局', code: '望财发', validUntil: '2025-01-01' },
    ]);
  });

  it('takes a file with quoted cells and a byte order mark', () => {
    expect(readIssuingCodeTable('\ufeff"县教育局","望教发"')).toEqual([{ unit: '县教育局', code: '望教发' }]);
  });

  it('keeps what it cannot read, so that the row is told and not lost', () => {
    expect(readIssuingCodeTable('县教育局')).toEqual([{ unit: '县教育局', code: '' }]);
    expect(readIssuingCodeTable('县教育局\t望教发\t去年')).toEqual([
      { unit: '县教育局', code: '望教发', validFrom: '去年' },
    ]);
  });
});
