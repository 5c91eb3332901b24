/** Leading groups, meetings and decisions over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  changeMeetingSchema,
  holdMeetingSchema,
  meetingAttendanceSchema,
  meetingDetailSchema,
  meetingPageSchema,
  meetingQuerySchema,
  planMeetingSchema,
  recordHearingsSchema,
  recordMinutesSchema,
} from '../contract/meetings.ts';
import { createdSchema } from '../contract/register.ts';
import { cancelReasonSchema } from '../contract/training.ts';
import { getMeetingDetail, getMinutesFile, listMeetings } from '../queries/meetings.ts';
import {
  cancelMeeting,
  changeMeeting,
  holdMeeting,
  inviteToMeeting,
  planMeeting,
  recordHearings,
  recordMeetingAttendance,
  recordMinutes,
} from '../service/meetings.ts';
import { recordFileLimit, storedFileReply, uploadedFileOf } from './file-reply.ts';

const access = 'organisation.holdMeetings';
const meetingParams = z.object({ meetingId: idSchema });

export const meetingRoutes = [
  apiRoute({
    name: 'organisation.listMeetings',
    summary: '领导小组会议列表',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/meetings',
    query: meetingQuerySchema,
    reply: meetingPageSchema,
    handle: ({ app, actor, query }) =>
      listMeetings(
        app.database.read,
        requireOfficer(actor).jurisdictionId,
        query,
        beijingDayOf(app.clock.now()),
      ),
  }),
  apiRoute({
    name: 'organisation.showMeeting',
    summary: '会议详情：议程、出席、纪要、议定事项',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/meetings/:meetingId',
    params: meetingParams,
    reply: meetingDetailSchema,
    handle: ({ app, actor, params }) =>
      getMeetingDetail(
        app.database.read,
        requireOfficer(actor).jurisdictionId,
        params.meetingId,
        beijingDayOf(app.clock.now()),
      ),
  }),
  apiRoute({
    name: 'organisation.planMeeting',
    summary: '计划一次会议',
    access,
    method: 'POST',
    path: '/organisation/meetings',
    body: planMeetingSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await planMeeting(work, body) })),
  }),
  apiRoute({
    name: 'organisation.changeMeeting',
    summary: '修改会议的时间、地点、议程',
    access,
    method: 'PATCH',
    path: '/organisation/meetings/:meetingId',
    params: meetingParams,
    body: changeMeetingSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => changeMeeting(work, params.meetingId, body)),
  }),
  apiRoute({
    name: 'organisation.inviteToMeeting',
    summary: '发出会议通知',
    access,
    method: 'POST',
    path: '/organisation/meetings/:meetingId/invite',
    params: meetingParams,
    reply: z.object({ told: z.number().int() }),
    handle: ({ app, actor, params }) =>
      transact(app, actor, (work) => inviteToMeeting(work, params.meetingId)),
  }),
  apiRoute({
    name: 'organisation.holdMeeting',
    summary: '登记会议已召开及出席情况',
    access,
    method: 'POST',
    path: '/organisation/meetings/:meetingId/hold',
    params: meetingParams,
    body: holdMeetingSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => holdMeeting(work, params.meetingId, body)),
  }),
  apiRoute({
    name: 'organisation.recordMeetingAttendance',
    summary: '更正出席情况',
    access,
    method: 'PUT',
    path: '/organisation/meetings/:meetingId/attendance',
    params: meetingParams,
    body: meetingAttendanceSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => recordMeetingAttendance(work, params.meetingId, body)),
  }),
  apiRoute({
    name: 'organisation.recordHearings',
    summary: '登记听取汇报情况',
    access,
    method: 'PUT',
    path: '/organisation/meetings/:meetingId/hearings',
    params: meetingParams,
    body: recordHearingsSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => recordHearings(work, params.meetingId, body)),
  }),
  apiRoute({
    name: 'organisation.recordMinutes',
    summary: '登记会议纪要（文字）',
    access,
    method: 'PUT',
    path: '/organisation/meetings/:meetingId/minutes',
    params: meetingParams,
    body: recordMinutesSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => recordMinutes(work, params.meetingId, body)),
  }),
  apiRoute({
    name: 'organisation.uploadMinutes',
    summary: '上传会议纪要文件',
    access,
    method: 'POST',
    path: '/organisation/meetings/:meetingId/minutes-file',
    params: meetingParams,
    uploadLimit: recordFileLimit,
    handle: async ({ app, actor, params, files }) => {
      const file = await keepBytes(app.files, uploadedFileOf(files));
      await transact(app, actor, (work) => recordMinutes(work, params.meetingId, { file }));
    },
  }),
  apiRoute({
    name: 'organisation.downloadMinutes',
    summary: '下载会议纪要文件',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/meetings/:meetingId/minutes-file',
    params: meetingParams,
    handle: async ({ app, actor, params }) => {
      const { jurisdictionId } = requireOfficer(actor);
      return storedFileReply(app, await getMinutesFile(app.database.read, jurisdictionId, params.meetingId));
    },
  }),
  apiRoute({
    name: 'organisation.cancelMeeting',
    summary: '取消会议，或撤回误登记的会议',
    access,
    method: 'POST',
    path: '/organisation/meetings/:meetingId/cancel',
    params: meetingParams,
    body: cancelReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => cancelMeeting(work, params.meetingId, body)),
  }),
];
