/** The audit: who did what when, filtered, opened, and its chain verified. Nothing here can be changed. */
import { Button } from 'antd';
import { useState } from 'react';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { readDayRange } from '#desk/components/data-table/table-state.ts';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { AuditRow } from '../../contract.ts';
import { AuditDetailView } from './audit-detail.tsx';
import { VerifyAudit } from './verify-audit.tsx';

const columns: readonly DataColumn<AuditRow>[] = [
  { key: 'seq', title: '序号', value: (row) => row.seq, width: 90, align: 'right', card: 'line' },
  {
    key: 'at',
    title: '时间',
    value: (row) => instantWords(instantOf(row.at)),
    width: 190,
    filter: { kind: 'days' },
  },
  { key: 'actor', title: '谁', value: (row) => row.actorName, width: 120 },
  { key: 'action', title: '操作', value: (row) => row.actionTitle ?? row.action, width: 180 },
  { key: 'summary', title: '内容', value: (row) => row.summary, card: 'title' },
  { key: 'code', title: '操作代码', value: (row) => row.action, width: 200, hidden: true },
  {
    key: 'object',
    title: '对象',
    value: (row) => `${row.objectKind} ${row.objectId}`,
    width: 260,
    hidden: true,
  },
];

const source: PagesSource = {
  kind: 'pages',
  path: '/audit',
  searchable: true,
  query: ({ text, filters }) => {
    const { from, through } = readDayRange(filters.at?.[0]);
    return { text, from, through };
  },
};

const help = (
  <>
    <p>
      每一次改动都在这里留下一条记录：谁、什么时候、改了什么、改前改后各是什么。记录只能添加，不能修改或删除。
    </p>
    <p>
      每条记录带有前一条的校验值，连成一条链。“核验”会从头算一遍；把末尾校验值抄在别处，下次核验时填入，可以证明这期间没有整体替换。
    </p>
  </>
);

export function AuditScreen() {
  const [verifying, setVerifying] = useState(false);
  return (
    <>
      <PageHeader
        title="操作记录"
        summary="只能添加、不能改动的记录。"
        help={help}
        actions={
          <Button type="primary" onClick={() => setVerifying(true)}>
            核验记录
          </Button>
        }
      />
      <DataTable
        title="操作记录"
        screen="system.audit"
        columns={columns}
        source={source}
        keyOf={(row) => String(row.seq)}
        panel={({ key, close }) => (
          <SidePanel title={`操作记录第${key}号`} width="wide" onClose={close}>
            <AuditDetailView seq={key} />
          </SidePanel>
        )}
        empty={{ title: '这里会列出每一次改动', hint: '登记单位、授予角色、确认任务等操作都会留下记录。' }}
      />
      {verifying ? (
        <SidePanel title="核验操作记录" onClose={() => setVerifying(false)}>
          <VerifyAudit />
        </SidePanel>
      ) : null}
    </>
  );
}
