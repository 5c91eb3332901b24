/** Labels of the policy library and its refusals. */
import type { StateMark } from '#kernel/portal-offers.ts';
import { defineRefusals } from '#kernel/refusal.ts';
import type { LibraryFacet } from './rules/facets.ts';
import type { DocumentValidity, RelationKind } from './rules/validity.ts';

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
});

export const facetTitles: Readonly<Record<LibraryFacet, string>> = {
  issuer: '发文机关',
  year: '年份',
  theme: '主题',
  kind: '文种',
  validity: '有效性',
};
