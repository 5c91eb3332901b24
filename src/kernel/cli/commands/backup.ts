/** `gongkai backup`. */
import type { AppCommandLine } from '../command-line.ts';

export const backupCommand: AppCommandLine = {
  name: 'backup',
  needs: 'app',
  summary: '把整个平台备份成一个文件',
  operands: ['<file>'],
  options: [],
  help: `备份包含全部数据、全部附件和校验值，服务运行时也可以备份；内嵌数据库与 PostgreSQL 的备份可以互相恢复。
备份里有个人信息和密钥，请像数据库本身一样保管。

示例：
  gongkai backup 备份-2026-03-20.tar.gz
  gongkai backup /mnt/backup/gongkai.tar.gz --json`,
  async run(app, input) {
    const { writeBackup } = await import('../../backup/write-backup.ts');
    const file = input.operands[0] ?? '';
    const report = await writeBackup(app, await input.createFile(file), input);
    const text = `已备份到 ${file}：${report.tables} 张表，${report.rows} 行，${report.files} 个文件。
审计链末尾校验值：${report.auditHead}`;
    return { text, data: { file, ...report } };
  },
};
