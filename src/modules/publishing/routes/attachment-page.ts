/** The page of an attachment; it is there while a public item names the file. */
import { createElement } from 'react';
import { z } from 'zod';
import { pageRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import { itemFilePageAddress } from '../addresses.ts';
import { AttachmentPage } from '../pages/attachment.tsx';
import { mapAttachmentViews } from '../queries/attachment-views.ts';
import { findPublicItem } from '../queries/public-items.ts';
import { itemRefusals } from '../words/items.ts';

export const attachmentPageRoutes = [
  pageRoute({
    name: 'publishing.itemFilePage',
    summary: '一份公开信息的附件，以网页显示',
    path: itemFilePageAddress.pattern,
    params: z.object({ itemId: idSchema, fileId: idSchema }),
    cached: true,
    handle: async (input) => {
      const { app, params } = input;
      const found = await findPublicItem(app.database.read, params.itemId);
      const file =
        found !== undefined && 'item' in found
          ? found.item.content.attachments.find(({ fileId }) => fileId === params.fileId)
          : undefined;
      if (found === undefined || !('item' in found) || file === undefined) {
        throw itemRefusals.refuse('publishing.itemNotFound', {});
      }
      const view = (await mapAttachmentViews(app.database.read, [file.sha256])).get(file.sha256);
      if (view === undefined || view.html === null) throw itemRefusals.refuse('publishing.itemNotFound', {});
      return createElement(AttachmentPage, {
        frame: await loadSiteFrame(input, 'disclosure'),
        itemId: found.item.id,
        itemTitle: found.item.content.title,
        file,
        html: view.html,
        notes: view.notes,
      });
    },
  }),
];
