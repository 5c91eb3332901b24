/** The route of earlier contents, for comparing them on the desk. */
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { revisionContentSchema } from '../contract/items.ts';
import { findRevisionContent } from '../queries/revisions.ts';
import { itemRefusals } from '../words/items.ts';
import { getVisibleItem, itemParams } from './items.ts';

export const revisionRoutes = [
  apiRoute({
    name: 'publishing.viewRevision',
    summary: '一份信息某一版的内容',
    access: 'publishing.view',
    method: 'GET',
    path: '/items/:itemId/revisions/:revisionId',
    params: itemParams.extend({ revisionId: idSchema }),
    reply: revisionContentSchema,
    handle: async ({ app, actor, params }) => {
      await getVisibleItem(app, actor, params.itemId);
      const content = await findRevisionContent(app.database.read, params.itemId, params.revisionId);
      if (content === undefined) throw itemRefusals.refuse('publishing.itemNotFound', {});
      return { content };
    },
  }),
];
