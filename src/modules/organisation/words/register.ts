/** What the register says: names of kinds, and every refusal with what to do next. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { AliasKind, UnitKind } from '../rules/kinds.ts';

export const unitKindTitles: Readonly<Record<UnitKind, string>> = {
  government: '人民政府',
  leadingGroup: '领导小组',
  department: '政府部门',
  partyOffice: '党委部门',
  branch: '垂直管理单位',
  institution: '事业单位',
  publicEnterprise: '公共企事业单位',
  town: '乡镇',
  street: '街道',
  village: '村',
  community: '社区',
};

export const aliasKindTitles: Readonly<Record<AliasKind, string>> = {
  shortForm: '简称',
  doubleName: '加挂牌子',
  formerName: '曾用名',
  remembered: '人工匹配过的写法',
};

export const organisationRefusals = defineRefusals({
  'organisation.unitNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个单位', todo: '请从单位列表重新打开，或核对地址' }),
  },
  'organisation.officerNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这名工作人员', todo: '请从人员列表重新打开，或核对地址' }),
  },
  'organisation.aliasNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个名称', todo: '请刷新单位页面后再试' }),
  },
  'organisation.collectiveNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个集合性责任单位', todo: '请刷新列表后再试' }),
  },
  'organisation.grantNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这项角色授权', why: '授权可能已经收回', todo: '请刷新人员页面后再试' }),
  },
  'organisation.jurisdictionNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个行政区', todo: '请重新登录后再试' }),
  },
  'organisation.nameTaken': {
    status: 409,
    say: (params: { name: string; owner: string }) => ({
      what: `名称“${params.name}”已经属于“${params.owner}”`,
      why: '一个名称只能对应一个单位或集合，否则读取文件时无法判定责任单位',
      todo: '请换用能区分的名称，或先在原单位停用这个名称',
    }),
  },
  'organisation.codeTaken': {
    status: 409,
    say: (params: { code: string }) => ({
      what: `代码“${params.code}”已经有单位在用`,
      todo: '请换一个代码，或留空由系统生成',
    }),
  },
  'organisation.parentInside': {
    status: 422,
    say: (params: { name: string }) => ({
      what: `不能把“${params.name}”移到它自己或其下级单位之下`,
      why: '单位的隶属关系不能成环',
      todo: '请选择其他上级单位',
    }),
  },
  'organisation.parentInactive': {
    status: 422,
    say: (params: { name: string }) => ({
      what: `上级单位“${params.name}”已停用`,
      todo: '请选择在用的上级单位，或先恢复该单位',
    }),
  },
  'organisation.parentNeeded': {
    status: 422,
    say: () => ({
      what: '请选择上级单位',
      why: '每个行政区只有一个最上级单位',
      todo: '选择一个上级单位后再保存',
    }),
  },
  'organisation.unitInactive': {
    status: 409,
    say: (params: { name: string }) => ({
      what: `“${params.name}”已停用`,
      todo: '请先恢复该单位，或选择其他单位',
    }),
  },
  'organisation.endsBeforeStart': {
    status: 422,
    say: () => ({ what: '结束日期不能早于开始日期', todo: '请核对两个日期' }),
  },
  'organisation.unitActive': {
    status: 409,
    say: (params: { name: string }) => ({ what: `“${params.name}”正在使用中，无需恢复`, todo: '请刷新页面' }),
  },
  'organisation.unitStillUsed': {
    status: 409,
    say: (params: { name: string; children: number; officers: number }) => ({
      what: `“${params.name}”还不能停用`,
      why: `还有${params.children}个在用的下级单位、${params.officers}名在岗人员`,
      todo: '请先调整下级单位和人员的归属',
    }),
  },
  'organisation.officerInactive': {
    status: 409,
    say: () => ({ what: '这名工作人员已停用', todo: '请先恢复在岗，再办理其他事项' }),
  },
  'organisation.officerActive': {
    status: 409,
    say: () => ({ what: '这名工作人员在岗，无需恢复', todo: '请刷新页面' }),
  },
  'organisation.ownRole': {
    status: 403,
    say: () => ({
      what: '不能给自己授予或收回角色',
      why: '权限的调整须由另一人办理',
      todo: '请联系另一名安全管理员',
    }),
    article: '三员分立：GB/T 22239-2019',
  },
  'organisation.rolesSeparated': {
    status: 409,
    say: (params: { role: string; held: string }) => ({
      what: `已担任“${params.held}”的人员不能再担任“${params.role}”`,
      why: '系统管理员、安全管理员、审计员须由三名不同的人员担任，也不兼办业务',
      todo: '请选择另一名工作人员，或先收回原角色',
    }),
    article: '三员分立：GB/T 22239-2019',
  },
  'organisation.roleHeld': {
    status: 409,
    say: (params: { role: string; unit: string }) => ({
      what: `已经是“${params.unit}”的${params.role}`,
      todo: '无需重复授予',
    }),
  },
  'organisation.lastHolder': {
    status: 409,
    say: (params: { role: string }) => ({
      what: `这是唯一的${params.role}，不能收回或停用`,
      why: '系统管理员、安全管理员、审计员任何时候都须有人担任',
      todo: `请先让另一名工作人员担任${params.role}`,
    }),
    article: '三员分立：GB/T 22239-2019',
  },
});
