/**
 * The text of one Word paragraph: runs, fields' results, tracked changes in their final state, hidden text left
 * out, text boxes collected for later. Knows nothing of tables.
 */

import type { SourceAsideKind, SourcePlace } from '../../source.ts';
import type { FormatRun } from '../format-run.ts';
import type { ListNumberer } from '../list-numberer.ts';
import { gatherPictureNames } from '../office-asides.ts';
import { childElements, descendantsNamed, firstChild, textInside, type XmlElement } from '../xml-tree.ts';
import { runPropertiesIn, type WordProperties, type WordStyles } from './styles.ts';
import { gatherFieldCode, isInvisiblySet } from './word-asides.ts';

/** What is carried through one document. */
export interface WordReading {
  readonly run: FormatRun;
  readonly styles: WordStyles;
  readonly numberer: ListNumberer;
  /** One entry per open field: true while its instruction is passing by. */
  readonly fields: boolean[];
  /** The instruction of each open field. */
  readonly instructions: string[];
  /** Where comments and notes are referred to, by `comment 3`, `footnote 1`. */
  readonly references: Map<string, SourcePlace>;
  /** A header, a note, a comment is being read: places mean nothing there. */
  readonly besideBody: boolean;
  /** Where the paragraph being read stands. */
  place: SourcePlace;
  /** Whether the file records page breaks of its last layout. */
  readonly knowsPages: boolean;
  page: number;
  paragraphs: number;
  tables: number;
  /** Text of a paragraph whose end mark was deleted: it runs on into the next one. */
  carried: string;
}

export interface InlineText {
  text: string;
  boldLength: number;
  plainLength: number;
  readonly boxes: XmlElement[];
  /** Text of the paragraph that a reader of the file does not see; pieces that touch are one. */
  readonly asides: InlineAside[];
  /** Whether white text is invisible here: on the page itself, not on a shaded ground. */
  readonly onPage: boolean;
}

/** A text beside the visible text of a paragraph. */
export interface InlineAside {
  readonly kind: SourceAsideKind;
  text: string;
  readonly label: string | undefined;
  /** How much visible text stood before it. */
  readonly at: number;
}

function addInlineAside(out: InlineText, kind: SourceAsideKind, text: string, label?: string): void {
  const last = out.asides.at(-1);
  if (last?.kind === kind && last.label === label && last.at === out.text.length) last.text += text;
  else out.asides.push({ kind, text, label, at: out.text.length });
}

const transparent = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'customXml',
  'sdtContent',
  'fldSimple',
  'dir',
  'bdo',
  'rubyBase',
  'oMath',
  'oMathPara',
]);

/** The branch of an `mc:AlternateContent` that can be shown: the first choice, else the fallback. */
export function shownAlternative(element: XmlElement): XmlElement | undefined {
  return firstChild(element, 'Choice') ?? firstChild(element, 'Fallback');
}

/** Whether a content control shows its prompt and no content, or is a table of contents. */
export function isEmptyControl(element: XmlElement): boolean {
  const properties = firstChild(element, 'sdtPr');
  const gallery = firstChild(properties, 'docPartObj', 'docPartGallery')?.attributes.get('val') ?? '';
  return firstChild(properties, 'showingPlcHdr') !== undefined || /contents|目录/iu.test(gallery);
}

function noteTracked(reading: WordReading): void {
  reading.run.note('trackedChanges', '文件中有未接受的修订，已按接受全部修订后的文字读取，请核对。');
}

function symbolText(element: XmlElement): string {
  const code = Number.parseInt(element.attributes.get('char') ?? '', 16);
  // Symbol fonts keep their glyphs in the private area; those mean nothing as text.
  return Number.isNaN(code) || (code >= 0xe000 && code <= 0xf8ff) ? '' : String.fromCodePoint(code);
}

function addRunText(out: InlineText, text: string, bold: boolean): void {
  out.text += text;
  const seen = text.replace(/\s/gu, '').length;
  if (bold) out.boldLength += seen;
  else out.plainLength += seen;
}

function collectField(element: XmlElement, reading: WordReading): void {
  switch (element.attributes.get('fldCharType')) {
    case 'begin':
      reading.fields.push(true);
      reading.instructions.push('');
      break;
    case 'separate':
      if (reading.fields.length > 0) reading.fields[reading.fields.length - 1] = false;
      break;
    case 'end':
      reading.fields.pop();
      gatherFieldCode(reading.instructions.pop() ?? '', reading);
      break;
  }
}

function collectDrawing(element: XmlElement, reading: WordReading, out: InlineText): void {
  for (const box of descendantsNamed(element, 'txbxContent')) out.boxes.push(box);
  gatherPictureNames(element, reading.place, reading.run);
  for (const art of descendantsNamed(element, 'textpath')) {
    const text = art.attributes.get('string');
    if (text !== undefined) addRunText(out, text, false);
  }
  if (descendantsNamed(element, 'blip').length + descendantsNamed(element, 'imagedata').length > 0) {
    reading.run.note('pictures', '文件中有图片，图片里的文字没有读取。');
  }
}

function collectRun(element: XmlElement, reading: WordReading, out: InlineText, base: WordProperties): void {
  const own = firstChild(element, 'rPr');
  const style = reading.styles.propertiesOf(firstChild(own, 'rStyle')?.attributes.get('val'));
  const properties = { ...base, ...style, ...runPropertiesIn(own) };
  const bold = properties.bold === true;
  const pieces: InlineText = { ...out, text: '', boldLength: 0, plainLength: 0 };
  for (const child of childElements(element)) collectRunPart(child, reading, pieces, bold);
  const isUnseen = reading.run.gathersAsides && isInvisiblySet(own, out.onPage);
  if (properties.hidden === true || isUnseen) {
    if (pieces.text.trim() !== '') {
      reading.run.note('hiddenText', '文件中有隐藏文字，没有读取。');
      addInlineAside(out, 'hiddenText', pieces.text);
    }
    return;
  }
  out.text += pieces.text;
  out.boldLength += pieces.boldLength;
  out.plainLength += pieces.plainLength;
}

function collectRunPart(element: XmlElement, reading: WordReading, out: InlineText, bold: boolean): void {
  const inInstruction = reading.fields.at(-1) === true;
  switch (element.name) {
    case 't':
      if (!inInstruction) addRunText(out, element.children.join(''), bold);
      break;
    case 'tab':
    case 'ptab':
      out.text += '\t';
      break;
    case 'br':
    case 'cr':
      if (element.attributes.get('type') === 'page') reading.page += reading.knowsPages ? 0 : 1;
      else out.text += '\n';
      break;
    case 'lastRenderedPageBreak':
      reading.page++;
      break;
    case 'noBreakHyphen':
      out.text += '-';
      break;
    case 'sym':
      addRunText(out, symbolText(element), bold);
      break;
    case 'fldChar':
      collectField(element, reading);
      break;
    case 'instrText':
      if (inInstruction) reading.instructions[reading.instructions.length - 1] += element.children.join('');
      break;
    case 'commentReference':
      refer('comment', element, reading);
      reading.run.note('comments', '文件中有批注，批注内容没有读取。');
      break;
    case 'footnoteReference':
    case 'endnoteReference':
      refer(element.name === 'footnoteReference' ? 'footnote' : 'endnote', element, reading);
      reading.run.note('footnotes', '文件中有脚注或尾注，注文没有读取。');
      break;
    case 'ruby':
      for (const inner of childElements(firstChild(element, 'rubyBase') ?? element, 'r')) {
        collectRun(inner, reading, out, { bold });
      }
      break;
    case 'drawing':
    case 'pict':
    case 'object':
      collectDrawing(element, reading, out);
      break;
    case 'AlternateContent': {
      const shown = shownAlternative(element);
      for (const child of shown === undefined ? [] : childElements(shown)) {
        collectRunPart(child, reading, out, bold);
      }
      break;
    }
  }
}

function refer(kind: string, element: XmlElement, reading: WordReading): void {
  reading.references.set(`${kind} ${element.attributes.get('id') ?? ''}`, reading.place);
}

/** Text struck out by a tracked deletion; what was moved still stands where it was moved to. */
function collectDeletion(element: XmlElement, reading: WordReading, out: InlineText): void {
  noteTracked(reading);
  if (element.name !== 'del') return;
  const text = descendantsNamed(element, 'delText').map(textInside).join('');
  addInlineAside(out, 'deletedText', text, element.attributes.get('author'));
}

/** Collects the text of a paragraph's children into `out`. */
export function collectInline(
  parent: XmlElement,
  reading: WordReading,
  out: InlineText,
  base: WordProperties,
): void {
  for (const child of childElements(parent)) {
    if (child.name === 'r') collectRun(child, reading, out, base);
    else if (child.name === 'del' || child.name === 'moveFrom') collectDeletion(child, reading, out);
    else if (child.name === 'sdt') {
      if (reading.run.gathersAsides || !isEmptyControl(child)) collectInline(child, reading, out, base);
    } else if (child.name === 'AlternateContent') {
      const shown = shownAlternative(child);
      if (shown !== undefined) collectInline(shown, reading, out, base);
    } else if (transparent.has(child.name)) {
      if (child.name === 'ins' || child.name === 'moveTo') noteTracked(reading);
      if (child.name === 'fldSimple') gatherFieldCode(child.attributes.get('instr') ?? '', reading);
      collectInline(child, reading, out, base);
    }
  }
}
