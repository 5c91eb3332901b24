/** 放行理由: who released what kind of finding for which reason. The marked text is not kept and cannot be shown. */

import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { instantOf } from '#kernel/clock.ts';
import { instantWords } from '#kernel/day-words.ts';
import type { OverrideView } from '../contract.ts';
import { findingClasses } from '../rules/finding.ts';
import { findingClassTitles, severityTitles } from '../words.ts';
import { severityMarks } from './finding-list.tsx';
import './checking.css';

function classWords(code: string): string {
  const name = code.split('.')[0];
  const found = findingClasses.find((one) => one === name);
  return found === undefined ? '其他' : findingClassTitles[found];
}

const columns: readonly DataColumn<OverrideView>[] = [
  { key: 'document', title: '文稿', value: (row) => row.documentName, width: 220 },
  {
    key: 'severity',
    title: '级别',
    value: (row) => severityTitles[row.severity],
    render: (row) => (
      <span className={`check-severity check-severity-${row.severity}`}>
        {severityMarks[row.severity]} {severityTitles[row.severity]}
      </span>
    ),
    width: 130,
  },
  { key: 'class', title: '类别', value: (row) => classWords(row.code), width: 120 },
  { key: 'reason', title: '理由', value: (row) => row.reason },
  { key: 'unit', title: '单位', value: (row) => row.unitName, width: 130 },
  { key: 'by', title: '说明人', value: (row) => row.createdByName, width: 90 },
  { key: 'at', title: '时间', value: (row) => instantWords(instantOf(row.createdAt)), width: 170 },
];

export function OverridesScreen() {
  return (
    <>
      <PageHeader
        title="放行理由"
        summary="对检测结果说明理由后放行的记录；标出的文字不保存，只留不能还原的摘要。"
        help={<p>本单位的人看本单位的；主管部门、法制审核和审计员看全县的。</p>}
      />
      <DataTable
        title="放行理由"
        screen="checking.overrides"
        columns={columns}
        source={{ kind: 'pages', path: '/checks/overrides', query: () => ({}) }}
        keyOf={(row) => row.id}
        empty={{
          title: '还没有放行的记录',
          hint: '在“发布前检测”里对一处结果说明理由后，会列在这里。',
        }}
      />
    </>
  );
}
