/**
 * Signs as search sees them: half width, lower case, simplified, one kind of bracket round a year. Every sign keeps its
 * place, so that what is found in the folded text can be marked in the original.
 */
import { Converter } from 'opencc-js/t2cn';

const firstHan = 0x3400;
const lastHan = 0x9fff;
const fullWidthShift = 0xfee0;
/** Brackets round the year of a document number, however they were typed. */
const yearBrackets = { '〔［【（﹝': '[', '〕］】）﹞': ']' } as const;

function foldTable(): Uint16Array {
  const table = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - fullWidthShift;
  for (let code = 0x41; code <= 0x5a; code++) {
    table[code] = code + 0x20;
    table[code + fullWidthShift] = code + 0x20;
  }
  table[0x3000] = 0x20;
  table[0xa0] = 0x20;
  for (const [signs, folded] of Object.entries(yearBrackets))
    for (const sign of signs) table[sign.charCodeAt(0)] = folded.charCodeAt(0);
  const simplify = Converter({ from: 't', to: 'cn' });
  const han = Array.from({ length: lastHan - firstHan + 1 }, (_, index) =>
    String.fromCharCode(firstHan + index),
  );
  for (const [index, simple] of simplify(han.join('\n')).split('\n').entries())
    if (simple.length === 1) table[firstHan + index] = simple.charCodeAt(0);
  return table;
}

let table: Uint16Array | undefined;

/** The text in the form that is indexed and asked for; as long as the original, sign by sign. */
export function foldSigns(text: string): string {
  table ??= foldTable();
  const codes = new Uint16Array(text.length);
  let isSame = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const folded = table[code] ?? code;
    codes[at] = folded;
    if (folded !== code) isSame = false;
  }
  return isSame ? text : Buffer.from(codes.buffer).toString('utf16le');
}
