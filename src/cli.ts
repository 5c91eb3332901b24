/** Composition root of the command line `gongkai`: gathers the commands, runs one, answers on the terminal. */
import fs from 'node:fs';
import path from 'node:path';
import { answerOfError, answerOfOutput } from '#kernel/cli/answer.ts';
import { callerHere } from '#kernel/cli/caller.ts';
import type { CommandLine, InstallationCommandLine } from '#kernel/cli/command-line.ts';
import { gatherCommands } from '#kernel/cli/gather-commands.ts';
import { readCommandWords } from '#kernel/cli/program.ts';
import { cliRefusals } from '#kernel/cli/refusals.ts';
import { runCommand } from '#kernel/cli/run-command.ts';
import { readConfig } from '#kernel/config.ts';
import type { Manifest } from '#kernel/module.ts';
import { installationRoot } from '#kernel/worker-entry.ts';

/** First words of commands that are not the name of a module. */
const groupTitles = {
  user: '工作人员的账号',
  calendar: '工作日历',
  audit: '操作记录',
  check: '发布前检测',
  report: '政府信息公开工作年度报告',
  index: '检索索引',
};

const startCommand: InstallationCommandLine = {
  name: 'start',
  needs: 'installation',
  summary: '启动服务',
  operands: [],
  options: [{ flags: '--seed', description: '数据库是空的时候装入示例县“望澜县”' }],
  help: `默认使用内嵌数据库，只监听本机 8080 端口；用环境变量改变：
  DATABASE_URL、GONGKAI_DATA、GONGKAI_HOST、GONGKAI_PORT（详见 docs/operator-guide.md）。

示例：
  gongkai start
  GONGKAI_PORT=9000 gongkai start --seed`,
  async run({ config }, input) {
    const { serveInstallation } = await import('./server.ts');
    const { FolderInUse } = await import('#kernel/db/folder-lock.ts');
    try {
      const node = await serveInstallation(config, {
        seedIfEmpty: input.options.seed === true,
        say: input.say,
      });
      process.stdout.write(
        `公开平台已启动：${node.address}/  工作台：${node.address}/desk  （按 Ctrl-C 停止）\n`,
      );
      if (!input.signal.aborted) {
        await new Promise((resolve) => input.signal.addEventListener('abort', resolve, { once: true }));
      }
      await node.close();
      return { text: '已停止。', data: { stopped: true } };
    } catch (error) {
      if (!(error instanceof FolderInUse)) throw error;
      throw cliRefusals.refuse('cli.folderHeld', { folder: config.dataFolder, pid: error.pid });
    }
  },
};

/**
 * Commands without data that are asked many times by other programs: read without loading the modules, which takes
 * several times as long as the answer. Each is offered by its module's manifest as well.
 */
const quickCommands: Readonly<Record<string, () => Promise<CommandLine>>> = {
  due: async () => (await import('#modules/periods/due-command.ts')).dueCommand,
};

interface Offer {
  readonly modules: readonly Manifest[];
  readonly commands: readonly CommandLine[];
}

async function loadOffer(firstWord: string | undefined): Promise<Offer> {
  const quick = Object.entries(quickCommands).find(([name]) => name === firstWord)?.[1];
  if (quick !== undefined) return { modules: [], commands: [await quick()] };
  const { modules } = await import('./modules.ts');
  return { modules, commands: [startCommand, ...gatherCommands(modules)] };
}

function programVersion(): string {
  const text = fs.readFileSync(path.join(installationRoot(), 'package.json'), 'utf8');
  const version: unknown = Reflect.get(Object(JSON.parse(text)), 'version');
  return String(version);
}

async function runCommandLine(words: readonly string[]): Promise<void> {
  const controller = new AbortController();
  const options = { json: words.includes('--json'), debug: words.includes('--debug') };
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signals += 1;
      // The second time the person means it.
      if (signals > 1) process.exit(130);
      controller.abort(cliRefusals.refuse('cli.cancelled', {}));
    });
  }
  const { modules, commands } = await loadOffer(words[0]);
  const answer = await readCommandWords(words, commands, {
    version: programVersion(),
    groups: { ...Object.fromEntries(modules.map((module) => [module.name, module.title])), ...groupTitles },
  })
    .then(async (asked) => {
      if ('print' in asked) return { stdout: asked.print, stderr: '', exitCode: 0 };
      const caller = callerHere(controller.signal);
      const place = { readConfig, modules };
      return answerOfOutput(await runCommand(place, asked.command, asked.typed, caller), asked.json);
    })
    .catch((error: unknown) => answerOfError(error, options));
  process.stderr.write(answer.stderr);
  process.exitCode = answer.exitCode;
  process.stdout.write(answer.stdout);
}

await runCommandLine(process.argv.slice(2));
