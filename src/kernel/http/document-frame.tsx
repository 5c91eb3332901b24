/** The document around content the engine draws itself; the site hands in its own frame. */
import type { ReactElement } from 'react';

/** What stands in a frame. */
export interface FramedContent {
  readonly title: string;
  readonly content: ReactElement;
}

/** Puts content into a whole document, shown in the way the visitor wants. */
export type FrameDocument = (
  framed: FramedContent,
  request: { readonly cookies: Readonly<Record<string, string | undefined>>; readonly url: string },
) => ReactElement;

export function plainDocument({ title, content }: FramedContent): ReactElement {
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
      </head>
      <body>
        <main>{content}</main>
      </body>
    </html>
  );
}
