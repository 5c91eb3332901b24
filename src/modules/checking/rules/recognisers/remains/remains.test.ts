import { describe, expect, it } from 'vitest';
import { findingsOfCase, readRecogniserCases } from '../../../testing/recogniser-cases.ts';
import { documentOfRows, draftDocument } from '../../document-draft.ts';
import { bareContext } from '../../recogniser.ts';
import { remainsRecogniser } from './recogniser.ts';

describe('remains of drafting', () => {
  it.each(readRecogniserCases(new URL('../cases/remains.csv', import.meta.url)).map((one) => ({ ...one })))(
    '$title',
    (one) => {
      expect(findingsOfCase(remainsRecogniser, one)).toEqual(one.expected);
    },
  );

  it('sees the error values of a workbook', () => {
    const table = documentOfRows('支出表', [
      ['项目', '金额'],
      ['办公费', '#N/A'],
      ['会议费', '####'],
      ['培训费', 'NaN'],
    ]);
    const marks = remainsRecogniser.find(table, bareContext).map(({ code, text }) => [code, text]);
    expect(marks).toEqual([
      ['remains.fieldError', '#N/A'],
      ['remains.fieldError', '####'],
      ['remains.fieldError', 'NaN'],
    ]);
  });

  it('reads headers and leaves equal cells alone', () => {
    const draft = draftDocument();
    draft.addPart('header', '（送审稿）');
    const long = '按时公开部门决算，做到内容真实、准确、完整。';
    draft.addTable(null, [
      [
        { text: long, column: 0, place: {} },
        { text: long, column: 1, place: {} },
      ],
    ]);
    const found = remainsRecogniser.find(draft.finish(), bareContext);
    expect(found.map(({ code, severity }) => [code, severity])).toEqual([['remains.draftMark', 'confirm']]);
  });
});
