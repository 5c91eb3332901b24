import { expect, it } from 'vitest';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { needsInterpretation } from './needs-interpretation.ts';

it.each(
  readCaseTable(new URL('./cases/needs-interpretation.csv', import.meta.url)).map(
    (row) => [row.line, row.cells] as const,
  ),
)('needs-interpretation.csv line %i', (_line, cells) => {
  const { 标题: title = '', 性质: said } = cells;
  const nature = said === 'normative' || said === 'other' ? said : null;
  const verdict = needsInterpretation({ title, nature });
  expect(verdict.isNeeded ? '是' : '否').toBe(cells.需要解读);
  expect(verdict.because).toMatch(/。$/u);
  expect(verdict.article).toContain('80号');
});
