/**
 * Traditional characters in a text that is written in simplified ones (国家通用语言文字法第九条: public bodies write the standard
 * characters of 《通用规范汉字表》). Pure; browser-safe.
 */
import { Converter } from 'opencc-js/t2cn';

/** Traditional characters in a row, and what stands for them today. */
export interface TraditionalRun {
  readonly start: number;
  readonly end: number;
  readonly simplified: string;
}

const simplify = Converter({ from: 't', to: 'cn' });
const firstSign = 0x4e00;
const lastSign = 0x9fff;
/** Standard characters too, in names and some words: 乾坤, 二噁英, 瞭望, 慰藉, 哪吒, 麴 and others of surnames. */
const standardToo = new Set('乾於瞭拚藉徵甯夥馀噁蘋昇祕麽著麴吒迺耑鉅陞颺袷仝甦邨氾堃犇龢蹚棹喆淼勠皙瞋噘溧');
/** A text with a larger share of them is written in traditional characters on purpose. */
const largestShare = 0.1;

/** Which codes are traditional characters only. */
function markTraditional(): Uint8Array {
  const isTraditional = new Uint8Array(0x10000);
  const signs = Array.from({ length: lastSign - firstSign + 1 }, (_, index) =>
    String.fromCharCode(firstSign + index),
  );
  const simplified = simplify(signs.join('\n')).split('\n');
  for (const [index, sign] of signs.entries()) {
    const other = simplified[index];
    if (other !== undefined && other !== sign && other.length === 1 && !standardToo.has(sign))
      isTraditional[firstSign + index] = 1;
  }
  return isTraditional;
}

let traditional: Uint8Array | undefined;

/** Runs of traditional characters in a text that is otherwise simplified, by place. */
export function findTraditionalRuns(text: string): readonly TraditionalRun[] {
  traditional ??= markTraditional();
  const runs: TraditionalRun[] = [];
  let han = 0;
  let met = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < firstSign || code > lastSign) continue;
    han++;
    if (traditional[code] !== 1) continue;
    let end = at + 1;
    while (end < text.length && traditional[text.charCodeAt(end)] === 1) end++;
    runs.push({ start: at, end, simplified: simplify(text.slice(at, end)) });
    han += end - at - 1;
    met += end - at;
    at = end - 1;
  }
  return met > han * largestShare && han > 20
    ? []
    : runs.filter((run) => run.simplified.length === run.end - run.start);
}
