/** The permission table as data and as a document; both are taken from the rows the server checks. */

import type { z } from 'zod';
import { type OfficerRole, officerRoles, officerRoleTitles } from '#kernel/actor.ts';
import type { Manifest } from '#kernel/module.ts';
import type { PermissionReach } from '#kernel/permission.ts';
import type { permissionTableSchema } from '../contract.ts';

type PermissionModules = z.infer<typeof permissionTableSchema>['modules'];

/** By code point: the same on every machine, whatever its language. */
function byName(left: Manifest, right: Manifest): number {
  if (left.name === right.name) return 0;
  return left.name < right.name ? -1 : 1;
}

/** Modules that declare permissions, with their rows, by name: the order in which they were gathered says nothing. */
export function printPermissionModules(modules: readonly Manifest[]): PermissionModules {
  return modules.toSorted(byName).flatMap(({ name, title, permissions }) => {
    const rows = Object.entries(permissions).map(([code, row]) => ({
      code,
      title: row.title,
      roles: [...row.roles],
      reach: row.reach,
      forAllUnits: [...(row.forAllUnits ?? [])],
      article: row.article ?? null,
    }));
    return rows.length === 0 ? [] : [{ name, title, rows }];
  });
}

const reachTitles: Readonly<Record<PermissionReach, string>> = {
  unit: '本单位及所属单位',
  jurisdiction: '全部单位',
  self: '本人',
};

/** `◆` for a role that holds it for every unit although the others hold it for their own. */
function markOf(
  row: { readonly roles: readonly OfficerRole[]; readonly forAllUnits: readonly OfficerRole[] },
  role: OfficerRole,
): string {
  if (row.forAllUnits.includes(role)) return '◆';
  return row.roles.includes(role) ? '●' : '';
}

/** `docs/permissions.md`: who may do what, one table a module. */
export function printPermissionDocument(modules: readonly Manifest[]): string {
  const head = [
    '# 权限表',
    '',
    '本表由程序生成（`gongkai permissions`），与服务器实际检查的是同一份数据。◆ 表示不限单位。',
    '',
  ];
  const parts = printPermissionModules(modules).flatMap(({ name, title, rows }) => [
    `## ${title}（\`${name}\`）`,
    '',
    `| 权限 | 代码 | 范围 | ${officerRoles.map((role) => officerRoleTitles[role]).join(' | ')} | 依据 |`,
    `|---|---|---|${officerRoles.map(() => ':-:').join('|')}|---|`,
    ...rows.map(
      (row) =>
        `| ${row.title} | \`${row.code}\` | ${reachTitles[row.reach]} | ${officerRoles
          .map((role) => markOf(row, role))
          .join(' | ')} | ${row.article ?? ''} |`,
    ),
    '',
  ]);
  return [...head, ...parts].join('\n').replace(/\n+$/, '\n');
}
