/** `gongkai restore`. */
import fs from 'node:fs';
import path from 'node:path';
import type { InstallationCommandLine } from '../command-line.ts';
import { cliRefusals } from '../refusals.ts';

export const restoreCommand: InstallationCommandLine = {
  name: 'restore',
  needs: 'installation',
  summary: '把备份恢复到空白数据库',
  operands: ['<file>'],
  options: [],
  help: `恢复前会核对备份的每一个字节；数据库里已有操作记录时拒绝恢复。请先停止服务。

示例：
  GONGKAI_DATA=新目录 gongkai restore 备份-2026-03-20.tar.gz
  DATABASE_URL=postgres://… gongkai restore 备份-2026-03-20.tar.gz --json`,
  async run({ config }, input) {
    const { openDatabase } = await import('../../db/database.ts');
    const { FolderInUse } = await import('../../db/folder-lock.ts');
    const { openFileStore } = await import('../../files/open-file-store.ts');
    const { migrationsFolder } = await import('../../open-app.ts');
    const { restoreBackup } = await import('../../backup/restore-backup.ts');
    const file = path.resolve(input.operands[0] ?? '');
    if (!fs.existsSync(file)) {
      throw cliRefusals.refuse('cli.unreadable', { path: file, why: '没有这个文件' });
    }
    const database = await openDatabase(config).catch((error: unknown) => {
      if (!(error instanceof FolderInUse)) throw error;
      throw cliRefusals.refuse('cli.folderHeld', { folder: config.dataFolder, pid: error.pid });
    });
    try {
      const files = await openFileStore(config);
      const place = { config, database, files, migrationsFolder: migrationsFolder() };
      const report = await restoreBackup(place, file);
      const rows = Object.values(report.rows).reduce((total, count) => total + count, 0);
      const text = `已恢复 ${report.madeAt} 的备份：${Object.keys(report.rows).length} 张表，${rows} 行，${report.files} 个文件；审计链完整。`;
      return { text, data: report };
    } finally {
      await database.close();
    }
  },
};
