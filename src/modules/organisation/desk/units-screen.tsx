/** The register of units: as a list with every name, or as the tree of the county. */
import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { type UnitRow, unitKinds } from '../contract/register.ts';
import { unitKindTitles } from '../words/register.ts';
import { UnitDetailView } from './unit-detail.tsx';
import { CreateUnitForm } from './unit-forms.tsx';
import { UnitTree } from './unit-tree.tsx';

const columns: readonly DataColumn<UnitRow>[] = [
  { key: 'name', title: '名称', value: (unit) => unit.name },
  { key: 'shortName', title: '简称', value: (unit) => unit.shortName, width: 180 },
  {
    key: 'kind',
    title: '类型',
    value: (unit) => unitKindTitles[unit.kind],
    width: 130,
    filter: {
      kind: 'choice',
      single: true,
      options: unitKinds.map((kind) => ({ value: kind, label: unitKindTitles[kind] })),
    },
  },
  { key: 'parent', title: '上级', value: (unit) => unit.parentName, width: 160 },
  { key: 'children', title: '下级', value: (unit) => unit.childCount, width: 70, align: 'right' },
  { key: 'officers', title: '人员', value: (unit) => unit.officerCount, width: 70, align: 'right' },
  { key: 'code', title: '代码', value: (unit) => unit.code, width: 160, hidden: true },
  {
    key: 'active',
    title: '状态',
    value: (unit) => (unit.active ? '在用' : '已停用'),
    render: (unit) => (
      <StandingChip standing={unit.active ? 'met' : 'notYetDue'} word={unit.active ? '在用' : '已停用'} />
    ),
    width: 100,
    filter: {
      kind: 'choice',
      single: true,
      options: [
        { value: 'true', label: '在用' },
        { value: 'false', label: '已停用' },
      ],
    },
  },
];

const source: PagesSource = {
  kind: 'pages',
  path: '/organisation/units',
  searchable: true,
  query: ({ text, filters }) => ({
    text,
    kind: filters.kind?.[0],
    active: filters.active?.[0],
  }),
};

const help = (
  <>
    <p>
      这里登记本行政区的全部单位。读取任务分解表时，平台用单位的全称、简称、加挂牌子和曾用名来认出责任单位。
    </p>
    <p>单位不能删除，只能停用：停用以后，旧文件里的名字仍然认得出来。</p>
    <p>查找时可以输入全称、简称或别名的一部分。</p>
  </>
);

export function UnitsScreen() {
  const [search, setSearch] = useSearchParams();
  const [creating, setCreating] = useState(false);
  const may = useMay();
  const navigate = useNavigate();
  const asTree = search.get('view') === 'tree';
  return (
    <>
      <PageHeader
        title="机构单位"
        summary="单位的全称、简称和隶属关系；平台据此认出文件里的责任单位。"
        help={help}
        actions={
          <>
            <Segmented
              aria-label="显示方式"
              options={[
                { value: 'list', label: '名录' },
                { value: 'tree', label: '隶属关系' },
              ]}
              value={asTree ? 'tree' : 'list'}
              onChange={(view) => setSearch(view === 'tree' ? { view } : {})}
            />
            {may('organisation.createUnit') ? (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
                登记单位
              </Button>
            ) : null}
          </>
        }
      />
      {asTree ? (
        <UnitTree />
      ) : (
        <DataTable
          title="单位"
          screen="organisation.units"
          columns={columns}
          source={source}
          keyOf={(unit) => unit.id}
          panel={({ key, row, close }) => (
            <SidePanel title={row?.name ?? '单位'} width="wide" onClose={close}>
              <UnitDetailView unitId={key} />
            </SidePanel>
          )}
          empty={{ title: '这里会列出本行政区的单位', hint: '从县级政府开始登记，再登记部门、乡镇和街道。' }}
        />
      )}
      {creating ? (
        <SidePanel title="登记单位" width="wide" onClose={() => setCreating(false)}>
          <CreateUnitForm
            onDone={(unitId) => {
              setCreating(false);
              void navigate(`/organisation/units/${unitId}`);
            }}
          />
        </SidePanel>
      ) : null}
    </>
  );
}
