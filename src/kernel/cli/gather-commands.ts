/** All commands of an installation: the kernel's and those the manifests offer. */
import type { Manifest } from '../module.ts';
import type { AppCommandLine, CommandLine } from './command-line.ts';
import { doctorInsideCommand } from './commands/doctor.ts';
import { kernelCommands } from './kernel-commands.ts';

/** Gathers the commands; one name declared twice is a fault. */
export function gatherCommands(modules: readonly Manifest[]): CommandLine[] {
  const commands = [...kernelCommands, ...modules.flatMap((module) => module.commands)];
  const names = new Set<string>();
  for (const { name } of commands) {
    if (names.has(name)) throw new Error(`the command ${name} is declared twice`);
    names.add(name);
  }
  return commands;
}

/** Those that run on the application, and so inside a running server when it holds the data. */
export function listAppCommands(modules: readonly Manifest[]): AppCommandLine[] {
  const typed = gatherCommands(modules).filter((command) => command.needs === 'app');
  return [...typed, doctorInsideCommand];
}
