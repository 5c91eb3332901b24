/** The foot of every page: ways through the site, who runs it, and the marks a government site bears. */
import type { ReactElement } from 'react';
import { deskRoot } from '#kernel/http/address.ts';
import { aboutAddress, homeAddress, preferencesAddress, siteMapAddress } from './addresses.ts';
import type { SiteFrame } from './frame.ts';
import { faultReportAddress, filingAddress, policeFilingAddress, type SiteMarks } from './site-marks.ts';

function Marks({ marks }: { readonly marks: SiteMarks }): ReactElement | null {
  const { code, filing, policeFiling, contact } = marks;
  if (code === null && filing === null && policeFiling === null && contact === null) return null;
  return (
    <ul className="site-marks">
      {contact === null ? null : <li>联系方式：{contact}</li>}
      {code === null ? null : <li>政府网站标识码：{code}</li>}
      {filing === null ? null : (
        <li>
          <a href={filingAddress}>{filing}</a>
        </li>
      )}
      {policeFiling === null ? null : (
        <li>
          <a href={policeFilingAddress(policeFiling)}>{policeFiling}</a>
        </li>
      )}
    </ul>
  );
}

export function SiteFooter({ frame }: { readonly frame: SiteFrame }): ReactElement {
  const faultReport = faultReportAddress(frame.marks, frame.here);
  return (
    <footer className="site-footer">
      <div className="wide">
        <nav aria-label="网站说明">
          <a href={homeAddress()}>首页</a>
          <a href={siteMapAddress()}>网站地图</a>
          <a href={aboutAddress()}>使用说明与无障碍声明</a>
          <a href={preferencesAddress({ back: frame.here })}>显示方式</a>
          {faultReport === null ? null : <a href={faultReport}>我要找错</a>}
          <a href={deskRoot}>工作人员登录</a>
        </nav>
        <p>主办：{frame.siteName}人民政府。本站不跟踪访问者，关闭脚本也能浏览。</p>
        <Marks marks={frame.marks} />
      </div>
    </footer>
  );
}
