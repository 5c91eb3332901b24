import { expect, test } from 'vitest';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { foundOfCase, wantedOfCase } from '../../testing/finding-cases.ts';
import { draftDocument } from '../document-draft.ts';
import { bareContext } from '../recogniser.ts';
import { internalRoutingRecogniser } from './internal-routing.ts';
import { workInstructionRecogniser } from './work-instructions.ts';

const casesOf = (name: string) =>
  readCaseTable(new URL(`cases/${name}.csv`, import.meta.url)).map(
    (row) => [row.line, row.cells.原文, row] as const,
  );

test.each(casesOf('internal-routing'))('routing %i: %s', (_line, _text, row) => {
  expect(foundOfCase(row, internalRoutingRecogniser)).toEqual(wantedOfCase(row));
});

test.each(casesOf('work-instructions'))('instruction %i: %s', (_line, _text, row) => {
  expect(foundOfCase(row, workInstructionRecogniser)).toEqual(wantedOfCase(row));
});

test('a draft left in the file name and a slip in the properties are found', () => {
  const draft = draftDocument();
  draft.addPart('fileName', '关于防汛工作的通知（代拟稿）2.docx');
  draft.addPart('property', '签报', {}, { label: '主题' });
  draft.addPart('body', '关于防汛工作的通知');
  const found = internalRoutingRecogniser.find(draft.finish(), bareContext);
  expect(found.map((finding) => [finding.code, finding.text])).toEqual([
    ['internalRouting.draft', '代拟稿'],
    ['internalRouting.slip', '签报'],
  ]);
});

test('the label of a form is a hint only, what was written into a form is not', () => {
  const draft = draftDocument();
  draft.addTable(null, [
    [
      { text: '拟办意见', column: 0, place: {} },
      { text: '请县财政局研究，呈县长审定。', column: 1, place: {} },
    ],
    [{ text: '领导批示：同意。', column: 0, place: {} }],
  ]);
  const found = internalRoutingRecogniser.find(draft.finish(), bareContext);
  expect(found.map((finding) => [finding.text, finding.severity])).toEqual([
    ['拟办意见', 'hint'],
    ['领导批示：同意。', 'confirm'],
  ]);
});
