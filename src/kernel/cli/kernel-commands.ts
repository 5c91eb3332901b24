/** The commands that belong to no module. `start` is declared by the composition root. */
import type { CommandLine } from './command-line.ts';
import { backupCommand } from './commands/backup.ts';
import { doctorCommand } from './commands/doctor.ts';
import { mailTestCommand } from './commands/mail-test.ts';
import { migrateCommand } from './commands/migrate.ts';
import { restoreCommand } from './commands/restore.ts';
import { seedCommand } from './commands/seed.ts';

export const kernelCommands: readonly CommandLine[] = [
  migrateCommand,
  seedCommand,
  backupCommand,
  restoreCommand,
  doctorCommand,
  mailTestCommand,
];
