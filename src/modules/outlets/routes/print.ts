/** The sheet for a notice board as PDF. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { writePaperPdf } from '#kernel/paper/pdf.ts';
import { idSchema } from '#kernel/schema.ts';
import { findArticle } from '../queries/article.ts';
import { findStoredDelivery } from '../queries/outlets.ts';
import { composeSheet } from '../service/print-sheet.ts';
import { outletRefusals } from '../words.ts';

export const printRoutes = [
  apiRoute({
    name: 'outlets.printSheet',
    summary: '公告栏张贴件（PDF）',
    access: 'outlets.read',
    method: 'GET',
    path: '/outlets/deliveries/:deliveryId/sheet.pdf',
    params: z.object({ deliveryId: idSchema }),
    handle: async ({ app, actor, params }) => {
      const { jurisdictionId } = requireOfficer(actor);
      const delivery = await findStoredDelivery(app.database.read, jurisdictionId, params.deliveryId);
      if (delivery === undefined) throw outletRefusals.refuse('outlets.deliveryNotFound', {});
      const article = await findArticle(app, delivery);
      if (article === undefined) throw outletRefusals.refuse('outlets.notPublic', {});
      const { bytes } = await writePaperPdf(composeSheet(article), app.config.GONGKAI_FONTS ?? null);
      return downloadReply(`${article.title}.pdf`, 'application/pdf', bytes);
    },
  }),
];
