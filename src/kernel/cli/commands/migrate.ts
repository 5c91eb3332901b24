/** `gongkai migrate`. */
import type { InstallationCommandLine } from '../command-line.ts';
import { cliRefusals } from '../refusals.ts';

export const migrateCommand: InstallationCommandLine = {
  name: 'migrate',
  needs: 'installation',
  summary: '把数据库升级到本程序的版本',
  operands: [],
  options: [],
  help: `服务启动时会自动升级；本命令用于在启动之前单独升级（例如多节点部署）。

示例：
  gongkai migrate
  DATABASE_URL=postgres://… gongkai migrate --json`,
  async run({ config }) {
    const { openDatabase } = await import('../../db/database.ts');
    const { FolderInUse } = await import('../../db/folder-lock.ts');
    const { migrate } = await import('../../db/migrate.ts');
    const { migrationsFolder } = await import('../../open-app.ts');
    try {
      const database = await openDatabase(config);
      try {
        const applied = await migrate(database.pool, migrationsFolder());
        const text = applied.length === 0 ? '数据库已是最新版本。' : `已升级数据库：\n${applied.join('\n')}`;
        return { text, data: { applied } };
      } finally {
        await database.close();
      }
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      throw cliRefusals.refuse('cli.folderHeld', { folder: config.dataFolder, pid: error.pid });
    }
  },
};
