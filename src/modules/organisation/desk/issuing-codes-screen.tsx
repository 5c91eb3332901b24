/** All issuing codes (发文机关代字) of the county: who bears which, and registering a table of them at once. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { dayTextInWords } from '#kernel/day-words.ts';
import type { IssuingCodeRow } from '../contract/issuing-codes.ts';
import { ImportCodesForm } from './import-codes-form.tsx';

// The columns of the export are those the import takes, in the same order.
const columns: readonly DataColumn<IssuingCodeRow>[] = [
  {
    key: 'unit',
    title: '单位',
    value: (row) => row.unitName,
    render: (row) => <Link to={`/organisation/units/${row.unitId}`}>{row.unitName}</Link>,
    card: 'line',
  },
  { key: 'code', title: '代字', value: (row) => row.code, width: 160, card: 'title' },
  {
    key: 'from',
    title: '启用日期',
    value: (row) => row.validFrom,
    render: (row) => dayTextInWords(row.validFrom),
    width: 160,
  },
  {
    key: 'until',
    title: '停用日期',
    value: (row) => row.validUntil,
    render: (row) => dayTextInWords(row.validUntil),
    width: 160,
  },
];

const source: PagesSource = { kind: 'pages', path: '/organisation/issuing-codes', query: () => ({}) };

const help = (
  <>
    <p>
      发文机关代字是发文字号里年份前面的字，如“望政办发”。登记后，检测文稿时会核对：引用的、自己的发文字号是不是所写单位的。
    </p>
    <p>单位的代字也可以在“机构单位”里打开单位登记、停用。停用的代字仍认得以前的文件。</p>
  </>
);

export function IssuingCodesScreen() {
  const [importing, setImporting] = useState(false);
  return (
    <>
      <PageHeader
        title="发文机关代字"
        summary="哪个单位的文件用哪个代字。"
        help={help}
        actions={
          <Button type="primary" onClick={() => setImporting(true)}>
            批量登记
          </Button>
        }
      />
      <DataTable
        title="发文机关代字"
        screen="organisation.issuingCodes"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        empty={{
          title: '这里会列出各单位的发文机关代字',
          hint: '从表格里复制单位和代字两列，点“批量登记”粘贴进来。',
        }}
      />
      {importing ? (
        <SidePanel title="批量登记发文机关代字" width="wide" onClose={() => setImporting(false)}>
          <ImportCodesForm onDone={() => setImporting(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}
