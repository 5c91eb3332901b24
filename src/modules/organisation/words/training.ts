/** What trainings say: names of kinds and states, and every refusal with what to do next. */
import { defineRefusals } from '#kernel/refusal.ts';
import type {
  TrainingAction,
  TrainingAudience,
  TrainingKind,
  TrainingMode,
  TrainingStatus,
} from '../rules/training.ts';

export const trainingKindTitles: Readonly<Record<TrainingKind, string>> = {
  business: '业务培训',
  legalStudy: '领导干部学法',
  policy: '政策培训',
};

export const trainingModeTitles: Readonly<Record<TrainingMode, string>> = {
  onSite: '现场',
  online: '线上',
  both: '现场和线上',
};

export const trainingAudienceTitles: Readonly<Record<TrainingAudience, string>> = {
  liaisons: '联络员',
  allStaff: '全体工作人员',
  newEntrants: '新进人员',
  leaders: '领导干部',
  units: '有关单位人员',
};

export const trainingStatusTitles: Readonly<Record<TrainingStatus, string>> = {
  planned: '计划中',
  held: '已举办',
  cancelled: '已取消',
};

const actionTitles: Readonly<Record<TrainingAction, string>> = {
  change: '修改',
  hold: '登记举办',
  recordAttendance: '登记参训人员',
  addMaterial: '添加材料',
  cancel: '取消',
};

export const trainingRefusals = defineRefusals({
  'organisation.trainingNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这场培训', todo: '请从培训列表重新打开，或核对地址' }),
  },
  'organisation.materialNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这份材料', todo: '请刷新页面后再试' }),
  },
  'organisation.trainingNotNow': {
    status: 409,
    say: (params: { action: TrainingAction; status: TrainingStatus }) => ({
      what: `这场培训${trainingStatusTitles[params.status]}，不能${actionTitles[params.action]}`,
      todo: '请刷新页面，按最新状态办理',
    }),
  },
  'organisation.dayInFuture': {
    status: 422,
    say: (params: { what: string }) => ({
      what: `${params.what}不能晚于今天`,
      why: '这里登记的是已经发生的事',
      todo: '请核对日期；还没有举办的，先作为计划登记',
    }),
  },
  'organisation.lawMissing': {
    status: 422,
    say: () => ({ what: '请写明学习的法律法规', todo: '例如：中华人民共和国政府信息公开条例' }),
  },
  'organisation.policyMissing': {
    status: 422,
    say: () => ({ what: '请写明培训的是哪一项政策', todo: '填写政策文件的名称，有文号的一并填写' }),
  },
  'organisation.rosterUnreadable': {
    status: 422,
    say: (params: { because: string }) => ({
      what: '这份名单读不出来',
      why: params.because,
      todo: '请下载名单模板，照样填好后另存为 .xlsx 或 .csv 再传',
    }),
  },
  'organisation.rosterUnmatched': {
    status: 422,
    say: (params: { count: number }) => ({
      what: `名单里还有${params.count}行没有对上单位`,
      why: '对不上单位的行不能登记，登记一部分会使人数不准',
      todo: '请按预览里的提示改好名单，再传一次',
    }),
  },
  'organisation.fileMissing': {
    status: 422,
    say: () => ({ what: '没有收到文件', todo: '请选择一个不为空的文件再上传' }),
  },
});
