/** Labels and refusals of the three-unity registration. */
import type { StateMark } from '#kernel/portal-offers.ts';
import { defineRefusals } from '#kernel/refusal.ts';
import type { LegalityOpinion, RegistrationObstacle, RegistrationState } from '../rules/registration.ts';

export const legalityOpinionTitles: Readonly<Record<LegalityOpinion, string>> = {
  passed: '合法，同意制发',
  changes: '应当修改后再审',
  refused: '不合法，不得制发',
};

export const registrationStateTitles: Readonly<Record<RegistrationState, string>> = {
  awaiting: '待合法性审核',
  objected: '审核未通过',
  reviewed: '待编号',
  numbered: '已编号待印发',
  issued: '已印发',
};

export const registrationMarks: Readonly<Record<RegistrationState, StateMark>> = {
  awaiting: 'notYetDue',
  objected: 'failing',
  reviewed: 'cannotTell',
  numbered: 'cannotTell',
  issued: 'met',
};

const obstacleWords: Readonly<Record<RegistrationObstacle, string>> = {
  notSent: '送审时没有登记，法制机构还没有收到',
  notReviewed: '法制机构还没有提出合法性审核意见',
  objected: '合法性审核没有通过',
  otherText: '通过合法性审核的不是现在要发布的这一版',
  notNumbered: '还没有统一编号',
};

export const registrationRefusals = defineRefusals({
  'policies.notRegistered': {
    status: 409,
    article: '国办发〔2018〕37号',
    say: (params: { title: string; obstacle: RegistrationObstacle }) => ({
      what: `《${params.title}》还不能发布`,
      why: `行政规范性文件应当统一登记、统一编号、统一印发；${obstacleWords[params.obstacle]}`,
      todo: '请在“三统一登记”里办理；不是行政规范性文件的，在“文件性质”里写明后重新送审',
    }),
  },
  'policies.registrationNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这份文件的登记',
      why: '只有送审的行政规范性文件才有登记',
      todo: '请从“三统一登记”重新打开',
    }),
  },
  'policies.registrationState': {
    status: 409,
    say: (params: { title: string; state: RegistrationState }) => ({
      what: `《${params.title}》现在不能这样办理`,
      why: `它的状态是${registrationStateTitles[params.state]}`,
      todo: '请刷新页面再看；要改已编号的文件，由起草单位修改后重新送审',
    }),
  },
  'policies.legalityEarly': {
    status: 422,
    article: '重大行政决策程序暂行条例第二十六条',
    say: (params: { earliest: string }) => ({
      what: '审核时间少于通常要求',
      why: `合法性审核一般不少于7个工作日，${params.earliest}以前提出意见的要写明原因`,
      todo: '请写明提前的原因，或者到期后再提出意见',
    }),
  },
  'policies.legalityOwn': {
    status: 409,
    say: () => ({
      what: '您送审的文件不能由您审核',
      why: '起草和合法性审核不能是同一个人',
      todo: '请由法制机构的其他人员审核',
    }),
  },
  'policies.unifiedCodeMissing': {
    status: 409,
    say: (params: { unit: string }) => ({
      what: `${params.unit}还没有编号代码`,
      why: '统一编号由制发单位的代码、年份和顺序号组成',
      todo: '请先在“三统一登记”的“编号代码”里设置',
    }),
  },
  'policies.unifiedCodeTaken': {
    status: 409,
    say: (params: { code: string }) => ({
      what: `代码${params.code}已经有单位使用`,
      why: '一个代码只属于一个单位，编过号的也不再给别的单位',
      todo: '请换一个代码',
    }),
  },
});
