/**
 * A document of the library as an official paper for download: title, note with number and days, validity, text by
 * clauses. 国办公开办函〔2021〕33号: title, note and text, without the signing order. Pure; browser-safe.
 */
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { OfficialPaper, PaperBlock } from '#kernel/paper/paper.ts';
import type { DocumentClause } from './clause.ts';

export interface PaperDocument {
  readonly title: string;
  readonly documentNumber: string | null;
  readonly issuers: readonly string[];
  readonly writtenOn: Day;
  readonly effectiveOn: Day | null;
  readonly lapsesOn: Day | null;
  readonly clauses: readonly DocumentClause[];
  /** What the library says of it, in one sentence: 现行有效。自2026年5月1日起施行。 */
  readonly standing: string;
}

const headingLevels: Readonly<Partial<Record<DocumentClause['level'], 1 | 2 | 3 | 4>>> = {
  annex: 1,
  book: 1,
  chapter: 1,
  section: 2,
  heading1: 1,
  heading2: 2,
  heading3: 3,
  heading4: 4,
};

const openingOf = ({ label, heading }: DocumentClause) =>
  [label, heading].filter((part) => part !== null).join('');

/** Name and day of the issuer at the end stand at the right. */
function isSignature(text: string, issuers: readonly string[]): boolean {
  const words = text.replace(/\s+/gu, '');
  return issuers.join('') === words || /^\d{4}年\d{1,2}月\d{1,2}日$/u.test(words);
}

function blocksOfClause(clause: DocumentClause, issuers: readonly string[]): readonly PaperBlock[] {
  const { level, text, rows, parent } = clause;
  if (rows !== null) {
    const width = Math.max(1, ...rows.map((row) => row.length));
    return [
      {
        kind: 'table',
        widths: Array.from({ length: width }, () => 1),
        headRows: 1,
        rows: rows.map((row, at) =>
          Array.from({ length: width }, (_, column) => ({ text: row[column] ?? '', header: at === 0 })),
        ),
        small: true,
      },
    ];
  }
  const opening = openingOf(clause);
  const headingLevel = headingLevels[level];
  if (headingLevel !== undefined && text === '')
    return [{ kind: 'heading', level: headingLevel, text: opening }];
  if (opening !== '') {
    const runs = [{ text: opening, strong: true }, { text: `${level === 'article' ? '　' : ''}${text}` }];
    return [{ kind: 'paragraph', text: runs }];
  }
  if (level === 'text' && parent === null && text.endsWith('：')) {
    return [{ kind: 'paragraph', text, indent: false }];
  }
  if (level === 'text' && isSignature(text, issuers)) {
    return [{ kind: 'paragraph', text, indent: false, align: 'right' }];
  }
  return [{ kind: 'paragraph', text }];
}

/** Longest line of a title in two-hao type. */
const titleLine = 20;

/** A long title in lines of like length. */
export function titleLines(title: string): readonly string[] {
  const count = Math.max(1, Math.ceil(title.length / titleLine));
  const length = Math.ceil(title.length / count);
  return Array.from({ length: count }, (_, at) => title.slice(at * length, (at + 1) * length));
}

/** Title, note and text of one document; several make a collection or an issue of the gazette. */
export function blocksOfDocument(document: PaperDocument): readonly PaperBlock[] {
  const { title, documentNumber, issuers, writtenOn, effectiveOn, lapsesOn, clauses, standing } = document;
  const note = [
    documentNumber,
    `${longDay(writtenOn)}${issuers.join('、')}制发`,
    effectiveOn === null ? null : `自${longDay(effectiveOn)}起施行`,
    lapsesOn === null ? null : `有效期至${longDay(lapsesOn)}`,
  ].filter((part) => part !== null);
  return [
    { kind: 'title', lines: titleLines(title) },
    { kind: 'paragraph', text: `（${note.join('　')}）`, indent: false, align: 'center' },
    { kind: 'paragraph', text: standing, indent: false, align: 'center' },
    ...clauses.flatMap((clause) => blocksOfClause(clause, issuers)),
    { kind: 'note', text: '（此件公开发布）' },
  ];
}

/** One document as a paper of its own. */
export function composeDocumentPaper(document: PaperDocument, day: Day): OfficialPaper {
  return {
    title: document.title,
    issuer: document.issuers.join('、'),
    day,
    blocks: blocksOfDocument(document),
  };
}
