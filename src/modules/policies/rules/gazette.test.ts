import { expect, test } from 'vitest';
import { dayOf } from '#kernel/day.ts';
import { composeGazette, issueName, nextIssueNumber } from './gazette.ts';

test('issues count within the year and through all years', () => {
  const first = nextIssueNumber(undefined, 2025);
  expect(first).toEqual({ year: 2025, number: 1, totalNumber: 1 });
  const second = nextIssueNumber(first, 2025);
  expect(issueName(second)).toBe('2025年第2号（总第2号）');
  expect(nextIssueNumber(second, 2026)).toEqual({ year: 2026, number: 1, totalNumber: 3 });
});

test('an issue has a table of contents and each document on a page of its own', () => {
  const document = {
    title: '清河县集市管理办法',
    documentNumber: '清政发〔2026〕1号',
    issuers: ['清河县人民政府'],
    writtenOn: dayOf('2026-01-05'),
    effectiveOn: null,
    lapsesOn: null,
    clauses: [],
    standing: '现行有效。',
  };
  const paper = composeGazette(
    { year: 2026, number: 1, totalNumber: 3, publisher: '清河县人民政府', day: dayOf('2026-02-01') },
    [document, { ...document, title: '清河县河道管理办法' }],
  );
  expect(paper.title).toBe('清河县人民政府公报2026年第1号（总第3号）');
  expect(paper.blocks.filter(({ kind }) => kind === 'pageBreak').length).toBe(2);
  expect(paper.blocks.filter(({ kind }) => kind === 'contents').length).toBe(1);
});
