/** What the command line says no to; every one ends with exit code 2. */
import { defineRefusals } from '../refusal.ts';

export const cliRefusals = defineRefusals({
  'cli.badUse': {
    status: 400,
    say: (params: { why: string; command: string }) => ({
      what: '命令写法有误',
      why: params.why,
      todo: `运行 ${params.command} --help 查看写法和示例`,
    }),
  },
  'cli.unreadable': {
    status: 404,
    say: (params: { path: string; why: string }) => ({
      what: `无法读取文件 ${params.path}`,
      why: params.why,
      todo: '请检查文件路径和读取权限',
    }),
  },
  'cli.unwritable': {
    status: 409,
    say: (params: { path: string; why: string }) => ({
      what: `无法写入文件 ${params.path}`,
      why: params.why,
      todo: '请换一个文件名，或检查目录的写入权限和剩余空间',
    }),
  },
  'cli.folderHeld': {
    status: 423,
    say: (params: { folder: string; pid: number }) => ({
      what: `数据目录 ${params.folder} 正在使用中`,
      why: `进程 ${params.pid} 持有这个目录，同一时间只能有一个进程`,
      todo: '请先停止该进程（正在运行的服务或另一条命令），再运行本命令',
    }),
  },
  'cli.serverSilent': {
    status: 423,
    say: (params: { pid: number }) => ({
      what: `联系不上进程 ${params.pid}`,
      why: '它持有数据目录，但没有打开控制接口：可能正在启动、正在停止，或是另一条正在运行的命令',
      todo: '请稍候再试；如果一直如此，请重新启动服务',
    }),
  },
  'cli.otherVersion': {
    status: 409,
    say: (params: { command: string }) => ({
      what: `正在运行的服务不认识命令 ${params.command}`,
      why: '服务启动之后程序更新过',
      todo: '请重新启动服务，再运行本命令',
    }),
  },
  'cli.cancelled': {
    status: 409,
    say: () => ({ what: '已取消', why: '收到了中断信号', todo: '需要时请重新运行' }),
  },
});
