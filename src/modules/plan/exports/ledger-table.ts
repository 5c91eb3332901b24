/** The ledger as a table to take along: one line a version, so that corrections and withdrawals stay to be read. */
import type { LedgerItem, LedgerVersion } from '../contract/ledger.ts';
import { entryKindTitles, ledgerStateTitles } from '../words/ledger.ts';

export const ledgerColumns = [
  { title: '任务序号', width: 8 },
  { title: '任务', width: 30 },
  { title: '单位', width: 16 },
  { title: '日期', width: 12 },
  { title: '类别', width: 8 },
  { title: '内容', width: 60 },
  { title: '数据', width: 24 },
  { title: '附件', width: 24 },
  { title: '网址', width: 36 },
  { title: '填报人', width: 10 },
  { title: '更正、撤回原因', width: 24 },
  { title: '是否有效', width: 10 },
  { title: '公开情况', width: 10 },
] as const;

function lineOf(item: LedgerItem, version: LedgerVersion): (string | number | null)[] {
  const isNewest = version === item.versions.at(-1);
  return [
    item.taskNo,
    item.taskTitle,
    item.unitName,
    version.writtenOn,
    entryKindTitles[version.kind],
    version.body,
    version.figures.map(({ label, amount, unit }) => `${label}${amount}${unit}`).join('；'),
    version.files.map((file) => file.fileName).join('\n'),
    version.links.map((link) => link.url).join('\n'),
    version.writtenByName,
    version.reason,
    isNewest && item.state !== 'withdrawn' ? '有效' : version.kind === 'withdrawal' ? '' : '已被取代',
    version.isPublic ? ledgerStateTitles.public : '',
  ];
}

/** The lines of the table in the order of the items. */
export function setLedgerLines(items: readonly LedgerItem[]): (string | number | null)[][] {
  return items.flatMap((item) => item.versions.map((version) => lineOf(item, version)));
}
