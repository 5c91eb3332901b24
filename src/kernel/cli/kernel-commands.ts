/** The commands that belong to no module. `start` is declared by the composition root. */
import type { CommandLine } from './command-line.ts';
import { migrateCommand } from './commands/migrate.ts';
import { seedCommand } from './commands/seed.ts';

export const kernelCommands: readonly CommandLine[] = [migrateCommand, seedCommand];
