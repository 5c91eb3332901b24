import { describe, expect, it } from 'vitest';
import { findingsOfCase, readRecogniserCases } from '../../../testing/recogniser-cases.ts';
import { likenessOfTitles } from './compare-titles.ts';
import { attachmentRecogniser } from './recogniser.ts';

describe('attachments', () => {
  it.each(
    readRecogniserCases(new URL('../cases/attachment.csv', import.meta.url)).map((one) => ({ ...one })),
  )('$title', (one) => {
    expect(findingsOfCase(attachmentRecogniser, one)).toEqual(one.expected);
  });

  it('tells a slip in a name from another name', () => {
    expect(likenessOfTitles('政务公开任务分解表', ['政务公开任务分解表'])).toBe('same');
    expect(likenessOfTitles('《政务公开任务分解表》', ['政务公开 任务分解表'])).toBe('same');
    expect(likenessOfTitles('政务公开任务分解表', ['政务公开任务分工表'])).toBe('similar');
    expect(likenessOfTitles('政务公开任务分解表', ['填报单位（盖章）：'])).toBe('different');
  });
});
