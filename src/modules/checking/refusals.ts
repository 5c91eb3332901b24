/** Every refusal of the checks, with what to do next. */
import { defineRefusals } from '#kernel/refusal.ts';

export const checkingRefusals = defineRefusals({
  'checking.fileMissing': {
    status: 400,
    say: () => ({ what: '没有收到文件', todo: '请选择要检测的文件后重新上传' }),
  },
  'checking.fileUnreadable': {
    status: 422,
    say: ({ sentence, remedy }: { sentence: string; remedy: string }) => ({
      what: `没有检测：${sentence.replace(/。$/u, '')}`,
      why: '没有检测过的文件不能视为没有问题',
      todo: remedy.replace(/。$/u, ''),
    }),
  },
  'checking.cancelled': {
    status: 408,
    say: () => ({ what: '检测已停止', todo: '需要时请重新检测' }),
  },
  'checking.unitNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这个单位', todo: '请刷新页面后重新选择单位' }),
  },
  'checking.wordNotFound': {
    status: 404,
    say: () => ({ what: '没有找到这条词', todo: '请回到词库列表重新打开' }),
  },
  'checking.wordNotNow': {
    status: 409,
    say: ({ phrase }: { phrase: string }) => ({
      what: `“${phrase}”已经停用或已被新的一条代替`,
      why: '停用的词保留作记录，不再修改',
      todo: '请刷新列表，在现行的一条上修改，或新添一条',
    }),
  },
  'checking.wordThere': {
    status: 409,
    say: ({ phrase }: { phrase: string }) => ({
      what: `词库里已经有“${phrase}”`,
      why: '同一范围内一个词只有一条现行规定',
      todo: '请在原来的一条上修改',
    }),
  },
  'checking.wordInPast': {
    status: 422,
    say: () => ({
      what: '启用日期不能早于今天',
      why: '词库从启用之日起起作用，不追溯',
      todo: '请改为今天或以后的日期',
    }),
  },
  'checking.wordNeverSpeaks': {
    status: 422,
    say: () => ({
      what: '截止日期须晚于启用日期',
      why: '截止日期当天起不再起作用',
      todo: '请改为启用日期以后的日期',
    }),
  },
  'checking.wordIsPersonal': {
    status: 422,
    article: '个人信息保护法第四条',
    say: () => ({
      what: '词里有个人信息，不能存入词库',
      why: '词库由全体工作人员查看，不保存身份证号、手机号一类个人信息',
      todo: '请在文稿中作脱敏处理；确需公开的，逐次说明理由',
    }),
  },
});
