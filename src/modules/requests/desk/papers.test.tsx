/** The preview shows what is empty; marks are drawn over exactly the selected words; what was left elsewhere is offered. */
import { parseHTML } from 'linkedom';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { RedactionMark } from '../rules/redaction/redacted-text.ts';
import { LetterPreview } from './letters/letter-preview.tsx';
import { MarkList } from './redactions/mark-list.tsx';
import { findSpans, piecesOfPart } from './redactions/selected-spans.ts';
import { TextMarker } from './redactions/text-marker.tsx';

const nothing = () => undefined;
const text = {
  parts: ['户主张三丰，每月600元。', '张三丰', '600'],
  blocks: [
    { kind: 'paragraph' as const, part: 0, headingLevel: null, centred: false },
    {
      kind: 'table' as const,
      columnCount: 2,
      rows: [
        [
          { part: 1, columnSpan: 1, rowSpan: 1 },
          { part: 2, columnSpan: 1, rowSpan: 1 },
        ],
      ],
    },
  ],
};
const mark: RedactionMark = { part: 0, start: 2, end: 5, why: '个人隐私（第十五条）', keepElsewhere: false };

describe('the preview of a letter', () => {
  const html = renderToStaticMarkup(
    <LetterPreview
      blocks={[
        { kind: 'title', lines: ['望澜县教育局', '政府信息不予公开答复书'] },
        { kind: 'number', text: '望教公开复〔2026〕7号' },
        { kind: 'addressee', text: '王**' },
        { kind: 'paragraph', text: '具体理由：〔具体理由〕' },
        { kind: 'signature', office: '望澜县教育局', day: '' },
      ]}
    />,
  );

  it('marks empty fields and leaves document numbers alone', () => {
    expect(html.match(/<mark>/gu)).toHaveLength(1);
    expect(html).toContain('<mark>〔具体理由〕</mark>');
    expect(html).toContain('望教公开复〔2026〕7号');
  });

  it('shows where seal and day will stand', () => {
    expect(html).toContain('（印章）');
    expect(html).toContain('（签发日期）');
  });
});

describe('the text to be redacted', () => {
  const html = renderToStaticMarkup(
    <TextMarker text={text} marks={[mark]} why="" disabled={false} onAdd={nothing} />,
  );

  it('covers the marked words and nothing else, and keeps offsets countable', () => {
    const { document } = parseHTML(`<main>${html}</main>`);
    const first = document.querySelector('[data-part="0"]');
    expect(first?.textContent).toBe(text.parts[0]);
    expect([...document.querySelectorAll('del')].map((one) => one.textContent)).toEqual(['张三丰']);
  });

  it('offers the keyboard at every part', () => {
    expect(html.match(/用键盘在第\d段选取/gu)).toHaveLength(3);
  });

  it('finds every place of some words, and cuts parts at marks that overlap', () => {
    expect(findSpans(text.parts, '张三丰')).toEqual([
      { part: 0, start: 2, end: 5 },
      { part: 1, start: 0, end: 3 },
    ]);
    expect(findSpans(text.parts, '')).toEqual([]);
    const pieces = piecesOfPart('甲乙丙丁', [
      { start: 1, end: 3 },
      { start: 2, end: 4 },
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe('甲乙丙丁');
    expect(pieces.filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(['乙丙', '丁']);
  });
});

describe('the list of marks', () => {
  const listOf = (marks: readonly RedactionMark[]) =>
    renderToStaticMarkup(
      <MarkList
        text={text}
        marks={marks}
        boxes={[]}
        disabled={false}
        onMarks={nothing}
        onBoxes={nothing}
        onMarkWords={nothing}
      />,
    );

  it('says what still stands elsewhere until it is kept on purpose', () => {
    expect(listOf([mark])).toContain('别处还有相同的文字');
    expect(listOf([{ ...mark, keepElsewhere: true }])).not.toContain('别处还有相同的文字');
  });
});
