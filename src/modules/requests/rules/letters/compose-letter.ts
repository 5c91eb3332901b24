/**
 * A letter as an official paper: number, title, addressee, text, forms, enclosures, signature (GB/T 9704—2012, 信函 and
 * 告知书). The same template, values and head give the same paper. Pure.
 */
import type { Day } from '#kernel/day.ts';
import type { OfficialPaper, PaperBlock } from '#kernel/paper/paper.ts';
import type { LetterFieldName, LetterValues } from './letter-fields.ts';
import { type LetterKind, letterKindOf } from './letter-kinds.ts';
import { type FilledLine, fillLetterTemplate, readLetterTemplate } from './template-text.ts';

export interface LetterHead {
  /** Full name of the organ that answers. */
  readonly organ: string;
  /** Null while the letter is a draft. */
  readonly documentNumber: string | null;
  /** Day of signing; null while the letter is a draft. */
  readonly signedOn: Day | null;
  /** Time of the properties of the file. */
  readonly day: Day;
}

export interface ComposedLetter {
  readonly paper: OfficialPaper;
  /** Fields the letter prints and nobody has filled in. */
  readonly missing: readonly LetterFieldName[];
}

/** A line that ends in a colon before anything else was said addresses somebody. */
function isAddressee(line: FilledLine, index: number): boolean {
  return index === 0 && line.label === null && line.text.endsWith('：');
}

function bodyBlocks(lines: readonly FilledLine[]): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  let rows: (readonly [string, string])[] = [];
  const closeForm = () => {
    if (rows.length > 0) blocks.push({ kind: 'facts', rows });
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.label !== null) {
      rows.push([line.label, line.text]);
      continue;
    }
    closeForm();
    if (isAddressee(line, index)) blocks.push({ kind: 'addressee', text: line.text.slice(0, -1) });
    // An entry of several lines is several paragraphs.
    else
      for (const text of line.text.split('\n')) {
        if (text.trim() !== '') blocks.push({ kind: 'paragraph', text: text.trim() });
      }
  }
  closeForm();
  return blocks;
}

/** The paper of a letter and what it still lacks. `template` was judged with `findTemplateFaults` when it was stored. */
export function composeLetter(
  kind: LetterKind,
  template: string,
  values: LetterValues,
  head: LetterHead,
): ComposedLetter {
  const { title } = letterKindOf(kind);
  const { lines, missing } = fillLetterTemplate(readLetterTemplate(template), values);
  const enclosures = (values.enclosures ?? '')
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean);
  const numbered = head.documentNumber ?? '（文号于签发时编定）';
  const blocks: PaperBlock[] = [
    { kind: 'title', lines: [head.organ, title] },
    { kind: 'number', text: numbered, ruled: false },
    ...bodyBlocks(lines),
    ...(enclosures.length === 0 ? [] : [{ kind: 'attachments', titles: enclosures } as const]),
    ...(kind === 'serviceReceipt'
      ? []
      : [{ kind: 'signature', office: head.organ, day: head.signedOn, seal: true } as const]),
  ];
  return { paper: { title: `${title}`, issuer: head.organ, day: head.day, blocks }, missing };
}

/** The words of a paper, for checks and for search in tests. */
export function plainTextOfPaper(paper: OfficialPaper): string {
  const wordsOf = (text: PaperBlock & { kind: 'paragraph' }) =>
    typeof text.text === 'string' ? text.text : text.text.map((run) => run.text).join('');
  return paper.blocks
    .flatMap((block) => {
      switch (block.kind) {
        case 'title':
          return [block.lines.join('')];
        case 'number':
          return [block.text];
        case 'addressee':
          return [`${block.text}：`];
        case 'paragraph':
          return [wordsOf(block)];
        case 'facts':
          return block.rows.map(([label, value]) => `${label}：${typeof value === 'string' ? value : ''}`);
        case 'attachments':
          return block.titles.map((title, index) => `${index === 0 ? '附件：' : ''}${title}`);
        case 'signature':
          return [block.office];
        default:
          return [];
      }
    })
    .join('\n');
}
