/**
 * Reads an official document: from the blocks of a file to its elements, each with its place and its doubts, and its
 * structured text. Joins the readers of box, title, letter, statements and clauses; no database, no clock.
 */
import type { Day } from '#kernel/day.ts';
import type { SourceDocument } from '#kernel/reading/source.ts';
import { type BoxReading, boxValue, readBox } from './box.ts';
import { readClauses } from './clauses/read-clauses.ts';
import type { DocumentReading, NotADocument } from './document-reading.ts';
import { settleElements } from './elements/settle-elements.ts';
import { redHeadOfLine } from './issuers.ts';
import { endsLikeTitle } from './kinds.ts';
import { readLetter } from './letter.ts';
import { type DocumentLine, linesOfDocument } from './lines.ts';
import { judgeDocumentSigns, type SignsVerdict } from './not-a-document.ts';
import { findTitle, titleKey } from './title.ts';

export interface DocumentReadingOptions {
  /** What a page says about itself in its own tags (PubDate, ArticleTitle). */
  readonly page?: { readonly title: string | null; readonly publishedOn: Day | null };
  /** Keeps addressees, signature and list of attachments among the clauses, for a page that shows the whole text. */
  readonly keepsLetter?: boolean;
}

export type DocumentVerdict =
  | { readonly ok: true; readonly document: DocumentReading }
  | { readonly ok: false; readonly notADocument: NotADocument };

/** Names of the red head: one line, or several bodies above 文件. */
function findRedHead(lines: readonly DocumentLine[]) {
  for (const [at, line] of lines.slice(0, 40).entries()) {
    const found = redHeadOfLine(line.compact);
    if (found !== undefined) return { ...found, at, place: line.place };
  }
  return undefined;
}

function titleOfBox(box: BoxReading): string | null {
  const value = boxValue(box, 'title')?.value ?? null;
  return value === null || value.length < 5 ? null : value;
}

interface WeighedReading {
  readonly document: DocumentReading;
  readonly verdict: SignsVerdict;
}

function readAndWeigh(source: SourceDocument, options: DocumentReadingOptions): WeighedReading {
  const all = linesOfDocument(source);
  const box = readBox(all);
  const { lines } = box;
  const redHead = findRedHead(lines);
  const redName =
    redHead === undefined ? null : `${redHead.name}${redHead.mark === '文件' ? '' : redHead.mark}`;
  const pageTitle = options.page?.title ?? null;
  const known = titleOfBox(box) ?? (pageTitle !== null && endsLikeTitle(pageTitle) ? pageTitle : null);
  const title = findTitle(lines, known, redName);
  const from = title?.to ?? (redHead === undefined ? 0 : redHead.at + 1);
  const letter = readLetter(lines, from);
  const settled = settleElements({ box, lines, redHead, title, letter, from, page: options.page ?? null });
  const annexKeys = settled.annexTitles.map(titleKey);
  const isOfLetter = (index: number) => letter.taken.has(index) || settled.headLines.has(index);
  const kept = lines
    .map((line, index) => ({ line, index }))
    .filter(({ index }) => index >= from && index < letter.end)
    .filter(({ index }) => options.keepsLetter === true || !isOfLetter(index));
  const clauses = readClauses({
    lines: kept.map(({ line }) => line),
    isOfLetter: (at) => isOfLetter(kept[at]?.index ?? 0),
    isAnnexTitle: (line, at) => {
      const index = kept[at]?.index ?? 0;
      if (letter.signatureEnd === null || index < letter.signatureEnd) return false;
      const key = titleKey(line.text);
      if (annexKeys.includes(key)) return true;
      return index === letter.signatureEnd && line.centred && endsLikeTitle(line.compact);
    },
  });
  const verdict = judgeDocumentSigns({ box, title, letter, clauses, settled, lines });
  const { headLines: _, annexTitles: __, hasNote: ___, ...elements } = settled;
  const attachments = elements.attachments.map((one) => ({
    ...one,
    isInFile: clauses.some(
      ({ level, label, heading }) =>
        level === 'annex' &&
        ((heading !== null && titleKey(heading) === titleKey(one.title)) ||
          (label !== null && one.no !== null && label.endsWith(String(one.no))) ||
          (label !== null && elements.attachments.length === 1)),
    ),
  }));
  const flags =
    clauses.length === 0
      ? [...elements.flags, { element: 'body' as const, reason: '没有读到正文。' }]
      : elements.flags;
  const notes = source.notes.map(({ sentence }) => sentence);
  return { document: { ...elements, attachments, clauses, flags, notes }, verdict };
}

/** Reads a document; the verdict says why where it is none. */
export function readDocument(source: SourceDocument, options: DocumentReadingOptions = {}): DocumentVerdict {
  const { document, verdict } = readAndWeigh(source, options);
  if (!verdict.isDocument) return { ok: false, notADocument: verdict.notADocument };
  return { ok: true, document };
}

/** Reads what is known to be a document, however little of one it shows. */
export function readKnownDocument(
  source: SourceDocument,
  options: DocumentReadingOptions = {},
): DocumentReading {
  return readAndWeigh(source, options).document;
}
