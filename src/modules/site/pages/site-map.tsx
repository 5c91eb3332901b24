/** 网站地图: every room of the site behind its door, and the pages about the site. */
import type { ReactElement } from 'react';
import { type PortalDoor, type PortalEntry, portalDoors } from '#kernel/portal-offers.ts';
import {
  aboutAddress,
  doorAddresses,
  homeAddress,
  preferencesAddress,
  searchAddress,
} from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';

const title = '网站地图';

const ownPages = [
  { title: '首页', address: homeAddress() },
  { title: '搜索', address: searchAddress() },
  { title: '使用说明与无障碍声明', address: aboutAddress() },
  { title: '显示方式', address: preferencesAddress() },
];

export function SiteMapPage(props: {
  readonly frame: SiteFrame;
  readonly rooms: Readonly<Record<PortalDoor, readonly PortalEntry[]>>;
}): ReactElement {
  return (
    <PortalPage frame={props.frame} title={title} description="本站的全部入口。">
      <Breadcrumb steps={[]} here={title} />
      <div className="text-column">
        <PageHeading title={title} lead="本站的全部入口，按首页的三个方向排列。" />
        {portalDoors.map((door) => (
          <section key={door} aria-labelledby={`door-${door}`}>
            <h2 id={`door-${door}`}>
              <a href={doorAddresses[door]()}>{doorTitles[door]}</a>
            </h2>
            <ul className="site-map">
              {props.rooms[door].map((room) => (
                <li key={room.address}>
                  <a href={room.address}>{room.title}</a>
                  <span>{room.description}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
        <section aria-labelledby="own-pages">
          <h2 id="own-pages">关于本站</h2>
          <ul className="site-map">
            {ownPages.map((page) => (
              <li key={page.address}>
                <a href={page.address}>{page.title}</a>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </PortalPage>
  );
}
