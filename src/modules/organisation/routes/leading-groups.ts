/** Leading groups with their members, and what meetings decided, over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { keepBytes } from '#kernel/files/stored-files.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  addDecisionSchema,
  appointMemberSchema,
  decisionPageSchema,
  decisionQuerySchema,
  endMembershipSchema,
  establishGroupSchema,
  leadingGroupsSchema,
  proofBodySchema,
  reportDecisionSchema,
} from '../contract/meetings.ts';
import { createdSchema } from '../contract/register.ts';
import { cancelReasonSchema } from '../contract/training.ts';
import { getDecisionProofFile, listDecisions } from '../queries/decisions.ts';
import { listLeadingGroups } from '../queries/meetings.ts';
import {
  addDecision,
  addDecisionProof,
  dropDecision,
  reportDecision,
  returnDecision,
} from '../service/decisions.ts';
import { appointGroupMember, endGroupMembership, establishLeadingGroup } from '../service/leading-groups.ts';
import { recordFileLimit, storedFileReply, uploadedFileOf } from './file-reply.ts';

const access = 'organisation.holdMeetings';
const follows = 'organisation.followDecisions';
const decisionParams = z.object({ decisionId: idSchema });

export const leadingGroupRoutes = [
  apiRoute({
    name: 'organisation.listLeadingGroups',
    summary: '政务公开领导小组及成员',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/leading-groups',
    reply: leadingGroupsSchema,
    handle: async ({ app, actor }) => ({
      rows: await listLeadingGroups(app.database.read, requireOfficer(actor).jurisdictionId),
    }),
  }),
  apiRoute({
    name: 'organisation.establishLeadingGroup',
    summary: '登记领导小组',
    access: 'organisation.establishGroups',
    method: 'POST',
    path: '/organisation/leading-groups',
    body: establishGroupSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, body }) =>
      transact(app, actor, async (work) => ({ id: await establishLeadingGroup(work, body) })),
  }),
  apiRoute({
    name: 'organisation.appointGroupMember',
    summary: '增加领导小组成员',
    access,
    method: 'POST',
    path: '/organisation/leading-groups/:groupId/members',
    params: z.object({ groupId: idSchema }),
    body: appointMemberSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, async (work) => ({ id: await appointGroupMember(work, params.groupId, body) })),
  }),
  apiRoute({
    name: 'organisation.endGroupMembership',
    summary: '成员不再担任',
    access,
    method: 'POST',
    path: '/organisation/group-members/:memberId/end',
    params: z.object({ memberId: idSchema }),
    body: endMembershipSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => endGroupMembership(work, params.memberId, body)),
  }),
  apiRoute({
    name: 'organisation.listDecisions',
    summary: '会议议定事项，最先到期的在前',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/decisions',
    query: decisionQuerySchema,
    reply: decisionPageSchema,
    handle: ({ app, actor, query }) =>
      listDecisions(
        app.database.read,
        requireOfficer(actor).jurisdictionId,
        query,
        beijingDayOf(app.clock.now()),
      ),
  }),
  apiRoute({
    name: 'organisation.addDecision',
    summary: '登记议定事项',
    access,
    method: 'POST',
    path: '/organisation/meetings/:meetingId/decisions',
    params: z.object({ meetingId: idSchema }),
    body: addDecisionSchema,
    reply: createdSchema,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, async (work) => ({ id: await addDecision(work, params.meetingId, body) })),
  }),
  apiRoute({
    name: 'organisation.reportDecision',
    summary: '报送议定事项的进展或办结',
    access: follows,
    method: 'POST',
    path: '/organisation/decisions/:decisionId/reports',
    params: decisionParams,
    body: reportDecisionSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => reportDecision(work, params.decisionId, body)),
  }),
  apiRoute({
    name: 'organisation.addDecisionProof',
    summary: '上传议定事项的佐证文件',
    access: follows,
    method: 'POST',
    path: '/organisation/decisions/:decisionId/proofs',
    params: decisionParams,
    body: proofBodySchema,
    uploadLimit: recordFileLimit,
    handle: async ({ app, actor, params, body, files }) => {
      const file = await keepBytes(app.files, uploadedFileOf(files));
      await transact(app, actor, (work) =>
        addDecisionProof(work, params.decisionId, { file, day: body.day }),
      );
    },
  }),
  apiRoute({
    name: 'organisation.downloadDecisionProof',
    summary: '下载议定事项的佐证文件',
    access: 'signedIn',
    method: 'GET',
    path: '/organisation/decision-events/:eventId/file',
    params: z.object({ eventId: idSchema }),
    handle: async ({ app, actor, params }) => {
      const { jurisdictionId } = requireOfficer(actor);
      return storedFileReply(
        app,
        await getDecisionProofFile(app.database.read, jurisdictionId, params.eventId),
      );
    },
  }),
  apiRoute({
    name: 'organisation.returnDecision',
    summary: '退回议定事项续办',
    access,
    method: 'POST',
    path: '/organisation/decisions/:decisionId/return',
    params: decisionParams,
    body: cancelReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => returnDecision(work, params.decisionId, body)),
  }),
  apiRoute({
    name: 'organisation.dropDecision',
    summary: '终止办理议定事项',
    access,
    method: 'POST',
    path: '/organisation/decisions/:decisionId/drop',
    params: decisionParams,
    body: cancelReasonSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => dropDecision(work, params.decisionId, body)),
  }),
];
