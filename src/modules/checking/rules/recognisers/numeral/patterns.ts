/** The patterns of faulty numerals, each with what should stand instead. Pure data. */
import type { numeralKinds } from './kinds.ts';

interface NumeralPattern {
  readonly pattern: RegExp;
  readonly code: keyof typeof numeralKinds;
  readonly severity?: 'confirm' | 'hint';
  readonly reason: string;
  readonly suggest: (match: RegExpExecArray) => string | null;
  /** Further conditions a pattern cannot say. */
  readonly fits?: (match: RegExpExecArray, text: string) => boolean;
}

const chineseDigits = '〇一二三四五六七八九';
const nothing = () => null;

/** 二0二四, 2〇24, 二○二四 as figures. */
function figuresOf(year: string): string {
  return [...year]
    .map((sign) => {
      if (/[0OoＯｏ○零〇０]/u.test(sign)) return '0';
      const digit = chineseDigits.indexOf(sign);
      return digit === -1 ? sign : String(digit);
    })
    .join('');
}

const multiplesOfOne = /^(?:1|一|0?\.\d+|半)$/u;
/** 3、4个 in a row of numbers (1、2、3、4个) or of ordinals is a list. */
const isListBefore = (match: RegExpExecArray, text: string) =>
  /[第\d、，至到和—–\-~～.]$/u.test(text.slice(Math.max(0, match.index - 1), match.index));

export const numeralPatterns: readonly NumeralPattern[] = [
  {
    pattern: /(?<![\d一二三四五六七八九十百千])[一二][\d〇○零OoＯｏ０一二三四五六七八九]{3}(?=年)/gu,
    code: 'numeral.mixedYear',
    reason: '年份中汉字数字与阿拉伯数字、字母混用',
    suggest: (match) => figuresOf(match[0]),
    fits: ([year]) => /[0-9OoＯｏ０]/u.test(year),
  },
  {
    pattern: /(?<![\dA-Za-z.])(?:19|20|1九|2[〇○零])[〇○零一二三四五六七八九\d]{2}(?=年)/gu,
    code: 'numeral.mixedYear',
    reason: '年份中阿拉伯数字与汉字数字混用',
    suggest: (match) => figuresOf(match[0]),
    fits: ([year]) => /[〇○零一二三四五六七八九]/u.test(year),
  },
  {
    pattern: /(?<![\dA-Za-z.])[12][\dOo]{3}(?=年)/gu,
    code: 'numeral.letter',
    reason: '年份中夹有字母 O',
    suggest: (match) => figuresOf(match[0]),
    fits: ([year]) => /[Oo]/u.test(year),
  },
  {
    pattern:
      /(?<![A-Za-z\d\-—/.])(?:[1-9]\d*[OoＯｏ][\dOoＯｏ]*|[1-9]\d*l\d+)(?=[万亿元%％件个项名户人次家亩吨月日天])/gu,
    code: 'numeral.letter',
    reason: '数字中夹有字母',
    suggest: (match) => figuresOf(match[0]).replace(/l/gu, '1'),
  },
  {
    pattern: /(?<![一二三四五六七八九十百千〇○零])[一二][〇○零一二三四五六七八九]{3}(?=年)/gu,
    code: 'numeral.zeroSign',
    reason: '年份中的“〇”写成了“○”或“零”',
    suggest: (match) => match[0].replace(/[○零]/gu, '〇'),
    fits: ([year]) => /[○零]/u.test(year),
  },
  {
    pattern: /(?<![\d.A-Za-z])\d{1,3}[百千](?:\d{1,2}[十百])?(?=[多余]?[元人个名户亩件次家项万])/gu,
    code: 'numeral.mixedNumber',
    reason: '阿拉伯数字与“百”“千”连用',
    suggest: nothing,
  },
  {
    pattern:
      /(?<![\d.A-Za-z一二三四五六七八九十百千])(?:\d[一二三四五六七八九]|[一二三四五六七八九]\d)(?=[万亿]?[元人名户亩件次家项](?!人有责))/gu,
    code: 'numeral.mixedNumber',
    reason: '一个数中阿拉伯数字与汉字数字混用',
    suggest: (match) => figuresOf(match[0]),
  },
  {
    pattern: /(?<![\d.])\d0几(?=[个名户家天年人次件项元万岁])/gu,
    code: 'numeral.approximate',
    reason: '“几”前应用汉字数字',
    suggest: (match) => {
      const tens = Number(match[0][0]);
      return `${tens === 1 ? '' : (chineseDigits[tens] ?? '')}十几`;
    },
  },
  {
    pattern: /([1-8])、([2-9])(?=个?(?:天|个月|名|人次|次|个人|个小时|小时|分钟))/gu,
    code: 'numeral.approximate',
    reason: '相邻两数连用表示概数，应用汉字且不加顿号',
    suggest: (match) => `${chineseDigits[Number(match[1])] ?? ''}${chineseDigits[Number(match[2])] ?? ''}`,
    fits: (match, text) => Number(match[2]) === Number(match[1]) + 1 && !isListBefore(match, text),
  },
  {
    pattern:
      /(?:大?约|近|将近|接近)(?:\d[\d.,]*|[一二三四五六七八九十百千]{1,6})(?:[多余]?[万亿]?(?:元|人|个|名|户|亩|件|次|家|项|公里|%))(?:左右|上下)|(?:超过|突破|近|将近|接近)\d[\d.,]*[多余][万亿]?(?:元|人|个|名|户|亩|件|次|家|项|公里)/gu,
    code: 'numeral.doubleApproximate',
    reason: '约数词语重复',
    suggest: nothing,
  },
  {
    pattern:
      /(?<![\d.,/\-:：])(?:\d ){3}\d(?= ?年)|(?<![\d.,/\-:： ])\d{1,3} \d{1,3}(?=(?:万元|亿元|个百分点|%|余?人次))/gu,
    code: 'numeral.splitDigits',
    reason: '数字被空格拆开',
    suggest: (match) => match[0].replace(/ /gu, ''),
  },
  {
    pattern: /(?<![\d.])\d+(?:\.\.\d+|\.\d+\.\d+)(?=(?:万元|亿元|元|%|个百分点|公里|万人|吨|亩))/gu,
    code: 'numeral.grouping',
    severity: 'confirm',
    reason: '一个数有两个小数点',
    suggest: nothing,
  },
  {
    pattern: /(?<![\d.,])\d{1,3}(?:,\d{3})*,(?:\d{1,2}|\d{4,})(?=(?:万元|亿元|元))/gu,
    code: 'numeral.grouping',
    reason: '千分位不是三位一节',
    suggest: nothing,
  },
  {
    pattern: /(?<=\d)(?:([万亿]元|元|‰|℃|公里|吨|亩|平方米|公顷|人次|公斤)\1|(?:件件|次次)(?=[，。、；]))/gu,
    code: 'numeral.unit',
    reason: '单位重复',
    suggest: (match) => match[0].slice(match[0].length / 2),
  },
  {
    pattern: /(?<=\d)(?:万万|亿亿|亿万|百百|千千)(?=[元人户亩吨])|(?<=\d)[万亿]元元|(?<=\d)元[万亿]元/gu,
    code: 'numeral.unit',
    reason: '数量单位重复',
    suggest: nothing,
  },
  {
    pattern: /(?<![\d.])(\d+(?:\.\d+)?)[%％](?:个百分点|百分点|点(?=[，。、；]))/gu,
    code: 'numeral.unit',
    reason: '“%”与“个百分点”重复',
    suggest: (match) => `${match[1] ?? ''}个百分点`,
  },
  {
    pattern: /百分之(?:\d+(?:\.\d+)?|[一二三四五六七八九十百点]{1,6})[%％]/gu,
    code: 'numeral.unit',
    reason: '“百分之”与“%”重复',
    suggest: (match) => (/\d/u.test(match[0]) ? match[0].slice(3) : match[0].slice(0, -1)),
  },
  {
    pattern: /百分之\d+(?:\.\d+)?(?![\d.%％])/gu,
    code: 'numeral.mixedNumber',
    reason: '“百分之”后用汉字数字，或者用百分号',
    suggest: (match) => `${match[0].slice(3)}%`,
  },
  {
    pattern: /[０-９]+(?:．[０-９]+)?/gu,
    code: 'numeral.fullWidth',
    reason: '数字用了全角',
    suggest: (match) =>
      match[0].replace(/[０-９．]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
  },
  {
    pattern: /[%％]{2}(?![%％\w])/gu,
    code: 'numeral.unit',
    reason: '百分号重复',
    suggest: (match) => match[0].slice(1),
    fits: (match, text) => /[\d.]/u.test(text[match.index - 1] ?? ''),
  },
  {
    pattern:
      /(?:减少|下降|降低|缩短|缩小|压缩|压减|减轻)(?:了|约|近)?(\d+(?:\.\d+)?|[一二两三四五六七八九十半]{1,2})倍/gu,
    code: 'numeral.multiple',
    reason: '减少不能用倍数表示',
    suggest: nothing,
    fits: (match) => !multiplesOfOne.test(match[1] ?? ''),
  },
];

const oddYear = /[〇○零OoＯｏ0-9一二三四五六七八九]年/u;
const oddDigits =
  /[０-９]|\d[OoＯｏl百千一二三四五六七八九几]|[一二三四五六七八九]\d|\d、\d|\d \d|\.\d*\.|,\d|[%％][%％个百点]|百分之|左右|上下|[过破近]\d|倍|元元|元[万亿]|万万|亿亿|亿万|百百|千千|件件|次次|℃℃|‰‰|([万亿]元|公里|平方米|公顷|人次|公斤|吨|亩)\1/u;
const strangeYear =
  /[〇○零OoＯｏ一二三四五六七八九][\dOoＯｏ○零]|[\dOoＯｏ○零][〇○零OoＯｏ一二三四五六七八九]/u;

/** Cheap test whether any pattern may match a line. */
export function worthReadingForNumerals(text: string): boolean {
  return oddDigits.test(text) || (oddYear.test(text) && strangeYear.test(text));
}
