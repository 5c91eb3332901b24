/** What leading groups and meetings say: names of roles and states, and every refusal with what to do next. */
import { defineRefusals } from '#kernel/refusal.ts';
import type {
  AgendaKind,
  AttendanceState,
  DecisionAction,
  DecisionEventKind,
  DecisionStatus,
  DecisionTiming,
  GroupRole,
  MeetingAction,
} from '../rules/meetings.ts';
import type { TrainingStatus } from '../rules/training.ts';

export const groupRoleTitles: Readonly<Record<GroupRole, string>> = {
  head: '组长',
  deputyHead: '副组长',
  officeHead: '办公室主任',
  member: '成员',
};

export const agendaKindTitles: Readonly<Record<AgendaKind, string>> = {
  hearing: '听取汇报',
  deliberation: '审议',
  deployment: '部署工作',
  other: '其他',
};

export const attendanceTitles: Readonly<Record<AttendanceState, string>> = {
  present: '出席',
  leave: '请假',
  substitute: '委托他人',
};

export const meetingStatusTitles: Readonly<Record<TrainingStatus, string>> = {
  planned: '计划中',
  held: '已召开',
  cancelled: '已取消',
};

export const decisionStatusTitles: Readonly<Record<DecisionStatus, string>> = {
  open: '办理中',
  done: '已办结',
  dropped: '已终止',
};

export const decisionTimingTitles: Readonly<Record<DecisionTiming, string>> = {
  inTime: '按期办结',
  late: '逾期',
  notYetDue: '未到期',
  dropped: '已终止',
};

export const decisionEventTitles: Readonly<Record<DecisionEventKind, string>> = {
  progress: '报送进展',
  done: '报送办结',
  returned: '退回续办',
  dropped: '终止办理',
};

const meetingActionTitles: Readonly<Record<MeetingAction, string>> = {
  change: '修改',
  invite: '发通知',
  hold: '登记召开',
  recordAttendance: '登记出席',
  recordHearings: '登记听取汇报情况',
  recordMinutes: '登记会议纪要',
  addDecision: '登记议定事项',
  cancel: '取消',
};

const decisionActionTitles: Readonly<Record<DecisionAction, string>> = {
  report: '报送',
  return: '退回',
  drop: '终止',
};

export const meetingRefusals = defineRefusals({
  'organisation.groupNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个领导小组', todo: '请从列表重新打开，或核对地址' }),
  },
  'organisation.groupExists': {
    status: 409,
    say: (params: { name: string }) => ({
      what: `这个单位已经登记了“${params.name}”`,
      why: '一个单位只有一个政务公开领导小组',
      todo: '请打开已有的领导小组修改',
    }),
  },
  'organisation.memberNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这名成员', todo: '请刷新页面后再试' }),
  },
  'organisation.meetingNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这次会议', todo: '请从会议列表重新打开，或核对地址' }),
  },
  'organisation.meetingNotNow': {
    status: 409,
    say: (params: { action: MeetingAction; status: TrainingStatus }) => ({
      what: `这次会议${meetingStatusTitles[params.status]}，不能${meetingActionTitles[params.action]}`,
      todo: '请刷新页面，按最新状态办理',
    }),
  },
  'organisation.nobodyToInvite': {
    status: 422,
    say: () => ({
      what: '还没有可以通知的成员',
      why: '会议通知发给已登记账号的成员和列席汇报单位的联络员',
      todo: '请先登记领导小组成员，或当面、电话通知',
    }),
  },
  'organisation.nobodyPresent': {
    status: 422,
    say: () => ({
      what: '没有成员出席',
      why: '没有人出席的会议不算召开',
      todo: '请登记至少一名出席或委托出席的成员',
    }),
  },
  'organisation.decisionNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这项议定事项', todo: '请从会议页面重新打开' }),
  },
  'organisation.decisionNotNow': {
    status: 409,
    say: (params: { action: DecisionAction; status: DecisionStatus }) => ({
      what: `这项议定事项${decisionStatusTitles[params.status]}，不能${decisionActionTitles[params.action]}`,
      todo: '请刷新页面，按最新状态办理',
    }),
  },
  'organisation.dueBeforeMeeting': {
    status: 422,
    say: () => ({ what: '办结期限不能早于会议当天', todo: '请核对日期' }),
  },
  'organisation.proofMissing': {
    status: 422,
    say: () => ({
      what: '报送办结须附佐证',
      why: '没有佐证的办结无法核对，也不能作为任务完成的依据',
      todo: '请填写佐证的链接，或先上传佐证文件',
    }),
  },
});
