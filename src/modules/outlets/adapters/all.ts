/** Every adapter by its kind. */
import type { OutletKind } from '../rules/outlet-kinds.ts';
import type { OutletAdapter } from './adapter.ts';
import { mailListAdapter } from './mail-list.ts';
import { noticeBoardAdapter } from './notice-board.ts';
import { superiorPlatformAdapter } from './superior-platform.ts';
import { wechatAdapter } from './wechat.ts';
import { weiboAdapter } from './weibo.ts';

export const outletAdapters: Readonly<Record<OutletKind, OutletAdapter>> = {
  wechat: wechatAdapter,
  weibo: weiboAdapter,
  mailList: mailListAdapter,
  noticeBoard: noticeBoardAdapter,
  superiorPlatform: superiorPlatformAdapter,
};
