/** The permission table as people read it: what may be done, by which roles, how far, under which rule. */
import type { z } from 'zod';
import type { DataColumn } from '#desk/components/data-table/columns.ts';
import { DataTable } from '#desk/components/data-table/data-table.tsx';
import { PageHeader } from '#desk/components/page-header/page-header.tsx';
import { useApi } from '#desk/data/use-api.ts';
import { type OfficerRole, officerRoles, officerRoleTitles } from '#kernel/actor.ts';
import type { permissionTableSchema } from '../contract.ts';

type PermissionTableView = z.infer<typeof permissionTableSchema>;
type PermissionModule = PermissionTableView['modules'][number];
type MatrixRow = PermissionModule['rows'][number] & { readonly module: string };

const reachTitles = { unit: '本单位及下级', jurisdiction: '全部单位', self: '本人' } as const;

const roleColumns = officerRoles.map(
  (role): DataColumn<MatrixRow> => ({
    key: role,
    title: officerRoleTitles[role],
    value: (row) => (row.roles.includes(role) ? '●' : ''),
    render: (row) => <RoleMark held={row.roles.includes(role)} role={role} />,
    width: 76,
    align: 'center',
    card: 'none',
  }),
);

function RoleMark({ held, role }: { readonly held: boolean; readonly role: OfficerRole }) {
  if (!held) return null;
  return (
    <>
      <span aria-hidden="true">●</span>
      <span className="visually-hidden">{officerRoleTitles[role]}可以</span>
    </>
  );
}

function columnsFor(modules: readonly PermissionModule[]): readonly DataColumn<MatrixRow>[] {
  return [
    {
      key: 'module',
      title: '模块',
      value: (row) => row.module,
      width: 110,
      card: 'line',
      filter: {
        kind: 'choice',
        options: modules.map(({ title }) => ({ value: title, label: title })),
      },
    },
    { key: 'title', title: '可以做什么', value: (row) => row.title, card: 'title', width: 200 },
    ...roleColumns,
    {
      key: 'roles',
      title: '角色',
      value: (row) => row.roles.map((role) => officerRoleTitles[role]).join('、'),
      filterValues: (row) => row.roles,
      filter: {
        kind: 'choice',
        options: officerRoles.map((role) => ({ value: role, label: officerRoleTitles[role] })),
      },
      hidden: true,
    },
    { key: 'reach', title: '范围', value: (row) => reachTitles[row.reach], width: 120 },
    { key: 'article', title: '依据', value: (row) => row.article, width: 200, hidden: true },
    { key: 'code', title: '代码', value: (row) => row.code, width: 200, hidden: true },
  ];
}

const help = (
  <>
    <p>这张表就是平台实际执行的权限：服务器按它放行或拒绝，按钮按它显示，说明书按它印出。</p>
    <p>“本单位及下级”指角色所在的单位和它下面的单位。</p>
  </>
);

const noModules: readonly PermissionModule[] = [];

export function PermissionsScreen() {
  const { data, error, refetch } = useApi<PermissionTableView>('/permissions');
  const rows = data?.modules.flatMap((module) =>
    module.rows.map((row) => ({ ...row, module: module.title })),
  );
  return (
    <>
      <PageHeader title="权限表" summary="什么事由什么角色办，管到哪里，依据是什么。" help={help} />
      <DataTable
        title="权限"
        screen="system.permissions"
        columns={columnsFor(data?.modules ?? noModules)}
        source={{ kind: 'rows', rows, error, onRetry: () => void refetch() }}
        keyOf={(row) => row.code}
        empty={{ title: '这里会列出各模块的权限' }}
      />
    </>
  );
}
