/**
 * Blocks of table 2 主动公开政府信息情况, by layout (政府信息公开条例第二十条 names the items).
 * 国办公开办函〔2021〕30号 (reports since 2021), 国办公开办函〔2019〕60号 (reports for 2019 and 2020).
 */
import type { FigureKind, LayoutColumn, LayoutRow } from './cells.ts';

export interface ProactiveColumn extends LayoutColumn {
  readonly kind: FigureKind;
}

export interface ProactiveBlock {
  /** Item of article 20 the block reports on. */
  readonly item: string;
  readonly columns: readonly ProactiveColumn[];
  readonly rows: readonly LayoutRow[];
}

const decided: ProactiveColumn = { id: 'decisions', label: '本年处理决定数量', kind: 'count' };

export const proactive2021: readonly ProactiveBlock[] = [
  {
    item: '第二十条第（一）项',
    columns: [
      { id: 'issued', label: '本年制发件数', kind: 'count' },
      { id: 'repealed', label: '本年废止件数', kind: 'count' },
      { id: 'inForce', label: '现行有效件数', kind: 'count' },
    ],
    rows: [
      { id: 'regulations', label: '规章' },
      { id: 'normativeDocuments', label: '行政规范性文件' },
    ],
  },
  { item: '第二十条第（五）项', columns: [decided], rows: [{ id: 'licences', label: '行政许可' }] },
  {
    item: '第二十条第（六）项',
    columns: [decided],
    rows: [
      { id: 'penalties', label: '行政处罚' },
      { id: 'coercion', label: '行政强制' },
    ],
  },
  {
    item: '第二十条第（八）项',
    columns: [{ id: 'charged', label: '本年收费金额（单位：万元）', kind: 'amount' }],
    rows: [{ id: 'fees', label: '行政事业性收费' }],
  },
];

const itemColumns: readonly ProactiveColumn[] = [
  { id: 'itemsBefore', label: '上一年项目数量', kind: 'count' },
  { id: 'itemsChange', label: '本年增/减', kind: 'change' },
];
const decisionsOf2019: ProactiveColumn = { id: 'decisions', label: '处理决定数量', kind: 'count' };

export const proactive2019: readonly ProactiveBlock[] = [
  {
    item: '第二十条第（一）项',
    columns: [
      { id: 'made', label: '本年新制作数量', kind: 'count' },
      { id: 'published', label: '本年新公开数量', kind: 'count' },
      { id: 'publicTotal', label: '对外公开总数量', kind: 'count' },
    ],
    rows: [
      { id: 'regulations', label: '规章' },
      { id: 'normativeDocuments', label: '规范性文件' },
    ],
  },
  {
    item: '第二十条第（五）项',
    columns: [...itemColumns, decisionsOf2019],
    rows: [
      { id: 'licences', label: '行政许可' },
      { id: 'otherServices', label: '其他对外管理服务事项' },
    ],
  },
  {
    item: '第二十条第（六）项',
    columns: [...itemColumns, decisionsOf2019],
    rows: [
      { id: 'penalties', label: '行政处罚' },
      { id: 'coercion', label: '行政强制' },
    ],
  },
  {
    item: '第二十条第（八）项',
    columns: itemColumns,
    rows: [{ id: 'fees', label: '行政事业性收费' }],
  },
  {
    item: '第二十条第（九）项',
    columns: [
      { id: 'procurements', label: '采购项目数量', kind: 'count' },
      { id: 'spent', label: '采购总金额', kind: 'amount' },
    ],
    rows: [{ id: 'procurement', label: '政府集中采购' }],
  },
];
