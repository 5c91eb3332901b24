/** Faults of arithmetic, which the text proves by itself. */
import type { FindingKind } from '../../finding.ts';

const shared = {
  class: 'sum',
  severity: 'confirm',
  source: '《政府信息公开条例》（国务院令第711号）第六条：公开的信息应当准确',
} as const;

export const sumKinds = {
  'sum.columnTotal': { ...shared, title: '表格合计行不符', remedy: '核对各行数字和合计。' },
  'sum.rowTotal': { ...shared, title: '表格合计列不符', remedy: '核对各列数字和合计。' },
  'sum.cell': { ...shared, title: '表格数字与合计不符', remedy: '核对这一格的数字。' },
  'sum.rate': { ...shared, title: '表格增幅、占比不符', remedy: '按表中数字重新计算百分比。' },
  'sum.parts': { ...shared, title: '分项与总数不符', remedy: '核对各分项和总数。' },
  'sum.change': { ...shared, title: '增减幅度不符', remedy: '按前后数字重新计算。' },
  'sum.share': { ...shared, title: '占比不符', remedy: '按文中数字重新计算百分比。' },
  'sum.hundred': { ...shared, title: '比例之和不是一百', remedy: '核对各项比例。' },
  'sum.listCount': { ...shared, title: '项数与列举不符', remedy: '核对所说的项数和列举的内容。' },
  'sum.respective': {
    ...shared,
    severity: 'hint',
    title: '“分别”前后的个数不符',
    remedy: '核对“分别”之前的事项和之后的数字。',
  },
  'sum.capital': { ...shared, title: '大写金额与小写金额不符', remedy: '核对金额的大写和小写。' },
} as const satisfies Record<string, FindingKind>;

/** A fault with its span in the text it was looked for in. */
export interface SumFault {
  readonly code: keyof typeof sumKinds;
  readonly severity?: 'confirm' | 'hint';
  readonly reason: string;
  readonly start: number;
  readonly end: number;
}
