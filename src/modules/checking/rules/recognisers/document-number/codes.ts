/**
 * What stands before the bracket of a document number: codes of issuing bodies by their endings, and the kinds of
 * numbers that look alike but follow rules of their own. Pure data.
 */

/** Issuing codes of the State Council and its office, as their published documents bear them (as of 2025-01-01). */
export const nationalCodes: readonly string[] = [
  '国发',
  '国办发',
  '国函',
  '国办函',
  '国发明电',
  '国办发明电',
  '国办秘函',
  '国办公开办函',
  '中发',
  '中办发',
];

/**
 * Last characters of issuing codes: the kind of document (发、函、电) or the short name of a body (财税、发改价格). Whoever
 * writes one of these before a bracketed year writes a document number.
 */
const codeEndings = new Set(
  '发函电规复批任税综建财价格环评教办党委政府法释检组宣统社令资农商工交住城文卫审医金融林水科体旅安监信',
);

/** 办字、党字 …: an old style of code, unlike 罚字 and 证字. */
const officialWordCode = /[政办党委组财税法宣纪通公国]字$/u;

/**
 * Numbers with their own form: penalties and decisions of enforcement, certificates, awards, lots of land, tenders.
 * Some of them prescribe 第 and padded serials, some round brackets.
 */
const foreignEnding =
  /(?:[罚处决证裁仲案鉴强执许准诉初终刑复申赔协调]字|[罚处裁仲证权用出储挂拍让告采招标询磋登备准案项目宗地缓保险]|房权证.{0,2}字|国用)$/u;

export type CodeStanding = 'official' | 'foreign' | 'unsure';

/** How sure it is that a text ending like this is an issuing code. */
export function standingOfCode(code: string): CodeStanding {
  if (officialWordCode.test(code)) return 'official';
  if (foreignEnding.test(code)) return 'foreign';
  if (code.endsWith('字')) return 'foreign';
  return codeEndings.has(code.slice(-1)) ? 'official' : 'unsure';
}

/** Pairs a hand or an input method confuses in the endings of codes: wrong character → right ones. */
export const confusedEndings: Readonly<Record<string, string>> = {
  法: '发',
  犮: '发',
  友: '发',
  涵: '函',
  含: '函',
  丞: '函',
  亟: '函',
  半: '办',
  力: '办',
  辨: '办',
  辩: '办',
  伴: '办',
  正: '政',
  证: '政',
};
