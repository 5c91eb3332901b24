/** Recognises the row labels of table 3 in all the ways published reports write them. No cells, no figures. */

/** What a label names: a row of the table, a group of rows, or a heading of its columns. */
export type RequestLabel =
  | { readonly kind: 'row'; readonly row: string }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'head' };

/** A label without blanks, enumeration and quotation marks. */
export function foldLabel(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff"'“”‘’「」『』〝〞]+/gu, '')
    .replace(/^(?:[(]?(?:[一二三四五六七八九十]+|\d{1,2})(?:[)、.,:]|(?=[^\d.%,])(?<=\()))+/u, '')
    .replace(/^[、.,)]+/u, '');
}

const rowPatterns: readonly (readonly [RegExp, string])[] = [
  [/^本?(?:年度?|期)?新收(?:到)?(?:的)?(?:政府)?信息公开申请/u, 'received'],
  [/^(?:由|从)?(?:上一?年度?|去年)结转/u, 'carriedIn'],
  [/^予以公开/u, 'granted'],
  [/^部分公开/u, 'partial'],
  [/^(?:属于)?国家秘密/u, 'stateSecret'],
  [/^其他法律.{0,8}禁止公开/u, 'otherLaw'],
  [/^危及.{0,3}(?:三安全|安全|稳定)/u, 'threeSecurities'],
  [/^(?:保护|损害|涉及)第三方/u, 'thirdParty'],
  [/^(?:属于)?三类.{0,6}信息|^(?:属于)?内部事务信息/u, 'internalAffairs'],
  [/^(?:属于)?四类.{0,6}信息|^(?:属于)?过程性信息/u, 'process'],
  [/^(?:属于)?行政执法案卷/u, 'enforcementFile'],
  [/^(?:属于)?行政查询/u, 'administrativeQuery'],
  [/^(?:本机关|本行政机关|本单位)?不掌握/u, 'notHeld'],
  [/^没有现成/u, 'needsMaking'],
  [/^补正后/u, 'stillUnclear'],
  [/^信访.{0,2}(?:举报|投诉)/u, 'petition'],
  [/^重复(?:提出)?申请/u, 'repeated'],
  [/^(?:要求)?提供公开出版物/u, 'publication'],
  [/^无正当理由大量/u, 'excessive'],
  [/^(?:要求)?(?:行政机关)?确认或(?:者)?重新出具/u, 'confirmation'],
  [/^(?:申请人)?(?:无正当理由)?逾期不补正/u, 'notCorrected'],
  [/^(?:申请人)?逾期未按收费|^(?:申请人)?(?:逾期)?未按.{0,10}缴(?:纳|费)/u, 'feeNotPaid'],
  [/^(?:总计|合计)(?:\(?7\)?)?$/u, 'outcomeTotal'],
  [/^结转(?:至|到)?下一?年/u, 'carriedOut'],
];

const groupPatterns: readonly (readonly [RegExp, string])[] = [
  [/^本?年度?(?:申请)?办理结果/u, 'outcomes'],
  [/^不予公开/u, 'withheld'],
  [/^无法提供/u, 'unavailable'],
  [/^不予处理/u, 'notHandled'],
  [/^其他处理/u, 'otherwise'],
];

const headPattern =
  /^(?:自然人|法人或(?:者)?其他组织|商业企业|科研机构|社会公益组织|法律服务机构|申请人(?:情况|类型)?)$/u;

/** The longest label of the form has 40 signs; beyond this a text is prose. */
const longestLabel = 60;

/** What a label names; undefined for any other text. */
export function findRequestLabel(text: string): RequestLabel | undefined {
  if (text.length > longestLabel * 4) return undefined;
  const label = foldLabel(text);
  if (label === '' || label.length > longestLabel) return undefined;
  if (headPattern.test(label)) return { kind: 'head' };
  const row = rowPatterns.find(([pattern]) => pattern.test(label))?.[1];
  if (row !== undefined) return { kind: 'row', row };
  // Only the last row of the last group is called so; a heading of columns is told apart by its row.
  if (label === '其他' || label === '其它') return { kind: 'row', row: 'otherwise' };
  const group = groupPatterns.find(([pattern]) => pattern.test(label))?.[1];
  return group === undefined ? undefined : { kind: 'group', group };
}
