/**
 * The door of pasting: markup as Word, WPS, Excel, the WeChat editor and old sites put it on the clipboard, turned into
 * a body that keeps the structure and none of the look.
 */
import { arrangeBody } from '../arrange-body.ts';
import type { RichBody, RichInline } from '../body.ts';
import { plainMarks } from '../body.ts';
import { type DroppedPart, DroppedTally } from '../dropped.ts';
import { parseMarkup } from '../parse-markup.ts';
import type { RawBlock, RawCell } from '../raw-body.ts';
import { MarkupReader } from '../read-markup.ts';
import { writeRichText } from '../write-body.ts';
import { findHeadings } from './headings.ts';
import { gatherOfficeLists, gatherTypedLists } from './lists.ts';
import { officeHabits } from './office-habits.ts';
import { divideParagraphs, inEveryContainer } from './paragraphs.ts';
import { type PastedPicture, takePictures } from './pictures.ts';
import { liftLayoutTables, titleTables } from './tables.ts';

export interface PasteChoice {
  /** Makes headings of 一、 （一） 第一章. */
  readonly headingsByNumber?: boolean;
  /** Number of the first picture's placeholder, where an editor tells several pastes apart; 1 unless said. */
  readonly firstPicture?: number;
}

export interface CleanedPaste {
  readonly body: RichBody;
  /** Canonical markup; a picture still to be uploaded stands there with its placeholder. */
  readonly html: string;
  readonly dropped: readonly DroppedPart[];
  readonly pictures: readonly PastedPicture[];
}

const officeSign = /\bmso-|urn:schemas-microsoft-com|class="?Mso|kingsoft/iu;

/** Anchors of the page it came from lead nowhere in ours. */
function withoutForeignAnchors(blocks: readonly RawBlock[]): readonly RawBlock[] {
  const unlinked = (inline: RichInline): RichInline =>
    inline.marks.link?.startsWith('#') === true
      ? { ...inline, marks: { ...inline.marks, link: null } }
      : inline;
  return inEveryContainer(blocks, (run) =>
    run.map((block) =>
      block.kind === 'paragraph' || block.kind === 'heading'
        ? { ...block, inlines: block.inlines.map(unlinked) }
        : block,
    ),
  );
}

function finishPaste(
  blocks: readonly RawBlock[],
  choice: PasteChoice,
  isOffice: boolean,
  tally: DroppedTally,
): CleanedPaste {
  const { blocks: pictured, pictures } = takePictures(
    withoutForeignAnchors(blocks),
    choice.firstPicture ?? 1,
  );
  const divided = divideParagraphs(liftLayoutTables(pictured));
  const headed = findHeadings(divided, { isOffice, byNumber: choice.headingsByNumber === true });
  const listed = gatherTypedLists(gatherOfficeLists(headed));
  const body = arrangeBody(titleTables(listed), tally);
  return { body, html: writeRichText(body), dropped: tally.list(), pictures };
}

/** Cleans pasted markup. Never throws; what was left out is said. */
export function cleanPastedMarkup(html: string, choice: PasteChoice = {}): CleanedPaste {
  const tally = new DroppedTally();
  const markup = parseMarkup(html, tally);
  const blocks = markup === undefined ? [] : new MarkupReader(tally, officeHabits).read(markup);
  return finishPaste(blocks, choice, officeSign.test(html), tally);
}

const paragraphOf = (text: string): RawBlock => ({
  kind: 'paragraph',
  align: null,
  inlines: [{ kind: 'text', text, marks: plainMarks }],
});

/** Lines with tabs that follow each other are a table; any other line is a paragraph. */
export function cleanPastedText(text: string, choice: PasteChoice = {}): CleanedPaste {
  const blocks: RawBlock[] = [];
  let rows: RawCell[][] = [];
  const close = () => {
    const isTable = rows.length > 1 && rows.some((row) => row.length > 1);
    if (isTable) blocks.push({ kind: 'table', caption: '', rows });
    else blocks.push(...rows.flatMap((row) => row.flatMap((cell) => cell.blocks)));
    rows = [];
  };
  for (const line of text.split(/\r\n?|\n/u)) {
    const values = line.trim().includes('\t') ? line.split('\t') : undefined;
    if (values === undefined) {
      close();
      blocks.push(paragraphOf(line));
    } else
      rows.push(
        values.map((value) => ({ header: false, columnSpan: 1, rowSpan: 1, blocks: [paragraphOf(value)] })),
      );
  }
  close();
  return finishPaste(blocks, choice, false, new DroppedTally());
}
