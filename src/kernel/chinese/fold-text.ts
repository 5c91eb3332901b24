/**
 * Forms of a text for reading and comparing: markup remains and odd widths out, traditional characters simplified.
 * What is shown or stored stays the printed text; nothing here decides what a text means.
 */
import { Converter } from 'opencc-js/t2cn';

const han = '\\p{Script=Han}〇';
const cjkMark = '、，。；：？！（）《》〈〉【】〔〕“”‘’—…·';

const blockTag = /<\s*\/?\s*(?:p|br|div|li|tr|td|th|h[1-6])\b[^<>]*>/giu;
const anyTag = /<\s*\/?\s*[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/giu;
const namedBlanks = /&(?:nbsp|ensp|emsp|thinsp|#160|#xa0);/giu;
const invisible = /[\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const oddBlank = /[\u00a0\u2000-\u200a\u202f\u3000\t]/gu;
// Letters, digits and signs in full width, and the Han look-alikes of the radical and compatibility blocks.
const oddWidth =
  /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff0d-\uff0f\uff3b\uff3d\u2e80-\u2fdf\uf900-\ufaff]/gu;

const hanBefore = `(?<=[${han}${cjkMark}]\\s?)`;
const halfMarks: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`${hanBefore},|,(?=\\s?[${han}])`, 'gu'), '，'],
  [new RegExp(`${hanBefore};|;(?=\\s?[${han}])`, 'gu'), '；'],
  [new RegExp(`[(](?=[^()（）]*[${han}])|${hanBefore}[(]`, 'gu'), '（'],
  [new RegExp(`(?<=（[^()（）]*)[)]|${hanBefore}[)]`, 'gu'), '）'],
  [new RegExp(`${hanBefore}:`, 'gu'), '：'],
];

/**
 * The text a field reader works on: markup remains and invisible characters out (a block tag becomes a line end),
 * digits and letters in half width, commas, colons and brackets beside Chinese in full width. Line ends stay.
 */
export function tidyText(text: string): string {
  let tidy = text.replace(/\r\n?/gu, '\n');
  if (tidy.includes('<')) tidy = tidy.replace(blockTag, '\n').replace(anyTag, '');
  if (tidy.includes('&')) tidy = tidy.replace(namedBlanks, ' ').replace(/&amp;/giu, '&');
  tidy = tidy
    .replace(invisible, '')
    .replace(oddBlank, ' ')
    .replace(oddWidth, (letter) => letter.normalize('NFKC'));
  for (const [half, full] of halfMarks) tidy = tidy.replace(half, full);
  return tidy.replace(/ *\n\s*/gu, '\n').trim();
}

const blankBesideHan = new RegExp(`(?<=[${han}${cjkMark}])\\s+|\\s+(?=[${han}${cjkMark}])`, 'gu');

/** Blanks and line ends that stand beside a Chinese character or mark taken out; those inside Latin text stay. */
export function joinChinese(text: string): string {
  return text.replace(blankBesideHan, '');
}

const toSimplified = Converter({ from: 't', to: 'cn' });
const simplifiedOf = new Map<string, string>();

/** Traditional characters simplified one by one, so that every index means the same place in both texts. */
export function simplifyCharacters(text: string): string {
  let simplified = '';
  for (const character of text) {
    const known = simplifiedOf.get(character);
    if (known !== undefined) {
      simplified += known;
      continue;
    }
    const converted = toSimplified(character);
    const kept = converted.length === character.length ? converted : character;
    simplifiedOf.set(character, kept);
    simplified += kept;
  }
  return simplified;
}

const misreadMouth = /(?<=[窗人出入港路关户进端接])囗|囗(?=[岸径号头腔])/gu;

/** Repairs the sign that text recognition puts for 口 in words where only 口 makes sense. */
export function mendMisreadSigns(text: string): string {
  return text.includes('囗') ? text.replace(misreadMouth, '口') : text;
}

/**
 * The form in which two printings are compared: tidied, simplified, without any blank, with one shape per mark and
 * small letters. Never shown.
 */
export function foldText(text: string): string {
  return mendMisreadSigns(simplifyCharacters(tidyText(text)))
    .replace(/\s+/gu, '')
    .replace(/[“”„‟＂「」『』]/gu, '"')
    .replace(/[‘’＇]/gu, "'")
    .replace(/[—–―－~～]+/gu, '-')
    .replace(/,/gu, '，')
    .replace(/;/gu, '；')
    .replace(/:/gu, '：')
    .replace(/[([〔【﹝［]/gu, '（')
    .replace(/[)\]〕】﹞］]/gu, '）')
    .replace(/[○]/gu, '〇')
    .toLowerCase();
}
