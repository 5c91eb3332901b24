/**
 * What a module offers on the command line. A command is a plain function of the application, so that it runs
 * alike in the command's own process and, when a server holds the data folder, inside that server.
 */
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import type { Manifest } from '../module.ts';

export interface CommandOption {
  /** As commander writes it: `--year <YYYY>`, `--json`. */
  readonly flags: string;
  readonly description: string;
  /** May be written several times; the command gets all values in order. */
  readonly repeatable?: true;
}

/** A file being written for the person who typed the command; it appears under its name when it is finished. */
export interface FileSink {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly finish: () => Promise<void>;
  /** Leaves nothing behind. */
  readonly discard: () => Promise<void>;
}

export interface CommandInput {
  /** Positional arguments in order. */
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | readonly string[]>>;
  /** Reads a file named by the person who typed the command, wherever the command itself runs. */
  readonly readFile: (path: string) => Promise<{ readonly name: string; readonly bytes: Uint8Array }>;
  /** Writes a file for that person. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** The same, piece by piece, for what is too large to hold. */
  readonly createFile: (path: string) => Promise<FileSink>;
  /** Tells the waiting person how far long work is; one Chinese line. */
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
}

export interface CommandOutput {
  /** Lines for a person. */
  readonly text: string;
  /** The same as data, printed with `--json`. */
  readonly data: unknown;
  /** 0 unless said: 2 refused or findings, 1 fault. */
  readonly exitCode?: 0 | 1 | 2;
}

interface CommandShape {
  /** Words as typed: `plan read`. */
  readonly name: string;
  readonly summary: string;
  /** As commander writes it: `<file>`, `[day]`. */
  readonly operands: readonly string[];
  readonly options: readonly CommandOption[];
  /** Longer help; ends with at least one example that can be typed. */
  readonly help: string;
}

/** Needs no database and no running server. */
export interface PureCommandLine extends CommandShape {
  readonly needs: 'nothing';
  readonly run: (input: CommandInput) => Promise<CommandOutput>;
}

/** Runs on the application. */
export interface AppCommandLine extends CommandShape {
  readonly needs: 'app';
  readonly run: (app: App, input: CommandInput) => Promise<CommandOutput>;
}

/** What a command that looks after the installation itself is given. */
export interface Installation {
  readonly config: Config;
  readonly modules: readonly Manifest[];
  /** Runs a command of the application: here, or inside the server that holds the data folder. */
  readonly runOnApp: (command: AppCommandLine, input: CommandInput) => Promise<CommandOutput>;
}

/** Opens what it needs by itself: it must work when the application cannot open. Never forwarded to a server. */
export interface InstallationCommandLine extends CommandShape {
  readonly needs: 'installation';
  readonly run: (installation: Installation, input: CommandInput) => Promise<CommandOutput>;
}

export type CommandLine = PureCommandLine | AppCommandLine | InstallationCommandLine;
