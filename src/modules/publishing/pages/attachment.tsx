/** An attachment of a public item as a page: for those who cannot open the file, and for readers of screens. */
import type { ReactElement } from 'react';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import { RichText, RichTextContents } from '#portal/components/rich-text.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { itemAddress, itemFileAddress } from '../addresses.ts';

export function AttachmentPage(props: {
  readonly frame: SiteFrame;
  readonly itemId: string;
  readonly itemTitle: string;
  readonly file: { readonly fileId: string; readonly title: string };
  readonly html: string;
  readonly notes: readonly string[];
}): ReactElement {
  const { frame, itemId, itemTitle, file, html, notes } = props;
  return (
    <PortalPage frame={frame} title={file.title} description={`${itemTitle}的附件“${file.title}”。`}>
      <Breadcrumb steps={[{ title: itemTitle, address: itemAddress({ itemId }) }]} here={file.title} />
      <article>
        <PageHeading title={file.title} lead={`《${itemTitle}》的附件。本页由文件自动转成，以原文件为准。`}>
          <PrintButton />
        </PageHeading>
        <p>
          <a href={itemFileAddress({ itemId, fileId: file.fileId })}>下载原文件</a>
        </p>
        {notes.length === 0 ? null : (
          <ul className="quiet-words">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
        <RichTextContents body={html} />
        <RichText body={html} pictureAddress={() => undefined} />
      </article>
    </PortalPage>
  );
}
