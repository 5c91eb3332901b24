/** A paragraph without blanks and with half-width digits, and the way back to where each sign stood. Pure. */

export interface CompactText {
  readonly text: string;
  /** Offset in the paragraph of each sign, and its length at the end. */
  readonly offsets: readonly number[];
}

export function compactText(paragraph: string): CompactText {
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < paragraph.length; at++) {
    const sign = paragraph.charAt(at);
    if (/[\s\u200b-\u200f\ufeff]/u.test(sign)) continue;
    const code = sign.charCodeAt(0);
    const isWideDigit = (code >= 0xff10 && code <= 0xff19) || code === 0xff0e || code === 0xff05;
    text += isWideDigit ? String.fromCharCode(code - 0xfee0) : sign;
    offsets.push(at);
  }
  offsets.push(paragraph.length);
  return { text, offsets };
}

export interface TextSentence {
  readonly text: string;
  /** Offset in the compact text. */
  readonly start: number;
}

/** Sentences end at full stops and semicolons. */
export function sentencesOfText(text: string): readonly TextSentence[] {
  const sentences: TextSentence[] = [];
  for (const match of text.matchAll(/[^。；;！？!?]+[。；;！？!?]?/gu)) {
    sentences.push({ text: match[0], start: match.index });
  }
  return sentences;
}
