/** A checked file is shown by its parts, each kind under its name, findings numbered as in the list. */
import { parseHTML } from 'linkedom';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { CheckedFile } from '../contract.ts';
import { FileView } from './file-view.tsx';
import { givenFinding } from './given-finding.ts';
import { keyOfFinding } from './text-segments.ts';

const text = '统一布署\n另行布署\n藏起来的话';
const first = givenFinding('布署', { start: 2 });
const second = givenFinding('布署', { start: 7, severity: 'hint' });
const file: CheckedFile = {
  fileName: '通知.docx',
  text,
  parts: [
    { kind: 'body', start: 0, end: 4, place: { paragraph: 1 } },
    { kind: 'cell', start: 5, end: 9, place: { cell: '表1 第1行第1列' } },
    { kind: 'hiddenText', start: 10, end: 15, place: {} },
  ],
  findings: [first, second],
};
const rendered = (shown: CheckedFile, openKey?: string) =>
  parseHTML(
    `<html><body>${renderToStaticMarkup(
      <FileView file={shown} findings={shown.findings} openKey={openKey} onOpen={() => undefined} />,
    )}</body></html>`,
  ).document;

describe('a checked file', () => {
  it('names each kind of part, hidden text among them', () => {
    const page = rendered(file);
    expect([...page.querySelectorAll('.check-part-kind')].map((one) => one.textContent)).toEqual([
      '正文',
      '表格',
      '隐藏文字',
    ]);
    expect(page.querySelector('.check-cell')?.textContent).toBe('表1 第1行第1列');
  });

  it('marks findings as buttons with their severity in words and their number in the list', () => {
    const page = rendered(file, keyOfFinding(second));
    const marks = [...page.querySelectorAll('.check-mark')];
    expect(marks.map((one) => one.getAttribute('aria-label'))).toEqual(['布署，不得发布', '布署，提示']);
    expect(marks.map((one) => one.querySelector('sup')?.textContent)).toEqual(['1', '2']);
    expect(page.querySelectorAll('.check-mark-open')).toHaveLength(1);
  });

  it('shows only parts with findings in a very long file', () => {
    const parts = Array.from({ length: 1_600 }, (_, at) => ({
      kind: 'body' as const,
      start: at * 5,
      end: at * 5 + 4,
      place: { paragraph: at + 1 },
    }));
    const long = { ...file, text: '统一布署\n'.repeat(1_600), parts, findings: [first] };
    expect(rendered(long).querySelectorAll('.check-part')).toHaveLength(1);
  });
});
