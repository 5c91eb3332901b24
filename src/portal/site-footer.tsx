/** The foot of every page. */
import type { ReactElement } from 'react';
import { deskRoot } from '#kernel/http/address.ts';
import { aboutAddress, homeAddress, preferencesAddress } from './addresses.ts';
import type { SiteFrame } from './frame.ts';

export function SiteFooter({ frame }: { readonly frame: SiteFrame }): ReactElement {
  return (
    <footer className="site-footer">
      <div className="wide">
        <nav aria-label="网站说明">
          <a href={homeAddress()}>首页</a>
          <a href={aboutAddress()}>使用说明与无障碍声明</a>
          <a href={preferencesAddress({ back: frame.here })}>显示方式</a>
          <a href={deskRoot}>工作人员登录</a>
        </nav>
        <p>主办：{frame.siteName}人民政府。本站不跟踪访问者，关闭脚本也能浏览。</p>
      </div>
    </footer>
  );
}
