/**
 * Turns declared commands into a command line people can explore: groups, help with examples in Chinese, and one
 * sentence for what was typed wrongly. Runs nothing itself.
 */
import { Command, CommanderError, Option } from 'commander';
import type { CommandInput, CommandLine } from './command-line.ts';
import { cliRefusals } from './refusals.ts';

/** What was asked for: a command with its input, or a text to print (help, version). */
export type Asked =
  | {
      readonly command: CommandLine;
      readonly typed: Pick<CommandInput, 'operands' | 'options'>;
      readonly json: boolean;
      readonly debug: boolean;
    }
  | { readonly print: string };

export interface ProgramText {
  readonly version: string;
  /** Chinese titles of the groups: the first words of commands. */
  readonly groups: Readonly<Record<string, string>>;
}

const helpTitles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '通用选项：',
  'Commands:': '命令：',
};

/** The name commander quotes in its message: `error: unknown option '--yer'`. */
function quotedName(message: string): string {
  return /'([^']*)'/.exec(message)?.[1] ?? '';
}

function sentenceOf(error: CommanderError): string {
  const name = quotedName(error.message);
  switch (error.code) {
    case 'commander.missingArgument':
      return `缺少参数 <${name}>`;
    case 'commander.optionMissingArgument':
      return `选项 ${name} 后面缺少内容`;
    case 'commander.missingMandatoryOptionValue':
      return `必须写明选项 ${name}`;
    case 'commander.unknownOption':
      return `没有选项 ${name}`;
    case 'commander.unknownCommand':
      return `没有命令 ${name}`;
    case 'commander.excessArguments':
      return '参数太多';
    default:
      return error.message;
  }
}

function prepare(command: Command, print: (text: string) => void): Command {
  return command
    .exitOverride()
    .helpOption('-h, --help', '显示帮助')
    .helpCommand(false)
    .showSuggestionAfterError(false)
    .configureHelp({
      styleTitle: (title) => helpTitles[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '<命令>'),
      subcommandTerm: (entry) =>
        [entry.name(), ...entry.registeredArguments.map((operand) => `<${operand.name()}>`)].join(' '),
    })
    .configureOutput({ writeOut: print, writeErr: () => {} });
}

/** Reads what was typed after `gongkai`; throws the refusal for bad use. */
export async function readCommandWords(
  words: readonly string[],
  commands: readonly CommandLine[],
  text: ProgramText,
): Promise<Asked> {
  let printed = '';
  let asked: Asked | undefined;
  const print = (piece: string) => {
    printed += piece;
  };
  const program = prepare(new Command('gongkai'), print);
  program.description('公开：县级政务公开平台').version(text.version, '-V, --version', '显示版本');
  const groups = new Map<string, Command>();

  function groupOf(first: string): Command {
    const known = groups.get(first);
    if (known !== undefined) return known;
    const group = prepare(program.command(first), print).description(text.groups[first] ?? '');
    groups.set(first, group);
    return group;
  }

  for (const command of commands) {
    const [first = '', second] = command.name.split(' ');
    const entry = second === undefined ? program.command(first) : groupOf(first).command(second);
    declareCommand(prepare(entry, print), command);
    entry.action(() => {
      const { json, debug, ...options } = entry.opts<Record<string, string | boolean | string[]>>();
      asked = {
        command,
        typed: { operands: entry.args, options },
        json: json === true,
        debug: debug === true,
      };
    });
  }

  try {
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return { print: printed };
    if (error.code !== 'commander.help') {
      const command = commandNameIn(words, commands);
      throw cliRefusals.refuse('cli.badUse', { why: sentenceOf(error), command });
    }
  }
  // Nothing or only a group was typed: a person wants to see what there is.
  return asked ?? { print: (groups.get(words[0] ?? '') ?? program).helpInformation() };
}

function declareCommand(entry: Command, command: CommandLine): void {
  entry.description(command.summary);
  for (const operand of command.operands) entry.argument(operand);
  const options = command.options.map(({ flags, description, repeatable }) => {
    const option = new Option(flags, description);
    // Not commander's own `<value...>`, which would swallow the operands behind it.
    return repeatable
      ? option.argParser((value, before: string[] | undefined) => [...(before ?? []), value])
      : option;
  });
  for (const option of options) entry.addOption(option);
  if (!options.some((option) => option.long === '--json')) entry.option('--json', '以 JSON 输出结果');
  entry.option('--debug', '出错时显示技术细节');
  entry.addHelpText('after', `\n${command.help.trimEnd()}`);
}

/** The command the words begin with, for the hint where help is found. */
function commandNameIn(words: readonly string[], commands: readonly CommandLine[]): string {
  const typed = words.filter((word) => !word.startsWith('-')).join(' ');
  const found = commands.find(({ name }) => typed === name || typed.startsWith(`${name} `));
  return found === undefined ? 'gongkai' : `gongkai ${found.name}`;
}
