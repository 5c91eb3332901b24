/**
 * What a printed unit name says apart from its writing: place words taken off, customary short forms made alike.
 * Pure; knows no register. Two names with one key are the same body only within one place.
 */
import type { JurisdictionLevel } from './kinds.ts';

/** The place whose names are read. */
export interface NamePlace {
  /** 望澜县. */
  readonly name: string;
  readonly level: JurisdictionLevel;
  /** 沧岳市, where it may stand in front. */
  readonly parentName: string | null;
}

/** Whose name the place word in front claims to be. */
export type PlaceWord =
  | { readonly kind: 'none' }
  | { readonly kind: 'own' }
  /** 区发改局 in a county: the writing of another place of the same rank. */
  | { readonly kind: 'sameRank'; readonly word: string }
  /** 市发改局 in a county: most likely the body above. */
  | { readonly kind: 'otherRank'; readonly word: string }
  /** 长清区发改局. */
  | { readonly kind: 'otherPlace'; readonly word: string };

export interface NameKey {
  readonly place: PlaceWord;
  readonly key: string;
}

const levelWords: Readonly<Record<JurisdictionLevel, string>> = {
  province: '省',
  city: '市',
  county: '县',
  district: '区',
  countyCity: '市',
};

/** Ranks below the city: a county, a district and a county-level city stand side by side. */
const countyRankWords = ['县', '区'];

/** Official wording → customary short form, longest first: the table that makes 发展和改革局 and 发改局 one. */
const customaryShortForms: readonly (readonly [RegExp, string])[] = [
  [/人力资源和?社会保障/g, '人社'],
  [/国有资产监督管理(?:委员会|局)/g, '国资委'],
  [/住房和?城乡建设|住房城乡建设/g, '住建'],
  [/工业信息化和科技|工业和信息化和科学技术/g, '工信科技'],
  [/工业和?信息化/g, '工信'],
  [/发展和改革|发展改革/g, '发改'],
  [/文化和?广电(?:新闻出版)?(?:体育|和)?旅游/g, '文广旅'],
  [/文化和?旅游/g, '文旅'],
  [/自然资源和规划/g, '自规'],
  [/市场监督管理/g, '市场监管'],
  [/行政审批服务/g, '行政审批'],
  [/综合行政执法/g, '综合执法'],
  [/卫生健康(?=委|局)/g, '卫健'],
  [/退役军人事务/g, '退役军人'],
  [/医疗保障/g, '医保'],
  [/科学技术/g, '科技'],
  [/交通运输/g, '交通'],
  [/应急管理/g, '应急'],
  [/民族和?宗教事务/g, '民宗'],
  [/教育和?体育/g, '教体'],
  [/农业和?农村/g, '农业农村'],
  [/粮食和物资储备/g, '粮食和储备'],
  [/大数据发展(?:管理)?/g, '大数据'],
  [/政务服务(?:数据)?管理/g, '政务服务'],
  [/地方金融(?:监督管理|监管)?|金融工作/g, '金融'],
  [/机关事务(?:管理|服务)?/g, '机关事务'],
  [/信访工作联席会议办公室/g, '信访局'],
  [/网络安全和信息化委员会办公室/g, '委网信办'],
  [/机构编制委员会办公室/g, '委编办'],
  [/村?(?:村民委员会|村委会)/g, '村'],
  [/社区居民委员会|社区居委会/g, '社区'],
  [/(镇|乡)(?:人民)?政府(?!办)/g, '$1'],
  [/街道办事处|街道办$/g, '街道'],
  [/人民政府/g, '政府'],
  [/政府办公室|政府办|府办/g, '政府办'],
  [/管理委员会/g, '管委会'],
  [/委员会(?=$)/g, '委'],
  [/有限(?:责任)?公司/g, '公司'],
];

/** Words that begin with a level word and are no place: 市场监管局, 区划. */
const notAPlace = /^(?:市场|市政|市容|市民|市监|区划|区域|县域|县级|区级|市级|省级)/;
const otherPlaceWord =
  /^(?!.{0,2}(?:开发|高新|新|示范|景|园|城|矿|社|辖|地|郊|库|片|街|学|校)区)([\u4e00-\u9fff]{2,4}?(?:县|区|市))(?=.{2,})/;

/** One writing of brackets, blanks and width; trailing punctuation gone. */
export function normaliseUnitName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[〔[【﹝<《]/g, '(')
    .replace(/[〕\]】﹞>》]/g, ')')
    .replace(/^["'“”‘’]+|["'“”‘’]+$/g, '')
    .replace(/[。，、；;,.:：]+$/, '');
}

/** Takes brackets apart: 县政府办公室（县大数据局） → the name outside and those inside. */
export function splitBracketedName(name: string): {
  readonly outside: string;
  readonly inside: readonly string[];
} {
  const inside: string[] = [];
  const outside = name.replace(/\(([^()]*)\)/g, (_, within: string) => {
    inside.push(...within.split(/[、,，;；/]/).filter((part) => part !== ''));
    return '';
  });
  return { outside: outside.replace(/[()]/g, ''), inside };
}

function takePlaceWord(name: string, place: NamePlace): { place: PlaceWord; rest: string } {
  let rest = name.replace(/^中共/, '').replace(/^(?:本|我|全)(?=[省市县区])/, '');
  const { parentName } = place;
  const stem = place.name.length > 2 ? place.name.slice(0, -1) : place.name;
  if (parentName !== null && rest.startsWith(parentName + stem)) rest = rest.slice(parentName.length);
  if (rest.startsWith(place.name)) return { place: { kind: 'own' }, rest: rest.slice(place.name.length) };
  if (rest.startsWith(stem) && rest.length > stem.length + 1) {
    return { place: { kind: 'own' }, rest: rest.slice(stem.length).replace(/^[县区市](?!场|政|容)/, '') };
  }
  const own = levelWords[place.level];
  const word = /^[省市县区]/.exec(rest)?.[0];
  if (word !== undefined && rest.length > 2 && !notAPlace.test(rest)) {
    const after = rest.slice(1);
    if (word === own) return { place: { kind: 'own' }, rest: after };
    const besides = countyRankWords.includes(word) && countyRankWords.includes(own);
    return { place: { kind: besides ? 'sameRank' : 'otherRank', word }, rest: after };
  }
  const foreign = otherPlaceWord.exec(rest)?.[1];
  if (foreign !== undefined) {
    return { place: { kind: 'otherPlace', word: foreign }, rest: rest.slice(foreign.length) };
  }
  return { place: { kind: 'none' }, rest };
}

/** The key of one name without brackets, and the place it claims. */
export function nameKeyOf(name: string, place: NamePlace): NameKey {
  const taken = takePlaceWord(normaliseUnitName(name), place);
  const key = customaryShortForms.reduce(
    (text, [pattern, short]) => text.replace(pattern, short),
    taken.rest,
  );
  return { place: taken.place, key };
}

/** Collective phrases differ in punctuation and order: 各镇（街道）, 各镇、街道, 各街镇; 各街道办 for 各街道. */
export function collectiveKeyOf(phrase: string): string {
  return normaliseUnitName(phrase)
    .replace(/[()、,，/和及]/g, '')
    .replace(/^全[县区市]各/, '各')
    .replace(/街道办事处|街道办/g, '街道')
    .replace(/(镇|乡)(?:人民)?政府/g, '$1')
    .replace(/街道?镇|镇街道?/g, '镇街');
}
