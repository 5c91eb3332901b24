/** Reviews and lawsuits over HTTP. No decisions in here. */
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import { requireOfficer } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  disputeDetailSchema,
  disputePageSchema,
  disputePaperQuerySchema,
  disputeQuerySchema,
  disputeStepSchema,
  openDisputeSchema,
  revealedPartiesSchema,
  revealPartiesSchema,
} from '../contract/disputes.ts';
import { findDisputeFile, getDisputeDetail, listDisputes } from '../queries/disputes/disputes.ts';
import {
  addDisputePaper,
  recordDisputeStep,
  revealDisputeParties,
} from '../service/disputes/keep-disputes.ts';
import { openDispute } from '../service/disputes/open-dispute.ts';
import { sealDisputeParties } from '../service/disputes/seal-parties.ts';
import { disputeRefusals } from '../words/disputes.ts';

/** Who reaches a dispute follows from its unit and its request; the queries and commands judge it. */
const access = 'signedIn';
const disputeParams = z.object({ disputeId: idSchema });
const createdSchema = z.object({ id: idSchema });

/** The largest paper of a dispute. */
const paperLimit = 50 * 1024 * 1024;

async function contextOf(app: App) {
  return { calendar: await app.calendar(), today: beijingDayOf(app.clock.now()) };
}

export const disputeRoutes = [
  apiRoute({
    name: 'requests.listDisputes',
    summary: '行政复议、行政诉讼列表',
    access: 'requests.handle',
    method: 'GET',
    path: '/requests/disputes',
    query: disputeQuerySchema,
    reply: disputePageSchema,
    handle: async ({ app, actor, query }) =>
      listDisputes(
        app.database.read,
        actor,
        requireOfficer(actor).jurisdictionId,
        query,
        await contextOf(app),
      ),
  }),
  apiRoute({
    name: 'requests.openDispute',
    summary: '登记一件行政复议或者行政诉讼',
    access,
    method: 'POST',
    path: '/requests/disputes',
    body: openDisputeSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) => {
      const prepared = { ...body, parties: sealDisputeParties(app.config, body.parties) };
      return transact(app, actor, async (work) => ({ id: await openDispute(work, prepared) }));
    },
  }),
  apiRoute({
    name: 'requests.showDispute',
    summary: '一件复议、诉讼：阶段、期限、材料、经过',
    access,
    method: 'GET',
    path: '/requests/disputes/:disputeId',
    params: disputeParams,
    reply: disputeDetailSchema,
    handle: async ({ app, actor, params }) =>
      getDisputeDetail(app.database.read, actor, params.disputeId, await contextOf(app)),
  }),
  apiRoute({
    name: 'requests.recordDisputeStep',
    summary: '登记复议、诉讼的进展；登记错的另记更正，原登记保留',
    access,
    method: 'POST',
    path: '/requests/disputes/:disputeId/steps',
    params: disputeParams,
    body: disputeStepSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => recordDisputeStep(work, params.disputeId, body)),
  }),
  apiRoute({
    name: 'requests.addDisputePaper',
    summary: '把一份材料放进复议、诉讼案卷',
    access,
    method: 'POST',
    path: '/requests/disputes/:disputeId/papers',
    params: disputeParams,
    query: disputePaperQuerySchema,
    reply: z.object({ position: z.int() }),
    uploadLimit: paperLimit,
    creates: true,
    handle: async ({ app, actor, params, query, files }) => {
      const [upload] = files;
      if (upload === undefined || upload.bytes.byteLength === 0) {
        throw disputeRefusals.refuse('requests.disputeFileMissing', {});
      }
      const file = await keepBytes(app.files, upload);
      return transact(app, actor, async (work) => ({
        position: await addDisputePaper(work, params.disputeId, { ...query, file }),
      }));
    },
  }),
  apiRoute({
    name: 'requests.downloadDisputePaper',
    summary: '下载复议、诉讼案卷里的一份材料',
    access,
    method: 'GET',
    path: '/requests/disputes/:disputeId/papers/:position',
    params: disputeParams.extend({ position: z.coerce.number().int().min(0) }),
    handle: async ({ app, actor, params }) => {
      const file = await findDisputeFile(app.database.read, actor, params.disputeId, params.position);
      const bytes = file === undefined ? undefined : await app.files.find(file.sha256);
      if (file === undefined || bytes === undefined) {
        throw disputeRefusals.refuse('requests.disputeFileGone', {});
      }
      return downloadReply(file.fileName, 'application/octet-stream', bytes);
    },
  }),
  apiRoute({
    name: 'requests.revealDisputeParties',
    summary: '写明原因后查看当事人姓名，查看留痕',
    access,
    method: 'POST',
    path: '/requests/disputes/:disputeId/parties',
    params: disputeParams,
    body: revealPartiesSchema,
    reply: revealedPartiesSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, async (work) => ({
        parties: await revealDisputeParties(work, app.config, params.disputeId, body.reason),
      })),
  }),
];
