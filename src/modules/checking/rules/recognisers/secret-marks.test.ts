import { expect, test } from 'vitest';
import { readCaseTable } from '#kernel/testing/case-table.ts';
import { foundOfCase, wantedOfCase } from '../../testing/finding-cases.ts';
import { draftDocument } from '../document-draft.ts';
import { bareContext } from '../recogniser.ts';
import { secretMarkRecogniser } from './secret-marks.ts';

const rows = readCaseTable(new URL('cases/secret-marks.csv', import.meta.url));

test.each(rows.map((row) => [row.line, row.cells.原文, row] as const))('%i: %s', (_line, _text, row) => {
  expect(foundOfCase(row, secretMarkRecogniser)).toEqual(wantedOfCase(row));
});

test('marks in header, property and file name are found and say where they stand', () => {
  const draft = draftDocument();
  draft.addPart('fileName', '（机密）关于开展专项检查的通知.docx');
  draft.addPart('property', '内部', {}, { label: '类别' });
  draft.addPart('header', '秘密');
  draft.addPart('body', '关于开展专项检查的通知', { paragraph: 1 });
  const found = secretMarkRecogniser.find(draft.finish(), bareContext);
  expect(found.map((finding) => [finding.code, finding.text, finding.reason.slice(0, 4)])).toEqual([
    ['secretMark.level', '机密', '文件名带'],
    ['secretMark.internal', '内部', '文件属性'],
    ['secretMark.level', '秘密', '页眉单独'],
  ]);
});

test('the columns of a catalogue of publicity are no marks', () => {
  const draft = draftDocument();
  const cells = (texts: readonly string[]) => texts.map((text, column) => ({ text, column, place: {} }));
  draft.addTable(null, [
    cells(['事项', '公开方式', '密级']),
    cells(['救助名单', '依申请公开', '秘密']),
    cells(['执法计划', '不予公开', '机密']),
  ]);
  expect(secretMarkRecogniser.find(draft.finish(), bareContext)).toEqual([]);
});
