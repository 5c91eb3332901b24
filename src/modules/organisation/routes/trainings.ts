/** Trainings over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { createdSchema } from '../contract/register.ts';
import {
  attendanceInputSchema,
  cancelReasonSchema,
  changeTrainingSchema,
  holdTrainingSchema,
  planTrainingSchema,
  trainingDetailSchema,
  trainingPageSchema,
  trainingQuerySchema,
} from '../contract/training.ts';
import { getTrainingDetail, getTrainingMaterialFile, listTrainings } from '../queries/trainings.ts';
import {
  addTrainingMaterial,
  cancelTraining,
  changeTraining,
  holdTraining,
  planTraining,
  recordAttendance,
} from '../service/trainings.ts';
import { recordFileLimit, storedFileReply, uploadedFileOf } from './file-reply.ts';

const access = 'organisation.holdTrainings';
const trainingParams = z.object({ trainingId: idSchema });
const materialParams = z.object({ materialId: idSchema });

export const trainingRoutes = [
  apiRoute({
    name: 'organisation.listTrainings',
    summary: '培训列表',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/trainings',
    query: trainingQuerySchema,
    reply: trainingPageSchema,
    handle: ({ app, actor, query }) =>
      listTrainings(app.database.read, requireOfficer(actor).jurisdictionId, query),
  }),
  apiRoute({
    name: 'organisation.showTraining',
    summary: '培训详情：对象、参训人员、材料',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/trainings/:trainingId',
    params: trainingParams,
    reply: trainingDetailSchema,
    handle: ({ app, actor, params }) =>
      getTrainingDetail(app.database.read, requireOfficer(actor).jurisdictionId, params.trainingId),
  }),
  apiRoute({
    name: 'organisation.planTraining',
    summary: '计划一场培训',
    access,
    method: 'POST',
    path: '/organisation/trainings',
    body: planTrainingSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await planTraining(work, body) })),
  }),
  apiRoute({
    name: 'organisation.changeTraining',
    summary: '修改培训',
    access,
    method: 'PATCH',
    path: '/organisation/trainings/:trainingId',
    params: trainingParams,
    body: changeTrainingSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeTraining(work, params.trainingId, body)),
  }),
  apiRoute({
    name: 'organisation.holdTraining',
    summary: '登记培训已举办',
    access,
    method: 'POST',
    path: '/organisation/trainings/:trainingId/hold',
    params: trainingParams,
    body: holdTrainingSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => holdTraining(work, params.trainingId, body)),
  }),
  apiRoute({
    name: 'organisation.recordAttendance',
    summary: '登记参训人员，替换原有登记',
    access,
    method: 'PUT',
    path: '/organisation/trainings/:trainingId/attendance',
    params: trainingParams,
    body: attendanceInputSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => recordAttendance(work, params.trainingId, body)),
  }),
  apiRoute({
    name: 'organisation.cancelTraining',
    summary: '取消培训，或撤回误登记的培训',
    access,
    method: 'POST',
    path: '/organisation/trainings/:trainingId/cancel',
    params: trainingParams,
    body: cancelReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => cancelTraining(work, params.trainingId, body)),
  }),
  apiRoute({
    name: 'organisation.addTrainingMaterial',
    summary: '上传培训材料',
    access,
    method: 'POST',
    path: '/organisation/trainings/:trainingId/materials',
    params: trainingParams,
    uploadLimit: recordFileLimit,
    reply: createdSchema,
    creates: true,
    handle: async ({ app, actor, params, files }) => {
      const kept = await keepBytes(app.files, uploadedFileOf(files));
      return transact(app, actor, async (work) => ({
        id: await addTrainingMaterial(work, params.trainingId, kept),
      }));
    },
  }),
  apiRoute({
    name: 'organisation.downloadTrainingMaterial',
    summary: '下载培训材料',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/training-materials/:materialId/file',
    params: materialParams,
    handle: async ({ app, actor, params }) => {
      const { jurisdictionId } = requireOfficer(actor);
      return storedFileReply(
        app,
        await getTrainingMaterialFile(app.database.read, jurisdictionId, params.materialId),
      );
    },
  }),
];
