/** What one can do with a page: print it, take its data along, follow it. */
import type { ReactElement } from 'react';

/** Hidden until its script runs: without script the browser's own command prints. */
export function PrintButton(): ReactElement {
  return (
    <button type="button" className="quiet" data-print="" hidden>
      打印本页
    </button>
  );
}

export function FeedLink(props: { readonly address: string; readonly title: string }): ReactElement {
  return (
    <a href={props.address} type="application/atom+xml" title={props.title}>
      订阅更新
    </a>
  );
}

/** A file to take along; says its format before anybody taps on it. */
export function DownloadLink(props: {
  readonly address: string;
  readonly format: string;
  readonly title: string;
}): ReactElement {
  return (
    <a href={props.address} download="">
      {props.title}（{props.format}）
    </a>
  );
}
