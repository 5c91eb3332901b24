/** The site's frame around content that the server draws itself, such as the reference page of the interface. */
import type { FrameDocument } from '#kernel/http/document-frame.tsx';
import { siteFrameOf } from './frame.ts';
import { PortalPage } from './layout.tsx';
import type { SiteMarks } from './site-marks.ts';

/** The frame of a site, for the server to put its content in. */
export function portalFrame(siteName: string, marks: SiteMarks): FrameDocument {
  return ({ title, content }, request) => (
    <PortalPage frame={siteFrameOf(siteName, request, marks)} title={title}>
      {content}
    </PortalPage>
  );
}
