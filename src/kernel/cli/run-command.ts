/**
 * Runs a command where it can run: here without anything, here on the application, or inside the server that holds
 * the data folder. The application and its libraries are loaded only when a command needs them.
 */
import type { Config } from '../config.ts';
import { FolderInUse, findFolderHolder } from '../db/folder-lock.ts';
import type { Manifest } from '../module.ts';
import { type Caller, commandInputOf } from './caller.ts';
import type {
  AppCommandLine,
  CommandInput,
  CommandLine,
  CommandOutput,
  Installation,
} from './command-line.ts';
import { cliRefusals } from './refusals.ts';

/** What the composition root hands in; read only when a command needs it. */
export interface CommandPlace {
  readonly readConfig: () => Config;
  readonly modules: readonly Manifest[];
}

type Typed = Pick<CommandInput, 'operands' | 'options'>;

/** Runs the command for this person; refusals and faults are thrown. */
export async function runCommand(
  place: CommandPlace,
  command: CommandLine,
  typed: Typed,
  caller: Caller,
): Promise<CommandOutput> {
  switch (command.needs) {
    case 'nothing':
      return command.run(commandInputOf(typed, caller));
    case 'app':
      return runOnApp(place.readConfig(), place.modules, command, typed, caller);
    case 'installation': {
      const config = place.readConfig();
      const installation: Installation = {
        config,
        modules: place.modules,
        runOnApp: (other, input) => runOnApp(config, place.modules, other, input, caller),
      };
      return command.run(installation, commandInputOf(typed, caller));
    }
  }
}

async function runOnApp(
  config: Config,
  modules: readonly Manifest[],
  command: AppCommandLine,
  typed: Typed,
  caller: Caller,
): Promise<CommandOutput> {
  if (config.DATABASE_URL === undefined) {
    const pid = findFolderHolder(config.dataFolder);
    if (pid !== undefined) {
      const { forwardCommand } = await import('./forward-command.ts');
      return forwardCommand({ dataFolder: config.dataFolder, pid }, command.name, typed, caller);
    }
  }
  const { openApp } = await import('../open-app.ts');
  try {
    const opened = await openApp({ config, modules });
    try {
      return await command.run(opened.app, commandInputOf(typed, caller));
    } finally {
      await opened.close();
    }
  } catch (error) {
    if (error instanceof FolderInUse) {
      throw cliRefusals.refuse('cli.folderHeld', { folder: config.dataFolder, pid: error.pid });
    }
    throw error;
  }
}
