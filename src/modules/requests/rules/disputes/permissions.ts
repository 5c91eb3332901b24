/** Who may do what with reviews, lawsuits, rectifications, quality checks and the case library. */
import type { PermissionTable } from '#kernel/permission.ts';

export const disputePermissions = {
  'requests.keepDisputes': {
    title: '登记和办理本单位的行政复议、行政诉讼',
    roles: ['unitLeader', 'legalOffice', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
    article: '行政复议法第四十八条、行政诉讼法第六十七条',
  },
  'requests.rectify': {
    title: '报送整改情况',
    roles: ['clerk', 'unitLeader', 'legalOffice'],
    reach: 'unit',
    article: '行政复议法第七十六条、第七十七条',
  },
  'requests.overseeRectifications': {
    title: '下达、验收、退回整改事项',
    roles: ['supervisor'],
    reach: 'jurisdiction',
    article: '政府信息公开条例第四十七条',
  },
  'requests.viewDisputeRates': {
    title: '查看争议发生率、被纠错率和败诉率',
    roles: ['unitLeader', 'legalOffice', 'supervisor'],
    reach: 'unit',
    forAllUnits: ['supervisor'],
  },
  'requests.checkQuality': {
    title: '抽检依申请公开案卷并评分',
    roles: ['supervisor'],
    reach: 'jurisdiction',
    article: '政府信息公开条例第四十六条',
  },
  'requests.keepGuidance': {
    title: '编写和发布指导案例',
    roles: ['legalOffice', 'supervisor'],
    reach: 'jurisdiction',
  },
} as const satisfies PermissionTable;
