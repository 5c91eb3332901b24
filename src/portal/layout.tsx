/** The whole document of a page: head, skip link, header, content, footer. Works without script. */
import type { ReactElement, ReactNode } from 'react';
import { assetAddress } from '#kernel/http/assets.ts';
import type { SiteFrame } from './frame.ts';
import { viewClasses } from './preferences.ts';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import type { StructuredData } from './structured-data.ts';

export interface PortalPageProps {
  readonly frame: SiteFrame;
  /** What the page is, without the site's name. */
  readonly title: string;
  readonly description?: string;
  /** Atom feeds of what the page shows. */
  readonly feeds?: readonly { readonly title: string; readonly address: string }[];
  /** Facts about an article by the naming of the government sites' guide: `PubDate`, `ContentSource`. */
  readonly facts?: Readonly<Record<string, string>>;
  /** What the page says to machines, see `structured-data.ts`. */
  readonly data?: StructuredData;
  /** The first page has the box in its middle and not in its header. */
  readonly searchInHeader?: boolean;
  /** A sheet of a room of its own: `applying.css`. */
  readonly sheet?: string;
  /** On paper the page is one wide table and nothing else. */
  readonly printsAsTable?: boolean;
  readonly children: ReactNode;
}

export function PortalPage(props: PortalPageProps): ReactElement {
  const { frame, title, feeds = [], facts = {}, searchInHeader = true } = props;
  const site = `${frame.siteName}政务公开`;
  return (
    <html lang="zh-CN" className={viewClasses(frame.preferences)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === site ? site : `${title}｜${site}`}</title>
        {props.description === undefined ? null : <meta name="description" content={props.description} />}
        <meta name="SiteName" content={site} />
        {frame.marks.origin === null ? null : (
          <meta name="SiteDomain" content={new URL(frame.marks.origin).host} />
        )}
        {frame.marks.code === null ? null : <meta name="SiteIDCode" content={frame.marks.code} />}
        {Object.entries(facts).map(([name, content]) => (
          <meta key={name} name={name} content={content} />
        ))}
        <meta name="format-detection" content="telephone=no" />
        <link rel="icon" type="image/svg+xml" href={assetAddress('seal.svg')} />
        <link rel="stylesheet" href={assetAddress('portal.css')} />
        <link rel="stylesheet" href={assetAddress('rooms.css')} />
        <link rel="stylesheet" href={assetAddress('rich-text.css')} />
        {props.sheet === undefined ? null : <link rel="stylesheet" href={assetAddress(props.sheet)} />}
        <link rel="stylesheet" href={assetAddress('print.css')} media="print" />
        {feeds.map((feed) => (
          <link
            key={feed.address}
            rel="alternate"
            type="application/atom+xml"
            title={feed.title}
            href={feed.address}
          />
        ))}
        {props.data === undefined ? null : (
          <script type="application/ld+json">{JSON.stringify(props.data)}</script>
        )}
        <script type="module" src={assetAddress('print-button.js')} />
        <script type="module" src={assetAddress('read-aloud.js')} />
        <script type="module" src={assetAddress('search-suggest.js')} />
      </head>
      <body className={props.printsAsTable === true ? 'prints-as-table' : undefined}>
        <a className="skip-link" href="#content">
          跳到正文
        </a>
        <SiteHeader frame={frame} withSearch={searchInHeader} />
        <main id="content" tabIndex={-1}>
          {props.children}
        </main>
        <SiteFooter frame={frame} />
      </body>
    </html>
  );
}
