/** Type of official papers in Word documents: faces, sizes, the line grid, runs. */
import { LineRuleType, TextRun } from 'docx';
import { type PaperText, runsOf } from './paper.ts';

/** Typefaces every official office has; figures and letters are set in Times New Roman. */
export const faces = {
  song: '方正小标宋简体',
  body: '仿宋_GB2312',
  black: '黑体',
  kai: '楷体_GB2312',
  page: '宋体',
} as const;

/** Half points: 二号, 三号, 四号, 小四, 五号. */
export const sizes = { title: 44, body: 32, table: 28, small: 24, fine: 21 } as const;

/** Lines of 28 points. */
export const lineGrid = { line: 560, lineRule: LineRuleType.EXACT } as const;

export function fontOf(face: keyof typeof faces) {
  const figures = 'Times New Roman';
  return { eastAsia: faces[face], ascii: figures, hAnsi: figures, cs: figures };
}

/** Runs of a text; a line break inside a run becomes one on the page. */
export function textRuns(text: PaperText, face: keyof typeof faces, size: number): TextRun[] {
  return runsOf(text).flatMap((run) =>
    run.text.split('\n').map(
      (words, index) =>
        new TextRun({
          text: words,
          font: fontOf(face),
          size,
          ...(run.strong && { bold: true }),
          ...(run.underline && { underline: {} }),
          ...(run.script === 'sup' && { superScript: true }),
          ...(run.script === 'sub' && { subScript: true }),
          ...(index > 0 && { break: 1 }),
        }),
    ),
  );
}
