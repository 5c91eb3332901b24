/** Finds the encoding of a text file and decodes it: UTF-8, UTF-16 and GB18030 (which covers GBK and GB2312). */

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface DecodedText {
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Characters that could not be decoded and were replaced. */
  readonly replaced: number;
}

const sampleSize = 4096;

/** True when the bytes hold control characters that no text file holds. */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleSize);
  let strange = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b)
      strange++;
  }
  return strange > sample.length / 50;
}

/** UTF-16 without a mark: Chinese text still has ASCII line ends and digits, whose high bytes are zero. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, sampleSize);
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0 && sample[index + 1] !== 0) evenZeros++;
    if (sample[index + 1] === 0 && sample[index] !== 0) oddZeros++;
  }
  if (evenZeros > 0 && oddZeros === 0) return 'utf-16be';
  if (oddZeros > 0 && evenZeros === 0) return 'utf-16le';
  return undefined;
}

function markedEncoding(bytes: Uint8Array): TextEncoding | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

function decodeAs(bytes: Uint8Array, encoding: TextEncoding): DecodedText {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, replaced: text.split('\ufffd').length - 1 };
}

function decodesStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Decodes a text file. Bytes that are no text at all give undefined. */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  if (looksBinary(bytes)) {
    const wide = unmarkedUtf16(bytes);
    return wide === undefined ? undefined : decodeAs(bytes, wide);
  }
  const strict = decodesStrictly(bytes);
  if (strict !== undefined) return { text: strict, encoding: 'utf-8', replaced: 0 };
  const chinese = decodeAs(bytes, 'gb18030');
  const tolerant = decodeAs(bytes, 'utf-8');
  return tolerant.replaced < chinese.replaced ? tolerant : chinese;
}
