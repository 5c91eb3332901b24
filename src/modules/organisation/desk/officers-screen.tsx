/** The people of the units and the roles they hold. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import type { DataColumn, PagesSource } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { SidePanel } from '#desk/components/side-panel/side-panel.tsx';
import { StandingChip } from '#desk/components/standing-chip/standing-chip.tsx';
import { useMay } from '#desk/data/me.ts';
import { officerRoles, officerRoleTitles } from '#kernel/actor.ts';
import type { OfficerRow } from '../contract/register.ts';
import { OfficerDetailView } from './officer-detail.tsx';
import { CreateOfficerForm } from './officer-forms.tsx';
import { SeparationNote } from './separation-note.tsx';

const yesNo = [
  { value: 'true', label: '是' },
  { value: 'false', label: '否' },
];

const columns: readonly DataColumn<OfficerRow>[] = [
  { key: 'name', title: '姓名', value: (row) => row.name, width: 120 },
  { key: 'unit', title: '单位', value: (row) => row.unitName },
  { key: 'position', title: '职务', value: (row) => row.position, width: 160 },
  {
    key: 'role',
    title: '角色',
    value: rolesInWords,
    filter: {
      kind: 'choice',
      single: true,
      options: officerRoles.map((role) => ({ value: role, label: officerRoleTitles[role] })),
    },
  },
  {
    key: 'liaison',
    title: '联络员',
    value: (row) => (row.liaison ? '是' : ''),
    width: 96,
    filter: { kind: 'choice', single: true, options: yesNo },
  },
  {
    key: 'active',
    title: '在岗',
    value: (row) => (row.active ? '在岗' : '已停用'),
    render: (row) => (
      <StandingChip standing={row.active ? 'met' : 'notYetDue'} word={row.active ? '在岗' : '已停用'} />
    ),
    width: 100,
    filter: { kind: 'choice', single: true, options: yesNo },
  },
];

function rolesInWords(row: OfficerRow): string {
  return row.grants
    .map((grant) =>
      grant.unitId === row.unitId
        ? officerRoleTitles[grant.role]
        : `${officerRoleTitles[grant.role]}（${grant.unitName}）`,
    )
    .join('、');
}

const source: PagesSource = {
  kind: 'pages',
  path: '/organisation/officers',
  searchable: true,
  query: ({ text, filters }) => ({
    text,
    role: filters.role?.[0],
    liaison: filters.liaison?.[0],
    active: filters.active?.[0],
  }),
};

const help = (
  <>
    <p>角色决定一个人能办什么。同一个人可以在几个单位各有角色；角色管到该单位和它的下级单位。</p>
    <p>登记和停用人员由系统管理员办理，授予和收回角色由安全管理员办理：两件事分开，谁也不能给自己加权。</p>
  </>
);

export function OfficersScreen() {
  const [creating, setCreating] = useState(false);
  const may = useMay();
  return (
    <>
      <PageHeader
        title="工作人员与角色"
        summary="谁在哪个单位，能办什么。"
        help={help}
        actions={
          may('organisation.manageOfficers') ? (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setCreating(true)}>
              登记人员
            </Button>
          ) : undefined
        }
      />
      <SeparationNote />
      <DataTable
        title="工作人员"
        screen="organisation.officers"
        columns={columns}
        source={source}
        keyOf={(row) => row.id}
        panel={({ key, row, close }) => (
          <SidePanel title={row?.name ?? '工作人员'} width="wide" onClose={close}>
            <OfficerDetailView key={key} officerId={key} />
          </SidePanel>
        )}
        empty={{ title: '这里会列出各单位的工作人员', hint: '先登记人员，再由安全管理员授予角色。' }}
      />
      {creating ? (
        <SidePanel title="登记人员" width="wide" onClose={() => setCreating(false)}>
          <CreateOfficerForm onDone={() => setCreating(false)} />
        </SidePanel>
      ) : null}
    </>
  );
}
