/** Full-width, exotic and invisible characters as numbers meet them: what counts as digit, blank, hyphen. Pure. */

const fullWidthOffset = 0xfee0;

/** The ASCII twin of a full-width character code; others as they are. */
function foldCode(code: number): number {
  if (code === 0x3000) return 0x20;
  return code >= 0xff01 && code <= 0xff5e ? code - fullWidthOffset : code;
}

/** Text of the same length with full-width letters, digits and signs in ASCII. */
export function foldWidth(text: string): string {
  return text.replace(/[\u3000\uff01-\uff5e]/gu, (sign) => String.fromCharCode(foldCode(sign.charCodeAt(0))));
}

/** 0–9 for a half- or full-width digit, else -1. */
export function digitOfCode(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1;
}

/** X in the shapes in which it ends an ID number: half- and full-width, Roman ten, Greek and Cyrillic twins, ×. */
export function isCheckLetter(code: number): boolean {
  return 'xXｘＸⅩⅹΧХ×'.includes(String.fromCharCode(code));
}

const asciiWordCode = (code: number) =>
  (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code === 0x5f;

/** A letter of the Latin alphabet or an underscore, half- or full-width. */
export function isLatinCode(code: number): boolean {
  return asciiWordCode(foldCode(code));
}

const joiningSigns = new Set(
  [...' \u00a0\u2002\u2003\u2009\u202f\u3000\u00ad\u200b\u200c\u200d\u2060\ufeff'].concat([
    ...'-‐‑‒–—―−－﹣_＿/／.·•．・‧()（）',
  ]),
);

/** Blanks, hyphens, dots, brackets and invisible characters that may stand inside a number. */
export function isJoiningCode(code: number): boolean {
  return joiningSigns.has(String.fromCharCode(code));
}

/** Without blanks and invisible characters. */
export function withoutBlanks(text: string): string {
  return text.replace(/[\s\u200b-\u200d\u2060\ufeff\u00ad]/gu, '');
}
