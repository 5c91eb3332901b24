/** Labels of the policy library and its refusals. */
import type { StateMark } from '#kernel/portal-offers.ts';
import { defineRefusals } from '#kernel/refusal.ts';
import type { ClauseChange } from '../rules/compare-versions.ts';
import type { DocumentElement } from '../rules/document-elements.ts';
import type { LibraryFacet } from '../rules/facets.ts';
import type { DocumentGap } from '../rules/gaps.ts';
import type { InterpreterRank } from '../rules/interpretation.ts';
import type { DocumentValidity, RelationKind } from '../rules/validity.ts';

export const validityTitles: Readonly<Record<DocumentValidity, string>> = {
  notYet: '尚未施行',
  inForce: '现行有效',
  amended: '已修改',
  lapsed: '已失效',
  repealed: '已废止',
};

export const validityMarks: Readonly<Record<DocumentValidity, StateMark>> = {
  notYet: 'notYetDue',
  inForce: 'met',
  amended: 'cannotTell',
  lapsed: 'failing',
  repealed: 'failing',
};

/** What this document does to the other; and, seen from the other, what is done to it. */
export const relationTitles: Readonly<
  Record<RelationKind, { readonly does: string; readonly isDone: string }>
> = {
  amends: { does: '修改', isDone: '被修改' },
  repeals: { does: '废止', isDone: '被废止' },
  replaces: { does: '代替', isDone: '被代替' },
  lapses: { does: '宣布失效', isDone: '被宣布失效' },
  basis: { does: '依据', isDone: '作为依据制定' },
  implements: { does: '落实', isDone: '被落实' },
  interprets: { does: '解读', isDone: '解读材料' },
};

export const policyRefusals = defineRefusals({
  'policies.documentNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这份文件',
      why: '地址有误，或者文件不在政策文件库里',
      todo: '请从政策文件库重新查找',
    }),
  },
  'policies.comparisonNotFound': {
    status: 404,
    say: () => ({
      what: '没有可以对照的两个文本',
      why: '这份文件只有一个文本，或者要对照的文件不公开',
      todo: '请回到文件页面，从“文本沿革”打开',
    }),
  },
  'policies.fileMissing': {
    status: 422,
    say: () => ({ what: '没有收到文件', todo: '请选择一个文件再试' }),
  },
  'policies.fileNotRead': {
    status: 422,
    say: (params: { sentence: string; reasons: readonly string[]; remedy: string | null }) => ({
      what: params.sentence.replace(/。$/u, ''),
      ...(params.reasons.length === 0 ? {} : { why: params.reasons.join('；') }),
      todo: params.remedy ?? '请换一个文件，或者在“信息发布”里起草',
    }),
  },
  'policies.relationNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这条关系',
      why: '它可能已经被删除，或者文件重新发布时重新读取过',
      todo: '请刷新页面再看',
    }),
  },
  'policies.relationSelf': {
    status: 422,
    say: () => ({
      what: '一份文件不能与自己建立关系',
      why: '选择的对方就是这份文件',
      todo: '请选择另一份文件',
    }),
  },
  'policies.relationKnown': {
    status: 409,
    say: (params: { title: string }) => ({
      what: `与《${params.title}》的这种关系已经登记`,
      why: '同一份文件、同一种关系、同样的范围只登记一次',
      todo: '要改日期或者范围，请先写明原因取消原来的一条',
    }),
  },
  'policies.relationDayMissing': {
    status: 422,
    article: '国办公开办函〔2021〕33号',
    say: () => ({
      what: '没有写明从哪一天起',
      why: '废止、代替、修改和宣布失效都从一个日子起算，有效性由此推出',
      todo: '请填写起始日期',
    }),
  },
});

export const documentElementTitles: Readonly<Record<DocumentElement, string>> = {
  indexNumber: '索引号',
  title: '标题',
  documentNumber: '发文字号',
  unifiedNumber: '统一编号',
  issuers: '发文机关',
  kind: '文种',
  theme: '主题分类',
  openness: '公开方式',
  addressees: '主送机关',
  writtenOn: '成文日期',
  publishedOn: '发布日期',
  effective: '施行日期',
  lapse: '有效期',
  repeals: '废止的文件',
  validity: '有效性',
  basis: '依据',
  attachments: '附件',
  signature: '落款',
  contact: '联系方式',
  copiedTo: '抄送机关',
  printed: '印发机关和日期',
  body: '正文',
};

export const facetTitles: Readonly<Record<LibraryFacet, string>> = {
  issuer: '发文机关',
  year: '年份',
  theme: '主题',
  kind: '文种',
  validity: '有效性',
};

export const clauseChangeTitles: Readonly<Record<ClauseChange['kind'], string>> = {
  same: '未变',
  renumbered: '序号改变',
  moved: '调整位置',
  changed: '改动',
  added: '新增',
  removed: '删去',
};

export const gapTitles: Readonly<Record<DocumentGap, string>> = {
  documentNumber: '发文字号',
  theme: '主题分类',
  kind: '文种',
  publishedOn: '发布日期',
  effectiveOn: '施行日期',
  body: '正文',
  endDay: '废止或者失效日期',
};

export const interpretationFormTitles: Readonly<Record<string, string>> = {
  text: '文字',
  chart: '图表图解',
  video: '视频动画',
  questionsAnswers: '问答',
  process: '流程演示',
};

export const interpreterRankTitles: Readonly<Record<InterpreterRank, string>> = {
  principal: '主要负责人解读',
  deputy: '负责人解读',
  expert: '专家解读',
  media: '媒体解读',
  drafter: '起草单位解读',
};
