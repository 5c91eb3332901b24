/** What a file holds that nobody sees when it is read, in one sentence for each kind of thing. Pure. */
import type { SourceAside, SourceAsideKind, SourceDocument, SourcePlace } from '#kernel/reading/source.ts';
import type { FileRemark, PlaceInFile } from '../rules/checked-document.ts';
import type { DocumentDraft } from '../rules/document-draft.ts';

type RemarkCode = FileRemark['code'];

/** What the readers note, and what it is to the checks; other notes concern nobody here. */
const codesOfNotes: Readonly<Record<string, RemarkCode>> = {
  trackedChanges: 'trackedChanges',
  comments: 'comments',
  hiddenText: 'hiddenText',
  hiddenSheets: 'hiddenSheet',
  hiddenRows: 'hiddenRows',
  hiddenColumns: 'hiddenRows',
  pagesWithoutText: 'pageWithoutText',
  pictures: 'pictureWithoutText',
  croppedPicture: 'croppedPicture',
  earlierRevision: 'earlierRevision',
  embeddedFile: 'embeddedFile',
  embeddedDocument: 'embeddedFile',
  macro: 'macro',
  undecodable: 'unreadablePart',
  unreadablePart: 'unreadablePart',
  recognised: 'unreadablePart',
};

/** Notes whose own sentence says which pages, files or characters are meant. */
const tellThemselves: ReadonlySet<RemarkCode> = new Set<RemarkCode>([
  'pageWithoutText',
  'embeddedFile',
  'macro',
  'unreadablePart',
  'croppedPicture',
]);
/** Every page of a website has menus that open and pictures; what is written in them is checked like all else. */
const usualOfPages: ReadonlySet<RemarkCode> = new Set<RemarkCode>([
  'hiddenText',
  'hiddenRows',
  'pictureWithoutText',
]);
const mostNames = 5;

function namesOf(asides: readonly SourceAside[]): string {
  const names = [...new Set(asides.map(({ label }) => label?.trim() ?? '').filter((name) => name !== ''))];
  if (names.length === 0) return '';
  return `（${names.slice(0, mostNames).join('、')}${names.length > mostNames ? '等' : ''}）`;
}

function sentenceOf(code: RemarkCode, of: (kind: SourceAsideKind) => readonly SourceAside[]): string {
  switch (code) {
    case 'trackedChanges': {
      const deleted = of('deletedText');
      const more =
        deleted.length === 0 ? '' : `，删去的 ${deleted.length} 处文字仍在文件中${namesOf(deleted)}`;
      return `文件中有未接受的修订${more}。`;
    }
    case 'comments': {
      const comments = of('comment');
      return `文件中有批注${comments.length === 0 ? '' : ` ${comments.length} 条${namesOf(comments)}`}。`;
    }
    case 'hiddenText':
      return '文件中有看不见的文字（隐藏、与底色同色、极小、在页面以外或者被遮住），公开后任何人都能取出。';
    case 'hiddenSheet':
      return '工作簿中有隐藏的工作表，公开后任何人都能取消隐藏。';
    case 'hiddenRows':
      return '表格中有隐藏的行或列，公开后任何人都能取消隐藏。';
    case 'pictureWithoutText':
      return '文件中有图片，图片里的文字没有检测。';
    case 'earlierRevision': {
      const earlier = of('earlierRevision');
      return `文件中保留着先前的版本，有 ${earlier.length} 处现在看不到的文字仍可取出。`;
    }
    default:
      return '';
  }
}

/** Adds a remark for each thing the reader has noted, in order. */
export function addRemarks(
  draft: DocumentDraft,
  { format, notes, asides = [] }: SourceDocument,
  placeOf: (place: SourcePlace) => PlaceInFile,
): void {
  const told = new Set<string>();
  const of = (kind: SourceAsideKind) => asides.filter((aside) => aside.kind === kind);
  for (const note of notes) {
    const code = codesOfNotes[note.code];
    if (code === undefined || (format === 'html' && usualOfPages.has(code))) continue;
    const sentence = tellThemselves.has(code) ? note.sentence : sentenceOf(code, of);
    if (told.has(code + sentence)) continue;
    told.add(code + sentence);
    draft.addRemark(code, sentence, note.place === undefined ? {} : placeOf(note.place));
  }
}
