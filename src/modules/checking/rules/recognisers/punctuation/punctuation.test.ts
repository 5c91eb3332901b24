import { describe, expect, it } from 'vitest';
import { findingsOfCase, readRecogniserCases } from '../../../testing/recogniser-cases.ts';
import { documentOfText } from '../../checked-document.ts';
import { documentOfRows, draftDocument } from '../../document-draft.ts';
import { bareContext } from '../../recogniser.ts';
import { punctuationRecogniser } from './recogniser.ts';

const find = (text: string) => punctuationRecogniser.find(documentOfText(text), bareContext);

describe('punctuation', () => {
  it.each(
    readRecogniserCases(new URL('../cases/punctuation.csv', import.meta.url)).map((one) => ({ ...one })),
  )('$title', (one) => {
    expect(findingsOfCase(punctuationRecogniser, one)).toEqual(one.expected);
  });

  it('never wants a blank between Chinese and Latin, and never one away', () => {
    for (const text of ['使用Excel表格', '使用 Excel 表格', '增长5%以上', '增长 5% 以上', '第 3 季度']) {
      expect(find(text)).toEqual([]);
    }
  });

  it('offers signs that end the fault', () => {
    const wrong = '各单位要高度重视,,认真组织实施。。请于5月前报送;逾期不候!。';
    let text = wrong;
    for (const finding of [...find(wrong)].sort((left, right) => right.start - left.start)) {
      text = text.slice(0, finding.start) + (finding.suggestion ?? '') + text.slice(finding.end);
    }
    expect(find(text)).toEqual([]);
  });

  it('does not join brackets of two cells', () => {
    const table = documentOfRows(null, [['望澜镇（含', '开发区）']]);
    expect(punctuationRecogniser.find(table, bareContext).map(({ code }) => code)).toEqual([
      'punctuation.unpaired',
      'punctuation.unpaired',
    ]);
  });

  it('leaves comments and properties alone', () => {
    const draft = draftDocument();
    draft.addPart('comment', '这里,改一下。。');
    draft.addPart('property', '张三,李四');
    expect(punctuationRecogniser.find(draft.finish(), bareContext)).toEqual([]);
  });
});
