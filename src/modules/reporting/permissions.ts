/** Who may do what with annual reports. */
import type { PermissionTable } from '#kernel/permission.ts';

const article = '政府信息公开条例第四十九条、第五十条';

export const reportingPermissions = {
  'reporting.check': {
    title: '核对年度报告',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor', 'legalOffice'],
    reach: 'unit',
    article: '政府信息公开条例第五十条',
  },
  'reporting.view': {
    title: '查看本单位年报数据',
    roles: ['clerk', 'reviewer', 'unitLeader', 'supervisor', 'legalOffice'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article,
  },
  'reporting.enter': {
    title: '填报本单位年报数据和文字',
    roles: ['clerk', 'unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article,
  },
  'reporting.sign': {
    title: '签发、撤下本单位年报',
    roles: ['unitLeader', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article,
  },
  'reporting.compile': {
    title: '汇总、编制、签发本级政府年报',
    roles: ['supervisor'],
    reach: 'jurisdiction',
    article,
  },
} as const satisfies PermissionTable;
