/** Rectifications, rates, quality checks and the case library over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import * as contract from '../contract/rectifications.ts';
import { viewDisputeRates } from '../queries/disputes/rates.ts';
import { listGuidanceCases } from '../queries/guidance.ts';
import { getQualityCheck, listQualityChecks } from '../queries/quality.ts';
import {
  findRectificationFile,
  getRectificationDetail,
  listRectifications,
} from '../queries/rectifications.ts';
import { makeDisputeBundle } from '../service/disputes/bundle.ts';
import { findGuidanceFault } from '../service/disputes/guidance-check.ts';
import {
  changeGuidanceCase,
  drawQualityCheck,
  publishGuidanceCase,
  scoreQualityCase,
  withdrawGuidanceCase,
  writeGuidanceCase,
} from '../service/disputes/quality.ts';
import {
  openRectification,
  settleRectification,
  submitRectification,
} from '../service/disputes/rectifications.ts';
import { disputeRefusals } from '../words/disputes.ts';
import { rectificationRefusals } from '../words/rectifications.ts';

const createdSchema = z.object({ id: idSchema });
const itemParams = z.object({ rectificationId: idSchema });
const checkParams = z.object({ checkId: idSchema });
const guidanceParams = z.object({ guidanceId: idSchema });
const proofLimit = 50 * 1024 * 1024;

const rectificationRoutes = [
  apiRoute({
    name: 'requests.listRectifications',
    summary: '整改事项列表',
    access: 'signedIn',
    method: 'GET',
    path: '/requests/rectifications',
    query: contract.rectificationQuerySchema,
    reply: contract.rectificationPageSchema,
    handle: ({ app, actor, query }) =>
      listRectifications(
        app.database.read,
        actor,
        requireOfficer(actor).jurisdictionId,
        query,
        beijingDayOf(app.clock.now()),
      ),
  }),
  apiRoute({
    name: 'requests.openRectification',
    summary: '把复议决定书、意见书、建议书或者裁判的要求列为整改事项',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/rectifications',
    body: contract.openRectificationSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await openRectification(work, body) })),
  }),
  apiRoute({
    name: 'requests.showRectification',
    summary: '一项整改：要求、期限、报送和验收、提醒',
    access: 'signedIn',
    method: 'GET',
    path: '/requests/rectifications/:rectificationId',
    params: itemParams,
    reply: contract.rectificationDetailSchema,
    handle: ({ app, actor, params }) =>
      getRectificationDetail(app.database.read, actor, params.rectificationId, beijingDayOf(app.clock.now())),
  }),
  apiRoute({
    name: 'requests.submitRectification',
    summary: '报送整改情况和证明材料',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/rectifications/:rectificationId/submissions',
    params: itemParams,
    query: contract.submitRectificationQuery,
    uploadLimit: proofLimit,
    handle: async ({ app, actor, params, query, files }) => {
      const [upload] = files;
      if (upload === undefined || upload.bytes.byteLength === 0) {
        throw disputeRefusals.refuse('requests.disputeFileMissing', {});
      }
      const file = await keepBytes(app.files, upload);
      await transact(app, actor, (work) =>
        submitRectification(work, params.rectificationId, { text: query.text, file }),
      );
    },
  }),
  apiRoute({
    name: 'requests.settleRectification',
    summary: '验收、退回、改期整改事项，或者不再要求',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/rectifications/:rectificationId/steps',
    params: itemParams,
    body: contract.rectificationStepSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => settleRectification(work, params.rectificationId, body)),
  }),
  apiRoute({
    name: 'requests.downloadRectificationProof',
    summary: '下载整改证明材料',
    access: 'signedIn',
    method: 'GET',
    path: '/requests/rectifications/:rectificationId/files/:position',
    params: itemParams.extend({ position: z.coerce.number().int().min(0) }),
    handle: async ({ app, actor, params }) => {
      const file = await findRectificationFile(
        app.database.read,
        actor,
        params.rectificationId,
        params.position,
      );
      const bytes = file === undefined ? undefined : await app.files.find(file.sha256);
      if (file === undefined || bytes === undefined) {
        throw rectificationRefusals.refuse('requests.rectificationFileGone', {});
      }
      return downloadReply(file.fileName, 'application/octet-stream', bytes);
    },
  }),
];

const disputeWorkRoutes = [
  apiRoute({
    name: 'requests.exportDisputeBundle',
    summary: '导出复议答复、诉讼答辩的材料和证据，附目录',
    access: 'signedIn',
    method: 'GET',
    path: '/requests/disputes/:disputeId/bundle',
    params: z.object({ disputeId: idSchema }),
    handle: async ({ app, actor, params }) => {
      const { fileName, bytes } = await makeDisputeBundle(app, actor, params.disputeId);
      return downloadReply(fileName, 'application/zip', bytes);
    },
  }),
  apiRoute({
    name: 'requests.viewDisputeRates',
    summary: '争议发生率、复议纠错率、诉讼败诉率，与上一个同样长的时期比较',
    access: 'requests.viewDisputeRates',
    method: 'GET',
    path: '/requests/dispute-rates',
    query: contract.disputeRatesQuery,
    reply: contract.disputeRatesSchema,
    handle: ({ app, actor, query }) =>
      viewDisputeRates(app.database.read, actor, requireOfficer(actor).jurisdictionId, query),
  }),
];

const qualityRoutes = [
  apiRoute({
    name: 'requests.listQualityChecks',
    summary: '案卷抽检列表',
    access: 'requests.checkQuality',
    method: 'GET',
    path: '/requests/quality-checks',
    query: contract.checkQuerySchema,
    reply: contract.checkPageSchema,
    handle: ({ app, actor, query }) =>
      listQualityChecks(app.database.read, requireOfficer(actor).jurisdictionId, query),
  }),
  apiRoute({
    name: 'requests.drawQualityCheck',
    summary: '按写明的种子随机抽取已办结的申请',
    access: 'requests.checkQuality',
    method: 'POST',
    path: '/requests/quality-checks',
    body: contract.drawCheckSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await drawQualityCheck(work, body) })),
  }),
  apiRoute({
    name: 'requests.showQualityCheck',
    summary: '一次抽检：抽中的案件、评分、各单位结果、能否重现',
    access: 'requests.checkQuality',
    method: 'GET',
    path: '/requests/quality-checks/:checkId',
    params: checkParams,
    reply: contract.checkDetailSchema,
    handle: ({ app, actor, params }) =>
      getQualityCheck(app.database.read, requireOfficer(actor).jurisdictionId, params.checkId),
  }),
  apiRoute({
    name: 'requests.scoreQualityCase',
    summary: '给抽中的一件评分',
    access: 'requests.checkQuality',
    method: 'PUT',
    path: '/requests/quality-checks/:checkId/cases/:position',
    params: checkParams.extend({ position: z.coerce.number().int().min(0) }),
    body: contract.scoreCaseSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => scoreQualityCase(work, params, body)),
  }),
];

const guidanceRoutes = [
  apiRoute({
    name: 'requests.listGuidanceCases',
    summary: '指导案例：已发布的所有工作人员可查，草稿限编写人员',
    access: 'signedIn',
    method: 'GET',
    path: '/requests/guidance-cases',
    query: contract.guidanceQuerySchema,
    reply: contract.guidancePageSchema,
    handle: ({ app, actor, query }) =>
      listGuidanceCases(app.database.read, actor, requireOfficer(actor).jurisdictionId, query),
  }),
  apiRoute({
    name: 'requests.writeGuidanceCase',
    summary: '写一个指导案例的草稿',
    access: 'requests.keepGuidance',
    method: 'POST',
    path: '/requests/guidance-cases',
    body: contract.writeGuidanceSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await writeGuidanceCase(work, body) })),
  }),
  apiRoute({
    name: 'requests.changeGuidanceCase',
    summary: '修改指导案例的草稿',
    access: 'requests.keepGuidance',
    method: 'PUT',
    path: '/requests/guidance-cases/:guidanceId',
    params: guidanceParams,
    body: contract.writeGuidanceSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeGuidanceCase(work, params.guidanceId, body)),
  }),
  apiRoute({
    name: 'requests.publishGuidanceCase',
    summary: '发布指导案例；含有个人信息的不能发布',
    access: 'requests.keepGuidance',
    method: 'POST',
    path: '/requests/guidance-cases/:guidanceId/publish',
    params: guidanceParams,
    handle: async ({ app, actor, params }) => {
      const checked = await findGuidanceFault(app, actor, params.guidanceId);
      await transact(app, actor, (work) => publishGuidanceCase(work, params.guidanceId, checked));
    },
  }),
  apiRoute({
    name: 'requests.withdrawGuidanceCase',
    summary: '撤下指导案例',
    access: 'requests.keepGuidance',
    method: 'POST',
    path: '/requests/guidance-cases/:guidanceId/withdraw',
    params: guidanceParams,
    body: z.object({ reason: z.string().trim().min(1, '请写明原因').max(500) }),
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => withdrawGuidanceCase(work, params.guidanceId, body.reason)),
  }),
];

export const disputeFollowUpRoutes = [
  ...rectificationRoutes,
  ...disputeWorkRoutes,
  ...qualityRoutes,
  ...guidanceRoutes,
];
