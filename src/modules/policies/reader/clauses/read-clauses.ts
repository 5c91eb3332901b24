/**
 * The text of a document as structured clauses: 编章节条款项目, the outline 一、（一）1.（1） and decimals, annexes and tables.
 * Anchors name the number of a clause and not its place, so that an edit elsewhere leaves them as they are. Pure.
 */
import { joinChinese } from '#kernel/chinese/fold-text.ts';
import type { SourceTable } from '#kernel/reading/source.ts';
import type { ClauseLevel, DocumentClause } from '../../rules/clause.ts';
import type { DocumentLine } from '../lines.ts';
import { type ClauseMark, type MarkKind, markOfLine } from './marks.ts';
import { withoutContents } from './table-of-contents.ts';

/** The rows of a table as plain cell texts, merged cells filled once. */
function cellRowsOfTable(table: SourceTable): readonly (readonly string[])[] {
  return table.rows.map((row) => row.cells.map((cell) => cell.text));
}

/** How deep a level stands; a clause ends all that stand as deep or deeper. */
const depths: Readonly<Record<ClauseLevel, number>> = {
  annex: 0,
  book: 1,
  chapter: 2,
  section: 3,
  article: 4,
  paragraph: 5,
  item: 6,
  subitem: 7,
  heading1: 4,
  heading2: 5,
  heading3: 6,
  heading4: 7,
  text: 9,
  table: 9,
};

const anchorLetters: Readonly<Record<ClauseLevel, string>> = {
  annex: 'f',
  book: 'b',
  chapter: 'z',
  section: 'j',
  article: 't',
  paragraph: 'k',
  item: 'x',
  subitem: 'm',
  heading1: 'y',
  heading2: 'e',
  heading3: 's',
  heading4: 'i',
  text: 'p',
  table: 'g',
};

interface OpenClause {
  readonly anchor: string;
  readonly level: ClauseLevel;
  readonly depth: number;
}

const headingLevels: readonly ClauseLevel[] = ['heading1', 'heading2', 'heading3', 'heading4'];

class ClauseBuilder {
  readonly clauses: DocumentClause[] = [];
  #open: OpenClause[] = [];
  readonly #used = new Map<string, number>();
  readonly #counted = new Map<string, number>();
  #lastArticle = 0;

  #inside(level: ClauseLevel): OpenClause | undefined {
    return this.#open.find((one) => one.level === level);
  }

  get inArticle(): boolean {
    return this.#inside('article') !== undefined;
  }

  get lastArticle(): number {
    return this.#lastArticle;
  }

  /** Articles are numbered through chapters; everything else is named within what holds it. */
  #pathBefore(level: ClauseLevel, depth: number): string {
    const annex = this.#inside('annex')?.anchor;
    if (level === 'annex') return '';
    if (level === 'article' || level === 'chapter' || level === 'book') {
      const book = level === 'chapter' ? this.#inside('book')?.anchor : undefined;
      return book ?? annex ?? '';
    }
    const holder = this.#open.filter((one) => one.depth < depth).at(-1);
    return holder?.anchor ?? '';
  }

  #uniqueAnchor(wanted: string): string {
    const times = this.#used.get(wanted) ?? 0;
    this.#used.set(wanted, times + 1);
    return times === 0 ? wanted : `${wanted}~${times + 1}`;
  }

  /** The next number of a clause that prints none: the second paragraph of an article is 第二款. */
  #nextIn(path: string, letter: string, from: number): number {
    const key = `${path}/${letter}`;
    const next = (this.#counted.get(key) ?? from - 1) + 1;
    this.#counted.set(key, next);
    return next;
  }

  add(
    level: ClauseLevel,
    mark: Pick<ClauseMark, 'label' | 'numbers'> | null,
    content: { heading: string | null; text: string; rows?: DocumentClause['rows'] },
    line: DocumentLine,
    depth: number = depths[level],
  ): void {
    this.#open = this.#open.filter((one) => one.depth < depth);
    const parent = this.#open.at(-1)?.anchor ?? null;
    const path = this.#pathBefore(level, depth);
    const letter = anchorLetters[level];
    const number =
      mark === null || (mark.numbers[0] ?? 0) === 0
        ? String(this.#nextIn(path, letter, level === 'paragraph' ? 2 : 1))
        : mark.numbers.join('z');
    const anchor = this.#uniqueAnchor(path === '' ? `${letter}${number}` : `${path}-${letter}${number}`);
    if (level === 'article') this.#lastArticle = mark?.numbers[0] ?? this.#lastArticle;
    if (level === 'annex') this.#lastArticle = 0;
    const { heading, text, rows = null } = content;
    this.clauses.push({
      anchor,
      parent,
      level,
      label: mark?.label === '' ? null : (mark?.label ?? null),
      heading,
      text,
      rows,
      place: line.place,
    });
    if (depth < depths.text) this.#open.push({ anchor, level, depth });
  }

  /** Continues the last clause: a heading whose name stands on the next line. */
  nameLast(heading: string): boolean {
    const last = this.clauses.at(-1);
    if (last === undefined || last.heading !== null || last.text !== '') return false;
    this.clauses[this.clauses.length - 1] = { ...last, heading };
    return true;
  }
}

const longestHeading = 40;

/** A heading that opens a paragraph: 加强领导。各单位要…, or one that stands alone. */
function splitHeading(text: string): { heading: string | null; text: string } {
  if (!/[。；]/u.test(text) && text.length <= longestHeading && !/[：:]$/u.test(text)) {
    return { heading: text, text: '' };
  }
  const stop = text.indexOf('。');
  if (stop > 0 && stop <= longestHeading && text.length - stop > 8 && !/[：:；]/u.test(text.slice(0, stop))) {
    return { heading: text.slice(0, stop), text: text.slice(stop + 1).trim() };
  }
  return { heading: null, text };
}

const articleHeading = /^(?:【(?<square>[^【】]{2,20})】|（(?<round>[^（）]{2,20})）)\s*(?<rest>.+)$/u;

function articleContent(rest: string): { heading: string | null; text: string } {
  const groups = articleHeading.exec(rest)?.groups;
  const heading = groups?.square ?? groups?.round ?? null;
  return { heading, text: heading === null ? rest : (groups?.rest ?? '') };
}

const outlineOf: Partial<Record<MarkKind, number>> = {
  han: 0,
  hanBracket: 1,
  digit: 2,
  digitBracket: 3,
  circled: 3,
};

function addMarked(builder: ClauseBuilder, mark: ClauseMark, line: DocumentLine): boolean {
  const rest = joinChinese(mark.rest);
  switch (mark.kind) {
    case 'book':
    case 'chapter':
    case 'section':
      builder.add(mark.kind, mark, { heading: rest === '' ? null : rest, text: '' }, line);
      return true;
    case 'article': {
      const expected = mark.numbers[0] === builder.lastArticle + 1 || mark.numbers.length > 1;
      if (!mark.isSetApart && !expected) return false;
      builder.add('article', mark, articleContent(rest), line);
      return true;
    }
    case 'annex':
      builder.add('annex', mark, { heading: rest === '' ? null : rest, text: '' }, line);
      return true;
    case 'decimal': {
      const depth = Math.min(mark.numbers.length - 1, 3);
      const level = headingLevels[depth] ?? 'heading4';
      // The path is in the number itself: 1.2.3 stands under 1.2.
      builder.add(level, { ...mark, numbers: mark.numbers.slice(-1) }, splitHeading(rest), line);
      return true;
    }
    default: {
      if (builder.inArticle && mark.kind !== 'han') {
        const level = mark.kind === 'hanBracket' ? 'item' : 'subitem';
        builder.add(level, mark, { heading: null, text: rest }, line);
        return true;
      }
      const level = headingLevels[outlineOf[mark.kind] ?? 3] ?? 'heading4';
      builder.add(level, mark, splitHeading(rest), line);
      return true;
    }
  }
}

export interface ClauseSource {
  readonly lines: readonly DocumentLine[];
  /** Titles that open an annex without the word 附件: the text a notice issues. */
  /** Addressees, signature, list of attachments: text, but no clause of what is above them. */
  readonly isOfLetter: (index: number) => boolean;
  readonly isAnnexTitle: (line: DocumentLine, index: number) => boolean;
}

/** Reads the lines of the text, in order, into clauses. */
export function readClauses({ lines, isOfLetter, isAnnexTitle }: ClauseSource): readonly DocumentClause[] {
  const builder = new ClauseBuilder();
  const kept = withoutContents(lines);
  let awaitsName = false;
  kept.forEach(({ line, index }) => {
    if (line.table !== null) {
      builder.add('table', null, { heading: null, text: '', rows: cellRowsOfTable(line.table) }, line);
      awaitsName = false;
      return;
    }
    if (isOfLetter(index)) {
      builder.add('text', null, { heading: null, text: line.text }, line);
      awaitsName = false;
      return;
    }
    if (isAnnexTitle(line, index)) {
      if (!(awaitsName && builder.nameLast(line.text))) {
        builder.add('annex', null, { heading: line.text, text: '' }, line);
      }
      awaitsName = false;
      return;
    }
    const mark = markOfLine(line.spaced);
    if (mark !== undefined && addMarked(builder, mark, line)) {
      awaitsName =
        builder.clauses.at(-1)?.heading === null &&
        ['annex', 'chapter', 'book', 'section'].includes(builder.clauses.at(-1)?.level ?? '');
      return;
    }
    if (awaitsName && line.compact.length <= 60 && builder.nameLast(line.text)) {
      awaitsName = false;
      return;
    }
    awaitsName = false;
    if (builder.inArticle) builder.add('paragraph', null, { heading: null, text: line.text }, line);
    else builder.add('text', null, { heading: null, text: line.text }, line);
  });
  return builder.clauses;
}
