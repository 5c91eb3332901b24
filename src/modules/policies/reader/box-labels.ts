/** The labels of information boxes on government pages and what each names. Pure data and the cutting of texts by them. */

export const boxFields = [
  'indexNumber',
  'title',
  'documentNumber',
  'unifiedNumber',
  'issuers',
  'publisher',
  'kind',
  'theme',
  'openness',
  'writtenOn',
  'draftedOn',
  'publishedOn',
  'effectiveOn',
  'lapsesOn',
  'lapsePeriod',
  'validity',
  'other',
] as const;
/** `publisher` may only have put the document on line; `draftedOn` is a day boxes use for the written day or another. */
export type BoxField = (typeof boxFields)[number];

const labels: Readonly<Record<BoxField, readonly string[]>> = {
  indexNumber: ['信息索引号', '索引号', '索取号', '索引'],
  title: ['信息标题', '信息名称', '文件名称', '文件标题', '公文标题', '政策名称', '标题', '名称'],
  documentNumber: [
    '发文字号',
    '发文文号',
    '文件编号',
    '文件字号',
    '公文文号',
    '发布文号',
    '发文号',
    '文件号',
    '文号',
    '字号',
  ],
  unifiedNumber: [
    '规范性文件统一编号',
    '规范性文件登记号',
    '规范性文件编号',
    '统一登记号',
    '登记编号',
    '统一编号',
    '登记号',
  ],
  issuers: [
    '发文机关',
    '制发机关',
    '制定机关',
    '发文单位',
    '发文机构',
    '颁布单位',
    '制文机关',
    '公文制发机关',
    '发文部门',
  ],
  publisher: [
    '发布机构',
    '发布单位',
    '发布机关',
    '发布部门',
    '公开机构',
    '公开单位',
    '公开机关',
    '公开主体',
    '公开责任部门',
    '责任部门',
    '信息提供单位',
    '信息所属单位',
    '信息来源',
    '来源',
  ],
  kind: ['公文种类', '公文体裁', '体裁分类', '信息体裁', '文件体裁', '体裁', '文种', '文件类型', '公文类型'],
  theme: ['主题分类', '信息分类', '主题类别', '所属主题', '信息类别', '所属分类', '分类'],
  openness: ['公开属性', '公开方式', '公开类别', '公开类型', '公开形式'],
  writtenOn: ['成文日期', '成文时间'],
  draftedOn: [
    '发文日期',
    '发文时间',
    '生成日期',
    '生成时间',
    '制发日期',
    '签发日期',
    '签署日期',
    '印发日期',
    '印发时间',
    '产生日期',
    '形成日期',
  ],
  publishedOn: [
    '发布日期',
    '发布时间',
    '公开日期',
    '公开时间',
    '公布日期',
    '上网日期',
    '发表时间',
    '日期',
    '时间',
  ],
  effectiveOn: [
    '生效日期',
    '生效时间',
    '实施日期',
    '实施时间',
    '施行日期',
    '执行日期',
    '开始执行日期',
    '起始日期',
  ],
  lapsesOn: [
    '废止日期',
    '废止时间',
    '失效日期',
    '失效时间',
    '终止日期',
    '截止日期',
    '有效期至',
    '有效期截止',
  ],
  lapsePeriod: ['有效期限', '有效期', '时效期'],
  validity: [
    '是否有效',
    '信息有效性',
    '文件有效性',
    '有效性',
    '时效性',
    '文件状态',
    '效力状态',
    '文件效力',
    '时效状态',
    '有效状态',
    '时效',
  ],
  other: [
    '主题词',
    '关键词',
    '关键字',
    '内容概述',
    '内容概要',
    '信息概况',
    '摘要',
    '公开程序',
    '公开时限',
    '公开范围',
    '公开期限',
    '公开目录',
    '公开选项',
    '组配分类',
    '服务对象',
    '服务对象分类',
    '语种',
    '信息格式',
    '载体类型',
    '著录日期',
    '浏览次数',
    '浏览量',
    '阅读次数',
    '点击数',
    '访问量',
    '点击量',
    '责任编辑',
    '编辑',
    '审核',
    '作者',
    '签发人',
    '联系电话',
    '打印',
    '字体',
    '字号大小',
    '字体大小',
    '分享到',
    '分享',
    '政策解读',
    '相关解读',
    '解读链接',
    '行政区划',
    '原文链接',
    '是否规范性文件',
    '效力级别',
    '信息录入',
    '区域',
  ],
};

const fieldOfLabel = new Map<string, BoxField>(
  boxFields.flatMap((field) => labels[field].map((label): [string, BoxField] => [label, field])),
);

const byLength = [...fieldOfLabel.keys()].sort((one, other) => other.length - one.length);
const letterSpaced = (label: string) => [...label].join('[\\s　]*');
const anyLabel = byLength.map(letterSpaced).join('|');
/** Labels that also are words of sentences: they count only where a colon follows at a field's beginning. */
const labelAt = new RegExp(
  `(?<=^|[\\s　|｜;；、\\]】])[【\\[]?[\\s　]*(?<label>${anyLabel})[\\s　]*(?:[：:]|[】\\]][：:]?)`,
  'gu',
);
const bareLabel = new RegExp(`^[【\\[]?[\\s　]*(?<label>${anyLabel})[\\s　]*[】\\]]?[\\s　]*[：:]?$`, 'u');

const fieldOf = (label: string | undefined) => fieldOfLabel.get((label ?? '').replace(/[\s　]+/gu, ''));

/** The field of a text that is nothing but a label; undefined for other texts. */
export function fieldOfBareLabel(spaced: string): BoxField | undefined {
  const label = bareLabel.exec(spaced)?.groups?.label;
  return label === undefined ? undefined : fieldOf(label);
}

export interface BoxCut {
  readonly field: BoxField;
  readonly value: string;
}

/** Cuts a text at its labels into fields with values; `rest` is what stands before the first label. */
export function cutAtLabels(spaced: string): { readonly rest: string; readonly cuts: readonly BoxCut[] } {
  const found = [...spaced.matchAll(labelAt)];
  const cuts = found.flatMap((match, index): readonly BoxCut[] => {
    const field = fieldOf(match.groups?.label);
    const next = found[index + 1];
    const value = spaced
      .slice(match.index + match[0].length, next === undefined ? undefined : next.index)
      .trim();
    return field === undefined ? [] : [{ field, value }];
  });
  return { rest: found[0] === undefined ? spaced : spaced.slice(0, found[0].index).trim(), cuts };
}
