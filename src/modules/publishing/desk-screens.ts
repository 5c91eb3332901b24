/** The desk screens of publishing: the list, writing something new, one item. */
import type { DeskScreen } from '#kernel/module.ts';

export const publishingScreens: readonly DeskScreen[] = [
  {
    id: 'publishing.items',
    title: '信息发布',
    path: '/publishing/items',
    group: '发布',
    permissions: ['publishing.view'],
    inMenu: true,
  },
  {
    id: 'publishing.newItem',
    title: '起草信息',
    path: '/publishing/new',
    group: '发布',
    permissions: ['publishing.write'],
    inMenu: false,
  },
  {
    id: 'publishing.item',
    title: '信息',
    path: '/publishing/items/:itemId',
    group: '发布',
    permissions: ['publishing.view'],
    inMenu: false,
  },
  {
    id: 'publishing.deadlines',
    title: '公开时限',
    path: '/publishing/deadlines',
    group: '发布',
    permissions: ['publishing.view'],
    inMenu: true,
  },
  {
    id: 'publishing.calendar',
    title: '发布日历',
    path: '/publishing/calendar',
    group: '发布',
    permissions: ['publishing.view'],
    inMenu: true,
  },
  {
    id: 'publishing.columns',
    title: '栏目',
    path: '/publishing/columns',
    group: '发布',
    permissions: ['publishing.view'],
    inMenu: true,
  },
  {
    id: 'publishing.column',
    title: '栏目',
    path: '/publishing/columns/:columnId',
    group: '发布',
    permissions: ['publishing.view'],
    inMenu: false,
  },
  {
    id: 'publishing.statutory',
    title: '法定公开内容',
    path: '/publishing/statutory',
    group: '发布',
    permissions: ['publishing.view'],
    inMenu: true,
  },
];
