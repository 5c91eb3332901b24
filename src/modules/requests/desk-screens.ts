/** The desk screens of requests: the queues, the register, one case. */
import type { DeskScreen } from '#kernel/module.ts';

export const requestScreens: readonly DeskScreen[] = [
  {
    id: 'requests.list',
    title: '政府信息公开申请',
    path: '/requests',
    group: '申请',
    permissions: ['requests.handle'],
    inMenu: true,
  },
  {
    id: 'requests.register',
    title: '登记申请',
    path: '/requests/new',
    group: '申请',
    permissions: ['requests.register'],
    inMenu: false,
  },
  {
    id: 'requests.case',
    title: '申请',
    path: '/requests/:requestId',
    group: '申请',
    permissions: ['requests.handle'],
    inMenu: false,
  },
  {
    id: 'requests.letter',
    title: '文书',
    path: '/request-letters/:letterId',
    group: '申请',
    permissions: ['requests.handle'],
    inMenu: false,
  },
  {
    id: 'requests.redaction',
    title: '公开版',
    path: '/request-redactions/:redactionId',
    group: '申请',
    permissions: ['requests.handle'],
    inMenu: false,
  },
  {
    id: 'requests.letterSettings',
    title: '文书设置',
    path: '/request-letter-settings',
    group: '申请',
    permissions: ['requests.oversee'],
    inMenu: true,
    comesLast: true,
  },
];
