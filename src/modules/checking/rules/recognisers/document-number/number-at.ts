/**
 * Finds what may be a document number (a year in some bracket, a serial beside it) and takes it apart. What is wrong with
 * it is judged elsewhere. Pure.
 */

export interface NumberParts {
  /** Where the opening bracket stands. */
  readonly start: number;
  readonly end: number;
  /** The Chinese characters right before the bracket, up to 14; a code with what leads to it. */
  readonly before: string;
  readonly open: string;
  readonly close: string;
  /** What the brackets hold, with 年 if it is there. */
  readonly year: string;
  readonly ordinal: boolean;
  /** Digits of the serial, or what stands for them; empty when nothing does. */
  readonly serial: string;
  readonly hasSign: boolean;
  /** What follows, a few characters. */
  readonly after: string;
}

const longestCode = 14;
const chineseTail = /\p{Script=Han}+$/u;

const bracketedYear =
  /([〔﹝［[【（(「｛{〈《<]?)[ 　]?([0-9０-９]{1,5}年?|[〇○零一二三四五六七八九]{4}年?)[ 　]?([〕﹞］\]】）)」｝}〉》>])[ 　]{0,4}(第?)[ 　]?([0-9０-９]{1,6}|[×xX＿_]{1,4})?[ 　]?(号?)/gu;
const openedOnly = /([〔﹝])[ 　]?([0-9]{4})[ 　]?()(第?)([0-9]{1,5})(号)/gu;
const withoutBrackets = /(?<=[政办党委国财][发函])()([12][0-9]{3}年?)()(第?)([0-9]{1,5})(号)/gu;

function numberFromMatch(text: string, match: RegExpMatchArray): NumberParts {
  const [whole, open = '', year = '', close = '', ordinal, serial = '', sign] = match;
  const start = match.index ?? 0;
  // A blank may part the code from its bracket.
  const head = text.slice(Math.max(0, start - longestCode), start).replace(/[ 　]$/u, '');
  return {
    start,
    end: start + whole.trimEnd().length,
    before: chineseTail.exec(head)?.[0] ?? '',
    open,
    close,
    year,
    ordinal: ordinal === '第',
    serial,
    hasSign: sign === '号',
    after: text.slice(start + whole.length, start + whole.length + 6),
  };
}

/** Everything in a line that has the shape of a document number, right or wrong, in order of shapes. */
export function numbersInLine(text: string): readonly NumberParts[] {
  return [bracketedYear, openedOnly, withoutBrackets].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => numberFromMatch(text, match)),
  );
}
