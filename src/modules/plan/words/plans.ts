/** The plan module's labels and refusals. */
import { defineRefusals } from '#kernel/refusal.ts';
import type { AssignmentRole, ImportStatus, Standing } from '../rules/shapes.ts';

export const assignmentRoleTitles: Readonly<Record<AssignmentRole, string>> = {
  lead: '牵头',
  responsible: '责任',
  cooperating: '配合',
};

export const standingTitles: Readonly<Record<Standing, string>> = {
  met: '达标',
  failing: '未达标',
  notYetDue: '未到期',
  cannotTell: '无法判定',
};

export const importStatusTitles: Readonly<Record<ImportStatus, string>> = {
  reading: '正在读取',
  draft: '待核对',
  failed: '无法读取',
  cancelled: '已停止',
  confirmed: '已确认',
  discarded: '已放弃',
};

const reload = '请刷新页面，核对最新内容后再操作';

export const planRefusals = defineRefusals({
  'plan.importNotFound': {
    status: 404,
    say: () => ({
      what: '找不到这次导入',
      why: '地址有误，或者它属于其他行政区',
      todo: '请从“导入任务分解表”页面的列表进入',
    }),
  },
  'plan.notFound': {
    status: 404,
    say: () => ({
      what: '找不到这份任务分解表',
      why: '地址有误，或者尚未发布',
      todo: '请从任务分解表列表进入',
    }),
  },
  'plan.unitWithoutTasks': {
    status: 404,
    say: () => ({
      what: '这个单位在这份任务分解表中没有任务',
      why: '地址有误，或者任务已调整给其他单位',
      todo: '请从任务分解表页面的“按单位查看”进入',
    }),
  },
  'plan.taskNotFound': {
    status: 404,
    say: () => ({ what: '找不到这项任务', why: '地址有误，或者任务已不在计划内', todo: '请从任务清单进入' }),
  },
  'plan.importClosed': {
    status: 409,
    say: (params: { status: ImportStatus }) => ({
      what: `这次导入${importStatusTitles[params.status]}，不能再修改`,
      why: '只有待核对的导入可以修改和确认',
      todo: '如需重新导入，请再次上传文件；已确认的计划会显示差异并更新',
    }),
  },
  'plan.importChanged': {
    status: 409,
    say: () => ({ what: '这份草稿刚刚被修改过', why: '您看到的不是最新版本', todo: reload }),
  },
  'plan.editUnknownTask': {
    status: 409,
    say: (params: { key: string }) => ({
      what: '要修改的任务已不在草稿中',
      why: `任务 ${params.key} 可能刚被其他人删除`,
      todo: reload,
    }),
  },
  'plan.editKeyTaken': {
    status: 409,
    say: (params: { key: string }) => ({
      what: '这项任务已经在草稿中',
      why: `编号 ${params.key} 重复`,
      todo: reload,
    }),
  },
  'plan.importBlocked': {
    status: 422,
    say: (params: { first: string; count: number }) => ({
      what: `还不能确认：${params.first}${params.count > 1 ? `，另有${params.count - 1}处` : ''}`,
      why: '确认后任务会发到各单位，名称、年份和责任单位必须齐全',
      todo: '请在核对页面逐处处理后再确认',
    }),
  },
  'plan.unitUnknown': {
    status: 422,
    say: () => ({
      what: '选择的单位不存在',
      why: '单位可能已被撤销或属于其他行政区',
      todo: '请重新选择单位',
    }),
  },
  'plan.fileMissing': {
    status: 422,
    say: () => ({ what: '没有收到文件', why: '请求里没有文件或文字', todo: '请选择文件，或把文字粘贴进来' }),
  },
  'plan.fileGone': {
    status: 404,
    say: () => ({
      what: '找不到原文件',
      why: '文件库里没有这份文件',
      todo: '请联系系统管理员检查文件目录，或重新上传',
    }),
  },
  'plan.stillReading': {
    status: 409,
    say: () => ({ what: '文件还在读取', why: '读取完成后才有内容', todo: '请稍候，页面会自动更新' }),
  },
});
