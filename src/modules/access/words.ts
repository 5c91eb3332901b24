/** What the module says: states of an account, and every refusal with what to do next. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { AccountState } from './contract.ts';

export const accountStateTitles: Readonly<Record<AccountState, string>> = {
  active: '正常',
  locked: '已锁定',
  noPassword: '未发放密码',
  closed: '已关闭',
};

export const signInMeansTitles = { password: '账号密码', singleSignOn: '统一身份认证' } as const;

export const accessRefusals = defineRefusals({
  'access.signInFailed': {
    status: 401,
    say: () => ({
      what: '账号或密码不正确',
      todo: '请核对后再试；连续失败后须等待一段时间。忘记密码请联系系统管理员重置',
    }),
  },
  'access.mustWait': {
    status: 429,
    say: (params: { until: string; seconds: number }) => ({
      what: `连续失败次数过多，请在${params.until}之后再试`,
      why: '为防止猜测密码，连续失败后须等待，次数越多等待越久',
      todo: '如果不是您本人在尝试，请告知安全管理员',
    }),
    article: 'GB/T 22239-2019 8.1.4.1',
  },
  'access.accountLocked': {
    status: 423,
    say: () => ({ what: '账号已被锁定', why: '管理员锁定了这个账号', todo: '请联系系统管理员或安全管理员' }),
  },
  'access.initialPasswordLapsed': {
    status: 401,
    say: () => ({
      what: '一次性密码已过期',
      why: '初始密码须在期限内登录并修改',
      todo: '请联系系统管理员重新发放',
    }),
  },
  'access.codeWrong': {
    status: 422,
    say: () => ({
      what: '动态口令不正确或已用过',
      why: '每个口令只能用一次，30秒更换一次',
      todo: '请等口令更换后再输入；手机时间须准确。手机不在身边时可用恢复码',
    }),
  },
  'access.sessionNeeded': {
    status: 401,
    say: () => ({ what: '请先登录', why: '登录会话不存在或已结束', todo: '请重新输入账号和密码' }),
  },
  'access.notNow': {
    status: 409,
    say: () => ({
      what: '现在不能进行这一步',
      why: '登录尚未走到这一步，或这一步已经完成',
      todo: '请刷新页面，按页面提示继续',
    }),
  },
  'access.passwordRefused': {
    status: 422,
    say: (params: { faults: string }) => ({
      what: '这个密码不能使用',
      why: params.faults,
      todo: '请换一个密码，例如一句只有您自己会想到的话',
    }),
  },
  'access.passwordUnchanged': {
    status: 422,
    say: () => ({ what: '新密码与原密码相同', todo: '请换一个不同的密码' }),
  },
  'access.currentPasswordWrong': {
    status: 422,
    say: () => ({ what: '原密码不正确', todo: '请重新输入；忘记密码请联系系统管理员重置' }),
  },
  'access.secondFactorSet': {
    status: 409,
    say: () => ({
      what: '已经设置了动态口令',
      todo: '更换手机时，请先停用原有的动态口令，再重新设置',
    }),
  },
  'access.secondFactorNotSet': {
    status: 409,
    say: () => ({ what: '还没有设置动态口令', todo: '请先设置动态口令' }),
  },
  'access.accountNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个账号', todo: '请从账号列表重新打开，或核对账号名' }),
  },
  'access.sessionNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个登录会话', why: '会话可能已经结束', todo: '请刷新列表' }),
  },
  'access.loginNameTaken': {
    status: 409,
    say: (params: { loginName: string }) => ({
      what: `账号名“${params.loginName}”已经有人使用`,
      todo: '请换一个账号名，例如加上部门简拼',
    }),
  },
  'access.loginNameShape': {
    status: 422,
    say: () => ({
      what: '账号名不符合要求',
      why: '账号名为3至40位小写字母、数字、点、横线，以字母开头',
      todo: '请修改后再试',
    }),
  },
  'access.accountExists': {
    status: 409,
    say: () => ({ what: '这名工作人员已经有账号', todo: '忘记密码请重置密码，无需另开账号' }),
  },
  'access.officerUnknown': {
    status: 404,
    say: () => ({ what: '没有找到这名工作人员，或已停用', todo: '请先在“工作人员与角色”中登记或恢复' }),
  },
  'access.ownAccount': {
    status: 403,
    say: (params: { action: string }) => ({
      what: `不能对自己的账号${params.action}`,
      why: '这项操作须由另一人办理',
      todo: '修改自己的密码、会话和动态口令，请到“我的账号”',
    }),
  },
  'access.accountClosed': {
    status: 409,
    say: () => ({ what: '账号已关闭', todo: '请为工作人员另开账号' }),
  },
  'access.accountNotLocked': {
    status: 409,
    say: () => ({ what: '账号没有被锁定', todo: '无需解锁；如忘记密码请重置密码' }),
  },
  'access.notFirstAdministrator': {
    status: 403,
    say: () => ({
      what: '只有初始管理员可以移交管理权限',
      why: '平台首次启动时产生的初始管理员，只能把三类管理权限移交给三名不同的人员，移交后即关闭',
      todo: '管理权限已经移交的，请联系系统管理员、安全管理员或审计员',
    }),
    article: '三员分立：GB/T 22239-2019',
  },
  'access.threePeople': {
    status: 422,
    say: () => ({
      what: '三类管理权限须交给三名不同的人员',
      why: '姓名或账号名有重复',
      todo: '请填写三名不同的人员和三个不同的账号名',
    }),
    article: '三员分立：GB/T 22239-2019',
  },
  'access.singleSignOnOff': {
    status: 404,
    say: () => ({ what: '没有启用统一身份认证', todo: '请使用账号和密码登录' }),
  },
  'access.singleSignOnDown': {
    status: 409,
    say: (params: { label: string }) => ({
      what: `暂时连接不上${params.label}`,
      why: '统一身份认证服务没有正确应答',
      todo: '请稍后再试，或使用账号和密码登录',
    }),
  },
  'access.singleSignOnRefused': {
    status: 401,
    say: (params: { why: string }) => ({
      what: '统一身份认证没有通过',
      why: params.why,
      todo: '请重新登录；仍然不行的，请联系系统管理员核对账号名',
    }),
  },
});
