/**
 * What is looked at before the reasons of a request are held unreasonable (条例第三十五条). The criteria are recorded one by
 * one; a person decides, and only after the applicant was asked for reasons. Pure; browser-safe.
 */
export const abuseCriteria = {
  volume: '一定期间内申请数量明显超过合理范围',
  frequency: '申请频次明显超过合理范围',
  sameSubject: '反复就同一或者同类事项提出申请',
  severalAgencies: '就同一内容同时向多个机关申请',
  splitArtificially: '把同一内容拆成多件申请',
  otherPurpose: '表明的目的不是获取信息，而是信访、施压或者消耗行政资源',
  alreadyHeld: '申请的是已经取得或者本人制作的材料',
  noReasons: '要求说明理由后，没有说明或者所说与申请无关',
} as const satisfies Readonly<Record<string, string>>;
export type AbuseCriterion = keyof typeof abuseCriteria;
export const abuseCriterionNames = [
  'volume',
  'frequency',
  'sameSubject',
  'severalAgencies',
  'splitArtificially',
  'otherPurpose',
  'alreadyHeld',
  'noReasons',
] as const satisfies readonly AbuseCriterion[];
