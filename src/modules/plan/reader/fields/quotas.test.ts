import { describe, expect, it } from 'vitest';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { readQuotas } from './quotas.ts';

const wordOfPeriod = {
  year: '年',
  halfYear: '半年',
  quarter: '季度',
  month: '月',
  week: '周',
  plan: '计划',
} as const;

describe('readQuotas', () => {
  it.each(
    readCaseTable(new URL('./cases/quotas.csv', import.meta.url)).map(
      (row) => [row.line, row.cells.原文 ?? '', row.cells] as const,
    ),
  )('quotas.csv line %i: %s', (_line, text, cells) => {
    const quotas = readQuotas(text);
    expect(quotas.map((quota) => quota.count).join('|')).toBe(cells.次数);
    expect(quotas.map((quota) => quota.counter).join('|')).toBe(cells.量词);
    expect(quotas.map((quota) => wordOfPeriod[quota.per]).join('|')).toBe(cells.周期);
  });
});
