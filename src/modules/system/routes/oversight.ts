/** Routes of the calendar, the audit, the jobs and the permission table. */
import { z } from 'zod';
import { verifyAuditChain } from '#kernel/audit/audit.ts';
import { readHolidayNotice } from '#kernel/calendar/holiday-notice.ts';
import type { HolidayYear } from '#kernel/calendar/holiday-year.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import {
  auditDetailSchema,
  auditPageSchema,
  auditQuerySchema,
  auditVerdictSchema,
  calendarYearsSchema,
  explainQuerySchema,
  explanationSchema,
  type ImportCalendarYearInput,
  importCalendarYearSchema,
  jobPageSchema,
  jobQuerySchema,
  noticeProposalSchema,
  permissionTableSchema,
  readNoticeSchema,
  verifyAuditSchema,
} from '../contract.ts';
import { findAuditEntry, listAuditEntries } from '../queries/audit.ts';
import { explainDates, listCalendarYearViews, viewOfHolidayYear } from '../queries/calendar.ts';
import { listJobRows } from '../queries/jobs.ts';
import { printPermissionModules } from '../queries/permissions.ts';
import { importCalendarYear } from '../service/calendar.ts';
import { retryJob } from '../service/jobs.ts';
import { systemRefusals } from '../words.ts';

function holidayYearOf(input: ImportCalendarYearInput): HolidayYear {
  const { number, title, issuedOn } = input.notice;
  return {
    year: input.year,
    notice: { number, ...(title === null ? {} : { title }), ...(issuedOn === null ? {} : { issuedOn }) },
    source: input.source,
    holidays: input.holidays,
    workedWeekends: input.workedWeekends.map(({ day, name }) => ({ day, for: name })),
  };
}

const calendarRoutes = [
  apiRoute({
    name: 'system.listCalendarYears',
    summary: '列出各年度的放假安排',
    access: 'signedIn',
    method: 'GET',
    path: '/calendar/years',
    reply: calendarYearsSchema,
    handle: async ({ app }) => ({
      years: await listCalendarYearViews(app.database.read),
      through: (await app.calendar()).through,
    }),
  }),
  apiRoute({
    name: 'system.explainDate',
    summary: '解释某天是否工作日，或从某天起第若干个工作日是哪天',
    access: 'public',
    method: 'GET',
    path: '/calendar/explain',
    query: explainQuerySchema,
    reply: explanationSchema,
    handle: async ({ app, query }) => {
      if (query.day === undefined && (query.from === undefined || query.workingDays === undefined)) {
        throw systemRefusals.refuse('system.nothingToExplain', {});
      }
      return explainDates(await app.calendar(), query);
    },
  }),
  apiRoute({
    name: 'system.readHolidayNotice',
    summary: '把放假通知读成待确认的安排（不保存）',
    access: 'system.importCalendar',
    method: 'POST',
    path: '/calendar/readings',
    body: readNoticeSchema,
    reply: noticeProposalSchema,
    handle: async ({ body }) => {
      const { year, otherYears, flags } = readHolidayNotice(body.text);
      return {
        year: year === undefined ? null : viewOfHolidayYear(year),
        otherYears: [...otherYears],
        flags: [...flags],
      };
    },
  }),
  apiRoute({
    name: 'system.importCalendarYear',
    summary: '确认一个年度的放假安排',
    access: 'system.importCalendar',
    method: 'POST',
    path: '/calendar/years',
    body: importCalendarYearSchema,
    handle: async ({ app, actor, body }) => {
      await transact(app, actor, (work) =>
        importCalendarYear(work, { year: holidayYearOf(body), acknowledgedFlags: body.acknowledgedFlags }),
      );
      return undefined;
    },
  }),
];

const auditRoutes = [
  apiRoute({
    name: 'system.listAudit',
    summary: '查阅操作记录',
    access: 'system.readAudit',
    method: 'GET',
    path: '/audit',
    query: auditQuerySchema,
    reply: auditPageSchema,
    handle: ({ app, query }) => listAuditEntries(app.database.read, query, app.permissions),
  }),
  apiRoute({
    name: 'system.viewAuditEntry',
    summary: '查看一条操作记录的全部内容',
    access: 'system.readAudit',
    method: 'GET',
    path: '/audit/:seq',
    params: z.object({ seq: z.coerce.number().int().min(1) }),
    reply: auditDetailSchema,
    handle: async ({ app, params }) => {
      const entry = await findAuditEntry(app.database.read, params.seq, app.permissions);
      if (entry === undefined) throw systemRefusals.refuse('system.auditEntryNotFound', {});
      return entry;
    },
  }),
  apiRoute({
    name: 'system.verifyAudit',
    summary: '校验操作记录的链条',
    access: 'system.readAudit',
    method: 'POST',
    path: '/audit/verification',
    body: verifyAuditSchema,
    reply: auditVerdictSchema,
    handle: ({ app, body }) => verifyAuditChain(app.database.read, body.expectedHead),
  }),
];

const jobRoutes = [
  apiRoute({
    name: 'system.listJobs',
    summary: '列出后台任务',
    access: 'system.manageJobs',
    method: 'GET',
    path: '/jobs',
    query: jobQuerySchema,
    reply: jobPageSchema,
    handle: ({ app, query }) => listJobRows(app.database.read, query, app.clock.now()),
  }),
  apiRoute({
    name: 'system.retryJob',
    summary: '重做失败的后台任务',
    access: 'system.manageJobs',
    method: 'POST',
    path: '/jobs/:jobId/retry',
    params: z.object({ jobId: idSchema }),
    handle: async ({ app, actor, params }) => {
      await transact(app, actor, (work) => retryJob(work, params.jobId));
      return undefined;
    },
  }),
  apiRoute({
    name: 'system.listPermissions',
    summary: '权限表：谁可以做什么',
    access: 'system.readPermissions',
    method: 'GET',
    path: '/permissions',
    reply: permissionTableSchema,
    handle: async ({ app }) => ({ modules: printPermissionModules(app.modules) }),
  }),
];

export const oversightRoutes = [...calendarRoutes, ...auditRoutes, ...jobRoutes];
