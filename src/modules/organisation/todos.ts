/** What the records of the organisation ask of an officer today. */
import type { OfficerActor } from '#kernel/actor.ts';
import { addDays, type Day, dayOf } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { Todo, TodoContext } from '#kernel/module.ts';
import { judgePermission } from '#kernel/permission.ts';
import type { LiaisonRow } from './contract/liaison.ts';
import { type OrganisationPermission, organisationPermissions } from './permissions.ts';
import { listOpenDecisionsOf } from './queries/decisions.ts';
import { listHandoversWaitingFor } from './queries/handovers.ts';
import { listLiaisonRows } from './queries/liaisons.ts';
import { listMeetingsToSettle, listTrainingsToSettle } from './queries/overdue-records.ts';
import { listOutlets } from './queries/safeguards.ts';

/** Days before the end of a responsibility letter at which it becomes something to do. */
const renewalDays = 30;

/** The duties of this module for the officer, whatever the number of units they act for. */
export async function listOrganisationTodos({ db, actor, today }: TodoContext): Promise<readonly Todo[]> {
  if (actor.kind !== 'officer') return [];
  const own = [...new Set(actor.grants.map((grant) => grant.unitId))];
  const may = (code: OrganisationPermission, unitId?: string) =>
    judgePermission(organisationPermissions[code], actor, {
      jurisdictionId: actor.jurisdictionId,
      ...(unitId === undefined ? {} : { unitId }),
    }).allowed;
  return [
    ...(await handoverTodos(db, actor)),
    ...(await liaisonTodos(db, actor, today, own, may)),
    ...(await decisionTodos(db, today, own, may)),
    ...(await gatheringTodos(db, today, own, may)),
    ...(await outletTodos(db, actor, today, own, may)),
  ];
}

type May = (code: OrganisationPermission, unitId?: string) => boolean;

async function handoverTodos(db: ReadDb, actor: OfficerActor): Promise<Todo[]> {
  const waiting = await listHandoversWaitingFor(db, actor.id);
  const verbs = { give: '逐项确认移交', take: '逐项确认接收', sign: '签字' } as const;
  return waiting.map((handover) => ({
    key: `handover:${handover.id}:${handover.does}`,
    title: `联络员工作交接：请${verbs[handover.does]}`,
    unitId: handover.unitId,
    ...(handover.dueOn === null ? {} : { due: handover.dueOn }),
    address: `/organisation/handovers/${handover.id}`,
  }));
}

async function liaisonTodos(
  db: ReadDb,
  actor: OfficerActor,
  today: Day,
  own: readonly string[],
  may: May,
): Promise<Todo[]> {
  const keeps = own.filter((unitId) => may('organisation.appointLiaison', unitId));
  const accepts = may('organisation.acceptLiaison');
  if (keeps.length === 0 && !accepts) return [];
  const rows = await listLiaisonRows(db, actor.jurisdictionId, today);
  return rows.flatMap((row) => [
    ...(keeps.includes(row.unitId) ? todosOfLiaison(row) : []),
    ...(accepts && row.standing === 'filed'
      ? [
          {
            key: `liaison:${row.appointmentId ?? ''}:accept`,
            title: `受理${row.unitName}的联络员报备`,
            address: `/organisation/liaisons/${row.unitId}`,
          },
        ]
      : []),
  ]);
}

function todosOfLiaison(row: LiaisonRow): Todo[] {
  const todo = (key: string, title: string): Todo => ({
    key: `liaison:${row.appointmentId ?? row.unitId}:${key}`,
    title,
    unitId: row.unitId,
    ...(row.filingDue === null ? {} : { due: dayOf(row.filingDue) }),
    address: `/organisation/liaisons/${row.unitId}`,
  });
  if (row.standing === 'none') {
    return row.expected ? [todo('appoint', `指定${row.unitName}的政务公开联络员`)] : [];
  }
  const filing = row.standing === 'unfiled' || row.standing === 'returned';
  return [
    ...(row.handoverMissing ? [todo('handover', '联络员已变动，请办理逐项交接')] : []),
    ...(filing
      ? [
          todo(
            'file',
            row.standing === 'returned' ? '联络员报备被退回，请改正后重报' : '向政府办公室报备联络员',
          ),
        ]
      : []),
  ];
}

async function decisionTodos(db: ReadDb, today: Day, own: readonly string[], may: May): Promise<Todo[]> {
  const follows = own.filter((unitId) => may('organisation.followDecisions', unitId));
  const decisions = await listOpenDecisionsOf(db, follows, today);
  return decisions.map((decision) => ({
    key: `meetingDecision:${decision.id}`,
    title: `领导小组会议议定事项：${decision.content.slice(0, 60)}`,
    detail: decision.meetingTitle,
    unitId: decision.unitId,
    due: dayOf(decision.dueOn),
    address: `/organisation/meetings/${decision.meetingId}`,
  }));
}

async function gatheringTodos(db: ReadDb, today: Day, own: readonly string[], may: May): Promise<Todo[]> {
  const trainings = await listTrainingsToSettle(
    db,
    own.filter((unitId) => may('organisation.holdTrainings', unitId)),
    today,
  );
  const meetings = await listMeetingsToSettle(
    db,
    own.filter((unitId) => may('organisation.holdMeetings', unitId)),
    today,
  );
  return [
    ...trainings.map((training) => ({
      key: `training:${training.id}:hold`,
      title: `登记培训是否举办：${training.topic}`,
      detail: `原计划${longDay(training.plannedFor)}`,
      unitId: training.organiserId,
      address: `/organisation/trainings/${training.id}`,
    })),
    ...meetings.map((meeting) => ({
      key: `groupMeeting:${meeting.id}:${meeting.lacks}`,
      title: `${meeting.lacks === 'minutes' ? '登记会议纪要' : '登记会议是否召开'}：${meeting.title}`,
      detail: `${meeting.lacks === 'minutes' ? '' : '原计划'}${longDay(meeting.day)}`,
      unitId: meeting.officeUnitId,
      address: `/organisation/meetings/${meeting.id}`,
    })),
  ];
}

async function outletTodos(
  db: ReadDb,
  actor: OfficerActor,
  today: Day,
  own: readonly string[],
  may: May,
): Promise<Todo[]> {
  const keeps = own.filter((unitId) => may('organisation.keepSafeguards', unitId));
  if (keeps.length === 0) return [];
  const soon = addDays(today, renewalDays);
  const outlets = await listOutlets(db, actor.jurisdictionId, today);
  return outlets.flatMap((outlet) => {
    if (outlet.closedOn !== null || !keeps.includes(outlet.unitId)) return [];
    const validThrough = outlet.signings[0]?.validThrough ?? null;
    if (outlet.state === 'inForce' && (validThrough === null || validThrough > soon)) return [];
    return [
      {
        key: `outlet:${outlet.id}:${outlet.signings.length}`,
        title: `签订网络意识形态责任书：${outlet.name}`,
        unitId: outlet.unitId,
        ...(validThrough === null ? {} : { due: dayOf(validThrough) }),
        address: '/organisation/safeguards?view=outlets',
      },
    ];
  });
}
