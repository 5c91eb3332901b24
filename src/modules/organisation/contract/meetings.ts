/** Shapes of leading groups, meetings and decisions over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import {
  agendaKinds,
  attendanceStates,
  decisionActionNames,
  decisionEventKinds,
  decisionStatuses,
  decisionTimings,
  groupRoles,
  meetingActionNames,
} from '../rules/meetings.ts';
import { trainingStatuses } from '../rules/training.ts';

const shortText = z.string().trim().max(200);
const longText = z.string().trim().max(50_000);

// —— Groups and members ——

export const groupMemberSchema = z.object({
  id: idSchema,
  role: z.enum(groupRoles),
  officerId: idSchema.nullable(),
  name: z.string(),
  position: z.string(),
  unitId: idSchema.nullable(),
  unitName: z.string().nullable(),
  from: dayText,
  /** The first day on which the person is no longer a member. */
  until: dayText.nullable(),
});
export type GroupMember = z.infer<typeof groupMemberSchema>;

export const leadingGroupSchema = z.object({
  id: idSchema,
  name: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  officeUnitId: idSchema,
  officeUnitName: z.string(),
  ofJurisdiction: z.boolean(),
  /** Former members too, those in office first. */
  members: z.array(groupMemberSchema),
});
export type LeadingGroupView = z.infer<typeof leadingGroupSchema>;
export const leadingGroupsSchema = z.object({ rows: z.array(leadingGroupSchema) });

export const establishGroupSchema = z.object({
  name: z.string().trim().min(4, '请填写领导小组名称').max(100),
  unitId: idSchema,
  /** Where its office sits (办公室设在). */
  officeUnitId: idSchema,
  ofJurisdiction: z.boolean().default(false),
});
export type EstablishGroupInput = z.infer<typeof establishGroupSchema>;

export const appointMemberSchema = z
  .object({
    role: z.enum(groupRoles),
    /** A registered officer, or the name of somebody who is none. */
    officerId: idSchema.nullable().default(null),
    name: shortText.default(''),
    position: shortText.default(''),
    unitId: idSchema.nullable().default(null),
    from: daySchema,
  })
  .refine((input) => input.officerId !== null || input.name.length >= 2, {
    path: ['name'],
    message: '请选择工作人员，或填写姓名',
  });
export type AppointMemberInput = z.infer<typeof appointMemberSchema>;
export const endMembershipSchema = z.object({ until: daySchema });

// —— Meetings ——

const agendaItemSchema = z.object({
  kind: z.enum(agendaKinds),
  title: z.string(),
  unitId: idSchema.nullable(),
  unitName: z.string().nullable(),
  /** What the meeting said to it. */
  heard: z.string(),
});

export const meetingRowSchema = z.object({
  id: idSchema,
  groupId: idSchema,
  groupName: z.string(),
  officeUnitId: idSchema,
  title: z.string(),
  plannedFor: dayText,
  place: z.string(),
  status: z.enum(trainingStatuses),
  heldOn: dayText.nullable(),
  cancelledOn: dayText.nullable(),
  hasMinutes: z.boolean(),
  decisionCount: z.number().int(),
  openDecisions: z.number().int(),
});
export type MeetingRow = z.infer<typeof meetingRowSchema>;

export const meetingQuerySchema = z.object({
  ...pageQuery([daySchema, idSchema]),
  groupId: idSchema.optional(),
  status: z.enum(trainingStatuses).optional(),
  year: z.coerce.number().int().min(2000).max(2200).optional(),
  text: z.string().trim().max(100).optional(),
});
export type MeetingQuery = z.infer<typeof meetingQuerySchema>;
export const meetingPageSchema = pageReply(meetingRowSchema);

export const decisionEventSchema = z.object({
  id: idSchema,
  kind: z.enum(decisionEventKinds),
  day: dayText,
  text: z.string(),
  link: z.string(),
  fileName: z.string().nullable(),
  byName: z.string(),
  at: instantText,
});

export const decisionSchema = z.object({
  id: idSchema,
  meetingId: idSchema,
  meetingTitle: z.string(),
  /** Unit of the group's office: its officers return and drop. */
  officeUnitId: idSchema,
  content: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  dueOn: dayText,
  status: z.enum(decisionStatuses),
  timing: z.enum(decisionTimings),
  doneOn: dayText.nullable(),
  events: z.array(decisionEventSchema),
  actions: z.array(z.enum(decisionActionNames)),
});
export type DecisionView = z.infer<typeof decisionSchema>;

export const decisionQuerySchema = z.object({
  ...pageQuery([daySchema, idSchema]),
  unitId: idSchema.optional(),
  /** Still to be done, or not any more. */
  open: flagQuery.optional(),
});
export type DecisionQuery = z.infer<typeof decisionQuerySchema>;
export const decisionPageSchema = pageReply(decisionSchema);

export const meetingDetailSchema = meetingRowSchema.extend({
  invitedAt: instantText.nullable(),
  minutesText: z.string().nullable(),
  minutesFileName: z.string().nullable(),
  minutesOn: dayText.nullable(),
  cancelReason: z.string().nullable(),
  createdByName: z.string(),
  agenda: z.array(agendaItemSchema),
  /** Members on the day of the meeting, with what is known of their coming. */
  attendance: z.array(
    z.object({
      memberId: idSchema,
      role: z.enum(groupRoles),
      name: z.string(),
      position: z.string(),
      state: z.enum(attendanceStates).nullable(),
      substituteName: z.string(),
    }),
  ),
  decisions: z.array(decisionSchema),
  actions: z.array(z.enum(meetingActionNames)),
});
export type MeetingDetail = z.infer<typeof meetingDetailSchema>;

const agendaInputSchema = z
  .array(
    z
      .object({
        kind: z.enum(agendaKinds),
        title: z.string().trim().min(2, '请写明议题').max(300),
        unitId: idSchema.nullable().default(null),
      })
      .refine((item) => item.kind !== 'hearing' || item.unitId !== null, {
        path: ['unitId'],
        message: '请选择汇报单位',
      }),
  )
  .max(50);

export const planMeetingSchema = z.object({
  groupId: idSchema,
  title: z.string().trim().min(2, '请填写会议名称').max(200),
  plannedFor: daySchema,
  place: shortText.default(''),
  agenda: agendaInputSchema.default([]),
});
export type PlanMeetingInput = z.infer<typeof planMeetingSchema>;

export const changeMeetingSchema = z.object({
  title: z.string().trim().min(2, '请填写会议名称').max(200).optional(),
  plannedFor: daySchema.optional(),
  place: shortText.optional(),
  agenda: agendaInputSchema.optional(),
});
export type ChangeMeetingInput = z.infer<typeof changeMeetingSchema>;

const memberAttendanceSchema = z
  .array(
    z
      .object({
        memberId: idSchema,
        state: z.enum(attendanceStates),
        substituteName: shortText.default(''),
      })
      .refine((row) => row.state !== 'substitute' || row.substituteName !== '', {
        path: ['substituteName'],
        message: '请写明委托谁参加',
      }),
  )
  .max(200);
export const meetingAttendanceSchema = z.object({ attendance: memberAttendanceSchema });
export type MeetingAttendanceInput = z.infer<typeof meetingAttendanceSchema>;
export const holdMeetingSchema = z.object({ heldOn: daySchema, attendance: memberAttendanceSchema });
export type HoldMeetingInput = z.infer<typeof holdMeetingSchema>;

/** What was said to each item, by its place in the agenda. */
export const recordHearingsSchema = z.object({
  heard: z.array(z.object({ position: z.number().int().min(0), heard: z.string().trim().max(5000) })).max(50),
});
export type RecordHearingsInput = z.infer<typeof recordHearingsSchema>;

export const recordMinutesSchema = z.object({ text: longText.min(10, '请写下会议纪要的内容') });

export const addDecisionSchema = z.object({
  content: z.string().trim().min(4, '请写明议定了什么').max(2000),
  unitId: idSchema,
  dueOn: daySchema,
});
export type AddDecisionInput = z.infer<typeof addDecisionSchema>;

export const reportDecisionSchema = z.object({
  kind: z.enum(['progress', 'done']),
  /** Day of the fact. */
  day: daySchema,
  text: z.string().trim().min(2, '请写明办理情况').max(5000),
  /** Address that proves it. */
  link: z
    .string()
    .trim()
    .max(1000)
    .refine((text) => text === '' || /^(https?:\/\/|\/)\S+$/.test(text), '请填写以 http 开头的网址')
    .default(''),
});
export type ReportDecisionInput = z.infer<typeof reportDecisionSchema>;
export const proofBodySchema = z.object({ day: daySchema.optional() });
