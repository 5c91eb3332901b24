/** The desk screens of disputes: reviews and lawsuits, rectifications, rates, quality checks, the case library. */
import type { DeskScreen } from '#kernel/module.ts';

const disputes = {
  group: '申请',
  permissions: ['requests.handle'],
} as const;
const everyOfficer: readonly string[] = [];

export const disputeScreens: readonly DeskScreen[] = [
  { ...disputes, id: 'requests.disputes', title: '复议诉讼', path: '/requests/disputes', inMenu: true },
  {
    ...disputes,
    id: 'requests.openDispute',
    title: '登记复议诉讼',
    path: '/requests/disputes/new',
    inMenu: false,
  },
  {
    ...disputes,
    id: 'requests.dispute',
    title: '复议诉讼',
    path: '/requests/disputes/:disputeId',
    inMenu: false,
  },
  {
    id: 'requests.rectifications',
    title: '整改事项',
    path: '/requests/rectifications',
    group: '申请',
    permissions: ['requests.rectify', 'requests.keepDisputes'],
    inMenu: true,
  },
  {
    id: 'requests.rectification',
    title: '整改事项',
    path: '/requests/rectifications/:rectificationId',
    group: '申请',
    permissions: ['requests.rectify', 'requests.keepDisputes'],
    inMenu: false,
  },
  {
    id: 'requests.disputeRates',
    title: '争议分析',
    path: '/requests/dispute-rates',
    group: '申请',
    permissions: ['requests.viewDisputeRates'],
    inMenu: true,
  },
  {
    id: 'requests.qualityChecks',
    title: '案卷抽检',
    path: '/requests/quality-checks',
    group: '申请',
    permissions: ['requests.checkQuality'],
    inMenu: true,
  },
  {
    id: 'requests.qualityCheck',
    title: '案卷抽检',
    path: '/requests/quality-checks/:checkId',
    group: '申请',
    permissions: ['requests.checkQuality'],
    inMenu: false,
  },
  {
    id: 'requests.guidance',
    title: '指导案例',
    path: '/requests/guidance-cases',
    group: '申请',
    permissions: everyOfficer,
    inMenu: true,
  },
];
