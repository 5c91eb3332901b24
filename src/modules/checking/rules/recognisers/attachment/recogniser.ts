/** Attachments a paper announces and does not have, has and does not announce, or names in two ways. Pure. */
import type { Finding } from '../../finding.ts';
import { type PublishedLine, proseLinesOf } from '../../published-lines.ts';
import { findingOf, type Recogniser } from '../../recogniser.ts';
import { bareTitle, likenessOfTitles } from './compare-titles.ts';
import { attachmentKinds } from './kinds.ts';
import {
  type AttachmentHeading,
  type AttachmentNote,
  type AttachmentReference,
  findAttachmentHeadings,
  findAttachmentNotes,
  findAttachmentReferences,
  type NamedAttachment,
} from './read-attachments.ts';

interface Paper {
  readonly text: string;
  readonly note: AttachmentNote | undefined;
  readonly headings: readonly AttachmentHeading[];
  readonly references: readonly AttachmentReference[];
  /** Names of files handed in with it; null when nobody can tell. */
  readonly files: readonly string[] | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

function report(
  paper: Paper,
  code: keyof typeof attachmentKinds,
  { start, end }: Span,
  reason: string,
  more: { readonly severity?: 'hint'; readonly suggestion?: string } = {},
): Finding {
  return findingOf(attachmentKinds, code, {
    text: paper.text.slice(start, end),
    start,
    end,
    reason,
    ...more,
  });
}

const nameOf = (number: number | null) => (number === null ? '附件' : `附件${number}`);

/** A file handed in that is this attachment, by its number or its name. */
function isHandedIn(files: readonly string[], { number, title }: NamedAttachment): boolean {
  const wanted = bareTitle(title);
  return files.some((file) => {
    const printed = /附[\s　]?件[\s　]?(\d{1,2})/u.exec(file)?.[1];
    if (printed !== undefined && number !== null) return Number(printed) === number;
    const name = bareTitle(file);
    return name !== '' && (name.includes(wanted) || wanted.includes(name));
  });
}

/** The heading of an announced attachment; the only one may bear a number in one place and none in the other. */
function headingOf(paper: Paper, item: NamedAttachment): AttachmentHeading | undefined {
  const isOnly = paper.note?.items.length === 1;
  const fits = (number: number | null) =>
    number === item.number || (isOnly && (number ?? 1) === (item.number ?? 1));
  return paper.headings.find(({ number }) => fits(number));
}

/** An item of the note against the attachments behind the text and the files beside it. */
function judgeItem(paper: Paper, item: NamedAttachment): readonly Finding[] {
  const heading = headingOf(paper, item);
  if (heading !== undefined) return judgeTitle(paper, item, heading);
  const isFile = paper.files !== null && isHandedIn(paper.files, item);
  if (isFile) return [];
  const named = `${nameOf(item.number)}“${item.title}”`;
  if (paper.files !== null || paper.headings.some(({ number }) => number !== null)) {
    return [report(paper, 'attachment.missing', item, `附件说明列有${named}，未见这一附件`)];
  }
  return [];
}

function judgeTitle(paper: Paper, item: NamedAttachment, heading: AttachmentHeading): readonly Finding[] {
  const likeness = likenessOfTitles(item.title, heading.titles);
  if (likeness === 'same' || heading.title === '') return [];
  const reason = `附件说明为“${item.title}”，附件标题为“${heading.title}”`;
  return [
    report(paper, 'attachment.title', item, reason, likeness === 'similar' ? {} : { severity: 'hint' }),
  ];
}

/** Announced without a trace of any attachment: whether they go out in files of their own nobody can tell. */
function judgeUnseen(paper: Paper): readonly Finding[] {
  const [first] = paper.note?.items ?? [];
  if (paper.files !== null || paper.headings.length > 0 || first === undefined) return [];
  const count = paper.note?.items.length ?? 0;
  return [
    report(paper, 'attachment.unseen', first, `附件说明列有${count}个附件，文中未见附件，请确认一并发布`),
  ];
}

function judgeHeadings(paper: Paper): readonly Finding[] {
  const items = paper.note?.items ?? [];
  if (items.length === 0) return [];
  const numbers = new Set(items.map(({ number }) => number ?? 1));
  // 附件：甲 before 附件2 may be the first attachment itself.
  const isHeading = items.length === 1 && items[0]?.number === null;
  return paper.headings
    .filter(({ number }) => number !== null && !numbers.has(number))
    .map((heading) =>
      report(
        paper,
        'attachment.unannounced',
        heading,
        `${nameOf(heading.number)}未列入附件说明`,
        isHeading ? { severity: 'hint' } : {},
      ),
    );
}

function judgeReferences(paper: Paper): readonly Finding[] {
  const items = paper.note?.items ?? [];
  const known = new Set([
    ...items.map(({ number }) => number ?? 1),
    ...paper.headings.map(({ number }) => number ?? 1),
  ]);
  const missing = paper.references.filter(({ number }) => {
    const isFile = paper.files !== null && isHandedIn(paper.files, { number, title: '　', start: 0, end: 0 });
    return !known.has(number) && !isFile;
  });
  if (known.size === 0 && paper.files === null) {
    const [first] = missing;
    if (first === undefined) return [];
    return [report(paper, 'attachment.unseen', first, '文中提到附件，未见附件说明和附件')];
  }
  return missing.map((one) =>
    report(paper, 'attachment.missing', one, `文中提到附件${one.number}，没有这一附件`),
  );
}

function judgeNote(paper: Paper): readonly Finding[] {
  const items = paper.note?.items ?? [];
  const [only] = items;
  const findings: Finding[] = [];
  if (items.length === 1 && only?.number === 1 && paper.headings.length < 2) {
    findings.push(report(paper, 'attachment.form', only, '只有一个附件的不编序号'));
  }
  items.forEach((item, index) => {
    const wanted = index + 1;
    if (item.number !== null && item.number !== wanted && items[index - 1]?.number !== item.number - 1) {
      findings.push(report(paper, 'attachment.number', item, `附件序号应为${wanted}`));
    }
    if (/[。；，;]$/u.test(item.title)) {
      const span = { start: item.end - 1, end: item.end };
      findings.push(report(paper, 'attachment.form', span, '附件名称后不加标点', { suggestion: '' }));
    }
  });
  return findings;
}

function readPaper(
  text: string,
  lines: readonly PublishedLine[],
  files: readonly string[] | null,
): Paper | null {
  const notes = findAttachmentNotes(lines);
  // Several papers in one file: which attachment belongs to which nobody can tell.
  if (notes.length > 1) return null;
  const [note] = notes;
  const headings = findAttachmentHeadings(lines, note?.lineAfter ?? 0);
  return { text, note, headings, references: findAttachmentReferences(lines), files };
}

export const attachmentRecogniser: Recogniser = {
  name: 'attachment',
  kinds: attachmentKinds,
  find(document) {
    if (!document.text.includes('附')) return [];
    const paper = readPaper(document.text, proseLinesOf(document), document.attachments);
    if (paper === null) return [];
    return [
      ...(paper.note?.items ?? []).flatMap((item) => judgeItem(paper, item)),
      ...judgeUnseen(paper),
      ...judgeHeadings(paper),
      ...judgeReferences(paper),
      ...judgeNote(paper),
    ];
  },
};
