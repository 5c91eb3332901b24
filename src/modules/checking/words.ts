/** Chinese names of what the checks say: classes, severities, places. Browser-safe. */
import type { PartKind, PlaceInFile } from './rules/checked-document.ts';
import type { FindingClass, Severity } from './rules/finding.ts';
import type { WordKind, WordState } from './rules/words-in-force.ts';

export const findingClassTitles: Readonly<Record<FindingClass, string>> = {
  wording: '规范表述',
  typo: '错别字',
  lawTitle: '法律法规名称',
  agencyName: '机构名称',
  documentNumber: '发文字号',
  date: '日期',
  sum: '数字合计',
  numbering: '序号层次',
  attachment: '附件',
  remains: '文稿遗留',
  punctuation: '标点符号',
  numeral: '数字用法',
  secretMark: '密级标志',
  internalRouting: '内部流转',
  personalData: '个人信息',
  unreadable: '无法检测',
};

export const severityTitles: Readonly<Record<Severity, string>> = {
  block: '不得发布',
  confirm: '须说明理由',
  hint: '提示',
};

export const partKindTitles: Readonly<Record<PartKind, string>> = {
  body: '正文',
  heading: '标题',
  cell: '表格',
  header: '页眉',
  footer: '页脚',
  footnote: '脚注、尾注',
  textBox: '文本框',
  property: '文档属性',
  fileName: '文件名',
  pictureName: '图片名称',
  comment: '批注',
  insertedText: '修订插入的文字',
  deletedText: '修订删除的文字',
  hiddenText: '隐藏文字',
  hiddenCell: '隐藏单元格',
  earlierRevision: '先前版本',
};

/** Where a finding stands, as a person looks for it: `第3页 第12段`; empty when the place is the document itself. */
export function placeInWords(place: PlaceInFile): string {
  const words = [
    place.page === undefined ? '' : `第${place.page}页`,
    place.paragraph === undefined ? '' : `第${place.paragraph}段`,
    place.line === undefined ? '' : `第${place.line}行`,
    place.sheet === undefined ? '' : `工作表“${place.sheet}”`,
    place.cell ?? '',
  ];
  return words.filter((word) => word !== '').join(' ');
}

export const wordKindTitles: Readonly<Record<WordKind, string>> = {
  wrong: '不规范表述',
  protected: '专有名称',
  accepted: '放行的说法',
};

export const wordStateTitles: Readonly<Record<WordState, string>> = {
  coming: '未启用',
  inForce: '使用中',
  ended: '已停用',
  replaced: '已修改',
};

/** What a text that was typed on the desk is called beside a reason. */
export const textOnDeskName = '工作台上的文字';
