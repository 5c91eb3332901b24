/** What backup and restore say no to. */
import { defineRefusals } from '../refusal.ts';

export const backupRefusals = defineRefusals({
  'backup.damaged': {
    status: 422,
    say: (params: { file: string; why: string }) => ({
      what: `备份文件 ${params.file} 不完整或已损坏`,
      why: params.why,
      todo: '请换用另一份备份，数据库没有被改动',
    }),
  },
  'backup.otherFormat': {
    status: 422,
    say: (params: { file: string }) => ({
      what: `${params.file} 不是本平台的备份文件`,
      why: '找不到备份说明 backup.json，或格式版本不同',
      todo: '请检查文件名；较新的备份请使用相应版本的程序恢复',
    }),
  },
  'backup.newerSchema': {
    status: 409,
    say: (params: { migration: string }) => ({
      what: '这份备份来自更新的程序',
      why: `备份中的数据库已升级到 ${params.migration}，本程序没有这一步`,
      todo: '请使用不低于备份时版本的程序恢复',
    }),
  },
  'backup.notEmpty': {
    status: 409,
    say: (params: { why: string }) => ({
      what: '只能恢复到空白数据库',
      why: params.why,
      todo: '请另建一个空白数据库（DATABASE_URL）或换一个空的数据目录（GONGKAI_DATA）再恢复',
    }),
  },
  'backup.fileMissing': {
    status: 409,
    say: (params: { sha256: string; name: string }) => ({
      what: '无法完成备份：缺少一份附件的内容',
      why: `文件“${params.name}”（${params.sha256.slice(0, 12)}…）在数据库中有记录，文件存储中没有`,
      todo: '请运行 gongkai doctor 查看全部缺失的文件，恢复后再备份',
    }),
  },
});
