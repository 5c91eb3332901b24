/**
 * Makes a released copy and proves it by reading it back. Nothing of the source's bytes goes into the copy: text is
 * typeset anew, pages are drawn anew. Touches no rows.
 */
import type { Day } from '#kernel/day.ts';
import type { OfficialPaper } from '#kernel/paper/paper.ts';
import { writePaperPdf } from '#kernel/paper/pdf.ts';
import { readSourceIsolated } from '#kernel/reading/read-source-isolated.ts';
import {
  boxesAreBlack,
  burnBoxes,
  drawPages,
  type PageImage,
  writePicturePdf,
} from '../../reader/page-images.ts';
import type { PageBox } from '../../rules/redaction/page-boxes.ts';
import { proveTextRedaction, type RedactionProof } from '../../rules/redaction/prove-redaction.ts';
import {
  comparableWords,
  listRemovedWords,
  paperOfRedaction,
  type RedactionMark,
  type RedactionText,
  redactionSign,
  redactParts,
} from '../../rules/redaction/redacted-text.ts';

export interface MadeCopy {
  readonly bytes: Uint8Array;
  readonly proof: RedactionProof;
}

const remark = `（公开版。标有${redactionSign}处为依法不予公开的内容，已经删除）`;

/** Whether any of the words stand in the bytes as text, outside of packed streams. */
function standsInBytes(bytes: Uint8Array, words: string): boolean {
  const raw = Buffer.from(bytes);
  const wide = Buffer.from(words, 'utf16le').swap16();
  return (
    raw.includes(Buffer.from(words)) || raw.includes(wide) || raw.includes(Buffer.from(wide.toString('hex')))
  );
}

/** A first paragraph that only says the title again; -1 where there is none. Marked or not, the title is printed above. */
function ownTitlePart({ parts, blocks }: RedactionText, title: string): number {
  const first = blocks.find((block) => block.kind === 'paragraph' && (parts[block.part] ?? '').trim() !== '');
  if (first?.kind !== 'paragraph') return -1;
  return comparableWords(parts[first.part] ?? '') === comparableWords(title) ? first.part : -1;
}

function withoutOwnTitle(text: RedactionText, title: string): RedactionText {
  const own = ownTitlePart(text, title);
  return { ...text, blocks: text.blocks.filter((block) => block.kind !== 'paragraph' || block.part !== own) };
}

/** The proof of a copy of text, from its bytes alone. */
export async function proveCopyOfText(
  bytes: Uint8Array,
  title: string,
  text: RedactionText,
  marks: readonly RedactionMark[],
): Promise<RedactionProof> {
  const reading = await readSourceIsolated(bytes, { fileName: 'copy.pdf' }, { gatherAsides: true });
  if (!reading.ok) {
    return { holds: false, done: [], faults: [`公开版不能重新读出：${reading.refusal.sentence}`] };
  }
  const released = redactParts(text, marks).filter((_, part) => part !== ownTitlePart(text, title));
  const expected = [title, remark, ...released].join('\n');
  const removed = listRemovedWords(text, marks);
  const proof = proveTextRedaction(expected, title, removed, reading.document);
  const inBytes = removed.filter(({ words, keepElsewhere }) => !keepElsewhere && standsInBytes(bytes, words));
  if (inBytes.length === 0) return { ...proof, done: [...proof.done, '检索文件字节'] };
  return { ...proof, holds: false, faults: [...proof.faults, '文件字节中仍有已遮盖的文字'] };
}

/** A copy typeset from the text that remains. */
export async function makeCopyOfText(
  copy: {
    readonly title: string;
    readonly issuer: string;
    readonly day: Day;
    readonly fontFolder: string | null;
  },
  text: RedactionText,
  marks: readonly RedactionMark[],
): Promise<MadeCopy> {
  const { title, issuer, day, fontFolder } = copy;
  const paper: OfficialPaper = {
    title,
    issuer,
    day,
    pageNumbers: false,
    blocks: [
      { kind: 'title', lines: [title] },
      { kind: 'paragraph', text: remark, align: 'center', indent: false },
      ...paperOfRedaction(withoutOwnTitle(text, title), marks),
    ],
  };
  const { bytes } = await writePaperPdf(paper, fontFolder);
  return { bytes, proof: await proveCopyOfText(bytes, title, text, marks) };
}

/** The proof of a copy of pages: it has no text at all, and what was boxed is black when another program draws it. */
export async function proveCopyOfPages(
  bytes: Uint8Array,
  pages: number,
  boxes: readonly PageBox[],
): Promise<RedactionProof> {
  const faults: string[] = [];
  const reading = await readSourceIsolated(bytes, { fileName: 'copy.pdf' }, { gatherAsides: true });
  if (reading.ok || reading.refusal.code !== 'imageOnly') faults.push('公开版中除图像外还有文字或者其他内容');
  const drawing = await drawPages(bytes);
  if (drawing.kind !== 'drawn' || drawing.pages.length !== pages) {
    faults.push('公开版不能重新绘出');
  } else {
    const open = drawing.pages.filter((page, index) => !boxesAreBlack(page, index + 1, boxes)).length;
    if (open > 0) faults.push(`有${open}页的遮盖处不是全黑`);
  }
  return {
    holds: faults.length === 0,
    done: [`核对全部${pages}页没有文字层和属性`, `逐像素核对${boxes.length}处遮盖`],
    faults,
  };
}

/** A copy of page pictures with the boxes burnt in. */
export async function makeCopyOfPages(
  drawn: readonly PageImage[],
  boxes: readonly PageBox[],
): Promise<MadeCopy> {
  const bytes = writePicturePdf(drawn.map((page, index) => burnBoxes(page, index + 1, boxes)));
  return { bytes, proof: await proveCopyOfPages(bytes, drawn.length, boxes) };
}
