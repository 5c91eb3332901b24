/**
 * What one leaf of the disposition tree ties together, and the closed lists it draws from: rows of the annual report
 * (国办公开办函〔2021〕30号), groups, categories of disputes. Data only.
 */
import type { DispositionFactName } from './facts.ts';

/** Rows of table 3; the names of the annual report (a test of `reporting` compares both lists). */
export const reportRows = [
  'granted',
  'partial',
  'stateSecret',
  'otherLaw',
  'threeSecurities',
  'thirdParty',
  'internalAffairs',
  'process',
  'enforcementFile',
  'administrativeQuery',
  'notHeld',
  'needsMaking',
  'stillUnclear',
  'petition',
  'repeated',
  'publication',
  'excessive',
  'confirmation',
  'notCorrected',
  'feeNotPaid',
  'otherwise',
] as const;
export type ReportRow = (typeof reportRows)[number];

export const dispositionGroups = {
  granted: '予以公开',
  partial: '部分公开',
  withheld: '不予公开',
  unavailable: '无法提供',
  notHandled: '不予处理',
  otherwise: '其他处理',
} as const;
export type DispositionGroup = keyof typeof dispositionGroups;

/** What a dispute about the reply is about, for its statistics. */
export const disputeCategories = {
  disclosure: '公开的内容、方式',
  partialDisclosure: '区分处理',
  absoluteRefusal: '绝对不予公开',
  thirdPartyRefusal: '涉第三方不予公开',
  relativeRefusal: '可以不予公开',
  specialRegime: '专门查询',
  nonExistence: '信息不存在',
  notResponsible: '不属本机关负责',
  processing: '加工、分析',
  unclear: '内容不明确',
  notInformationRequest: '不作为政府信息公开申请处理',
  repetition: '重复申请',
  abuse: '大量、反复申请',
  closing: '终止办理',
} as const;
export type DisputeCategory = keyof typeof disputeCategories;

export interface LeafShape {
  readonly id: string;
  readonly group: DispositionGroup;
  readonly title: string;
  /** Article by article, as cited in the letter. */
  readonly articles: readonly string[];
  /** Template of the letter that tells the applicant. */
  readonly letter: string;
  readonly row: ReportRow;
  readonly dispute: DisputeCategory;
  readonly facts: readonly DispositionFactName[];
  /** When this leaf is the right one, in our own words, for the choice on the desk. */
  readonly when: string;
}

/** Articles of the Regulation as a letter cites them. */
export const ofRegulation = (...articles: readonly string[]): readonly string[] =>
  articles.map((one) => `政府信息公开条例${one}`);
