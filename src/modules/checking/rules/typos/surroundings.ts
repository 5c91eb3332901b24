/**
 * What stands around a correction and speaks for a name or a coinage instead of a slip: lists of short members, abbreviations
 * of provinces, names of works and firms, rare characters, quotation marks. Pure.
 */
import { type Correction, isHan } from './run-correction.ts';
import type { TypoModel } from './typo-model.ts';

/** Characters that stand for a province in coinages (援疆、入皖、川渝) and are rare otherwise. */
const provinceSigns = new Set('沪渝冀皖闽赣鲁豫鄂湘粤桂琼黔滇藏陇疆晋蒙浙苏辽津蜀秦');
const numerals = new Set('一二三四五六七八九十百千万亿两零〇');
/** Words without matter of their own: a slip in matter is hardly a function word. */
const functionSigns = new Set(
  '的地得和其与及之于以为在是有从向对把将被由而或但也都就又不了着过到所等各每本该此这那来去说他她它我你们',
);
/** What ends the name of a work, a firm, a shop or a place: names of things are not in any list. */
const endsThingName =
  /^.{0,2}(?:公司|集团|科技|水库|高速|高铁|铁路|机场|大桥|灌区|遗址|大学|医院|学院|小区|花园|广场|酒店|饭店|超市|商店|百货|药店|村|屯|寨|组|社区|控制单元|汽车|股份|电子|半导体|项目|工程|基地|产业园|园区|新区|线|站|港|湖|河|江|山|岛|县|市|区|镇|乡|旗|州|路)/u;
const reach = 14;
const quoteReach = 8;
const opensMember = new Set('、，“');
const closesMember = new Set('、，”。');
/** Logarithm of a character's probability below which it counts as rare. */
const rareFrom = -9;
const unknownLog = -14;
const longestMember = 6;

/** What the surroundings say, each as a number the weights of `sureness` are for. */
export interface Surroundings {
  readonly rareStanding: number;
  readonly rareReplacement: number;
  readonly singleToFunctionWord: number;
  readonly provinceSign: number;
  readonly numeral: number;
  readonly afterFigure: number;
  /** The whole run between two marks is as short as this. */
  readonly ofFourSigns: number;
  readonly ofFewSigns: number;
  readonly afterListMark: number;
  readonly beforeListMark: number;
  /** The run is one of several short members set off by commas, enumeration marks or quotation marks. */
  readonly parallelMember: number;
  readonly namesThing: number;
  readonly inOpenQuote: number;
  readonly unknownPair: number;
}

/** How many Han characters stand without a break before or after a place. */
function hanReach(text: string, from: number, step: -1 | 1): number {
  let size = 0;
  while (size < reach && isHan(text.charCodeAt(from + size * step))) size++;
  return size;
}

function rarity(model: TypoModel, codes: readonly number[]): number {
  const logs = codes.map((code) => {
    const word = model.wordOf(String.fromCharCode(code));
    return word < 0 ? unknownLog : model.logOf(word);
  });
  return Math.max(0, rareFrom - Math.min(...logs));
}

/** The surroundings of a correction in its text. */
export function surroundingsOf(model: TypoModel, text: string, correction: Correction): Surroundings {
  const { start, end, replacement, standing } = correction;
  const { changes } = replacement;
  const [stood, stands] = [text.slice(start, end), end - start];
  const codeAt = (at: number) => text.charCodeAt(start - replacement.start + at);
  const [before, after] = [hanReach(text, start - 1, -1), hanReach(text, end, 1)];
  const run = before + stands + after;
  const opener = text.charAt(start - 1 - before);
  const closer = text.charAt(end + after);
  const head = text.slice(Math.max(0, start - reach), start);
  const near = head.slice(-quoteReach);
  const [first] = changes;
  return {
    rareStanding: rarity(
      model,
      changes.map(({ at }) => codeAt(at)),
    ),
    rareReplacement: rarity(
      model,
      changes.map(({ code }) => code),
    ),
    singleToFunctionWord: Number(
      stands === 1 && first !== undefined && functionSigns.has(String.fromCharCode(first.code)),
    ),
    provinceSign: Number(changes.some(({ at }) => provinceSigns.has(String.fromCharCode(codeAt(at))))),
    numeral: Number([...stood].some((sign) => numerals.has(sign))),
    afterFigure: Number(/[0-9０-９%％]$/u.test(head)),
    ofFourSigns: Number(run === 4),
    ofFewSigns: Number(run <= 3),
    afterListMark: Number(head.endsWith('、')),
    beforeListMark: Number(text.charAt(end) === '、'),
    parallelMember: Number(
      opensMember.has(opener) && closesMember.has(closer) && run >= 3 && run <= longestMember,
    ),
    namesThing: Number(endsThingName.test(text.slice(end, end + 6))),
    inOpenQuote: Number(
      (near.includes('“') && !near.includes('”')) || (head.includes('《') && !near.includes('》')),
    ),
    unknownPair: Number(stands === 2 && standing < 0),
  };
}
