/** Opening a proof of identity on the desk, with the reason in the log. */
import { z } from 'zod';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { revealApplicantSchema } from '../contract/case-commands.ts';
import { openedProofSchema } from '../contract/requests.ts';
import { openProof, readProof } from '../service/identity-proofs.ts';

export const proofRoutes = [
  apiRoute({
    name: 'requests.openProof',
    summary: '打开申请人的身份证明；理由记入日志',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/:requestId/proofs/:proofId/open',
    params: z.object({ requestId: idSchema, proofId: idSchema }),
    body: revealApplicantSchema,
    reply: openedProofSchema,
    handle: async ({ app, actor, params, body }) => {
      const opened = await transact(app, actor, (work) => openProof(work, { ...params, ...body }));
      const bytes = await readProof(app, opened);
      const ending = opened.mediaType === 'application/pdf' ? 'pdf' : opened.mediaType.slice('image/'.length);
      const content = Buffer.from(bytes).toString('base64');
      return { fileName: `身份证明.${ending}`, mediaType: opened.mediaType, content };
    },
  }),
];
