/** `gongkai search WORDS…`, `gongkai index state|rebuild|measure`: what the desk offers, for the terminal. */
import type { App } from '#kernel/app.ts';
import type { AppCommandLine, CommandInput, CommandOutput } from '#kernel/cli/command-line.ts';
import { cliRefusals } from '#kernel/cli/refusals.ts';
import { askSearch } from './queries/ask.ts';
import { readIndexState } from './queries/desk.ts';
import { measureRanking, printRanking } from './queries/measure-ranking.ts';
import { rebuildIndex } from './service/rebuild.ts';
import { standingTitles } from './words.ts';

function listOption(given: CommandInput['options'][string] | undefined): string[] {
  if (given === undefined || typeof given === 'boolean') return [];
  return typeof given === 'string' ? [given] : [...given];
}

function readLimit(given: CommandInput['options'][string] | undefined): number {
  const limit = Number(given ?? 10);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit;
  throw cliRefusals.refuse('cli.badUse', { why: '--limit 是1至100的整数', command: 'gongkai search' });
}

async function findOnTerminal(app: App, input: CommandInput): Promise<CommandOutput> {
  const asked = {
    q: input.operands.join(' '),
    in: listOption(input.options.in),
    sort: input.options.day === true ? ('day' as const) : ('relevance' as const),
    limit: readLimit(input.options.limit),
  };
  const found = await askSearch(app, asked, { kind: 'public' });
  const head = found.isMeant ? [`没有找到“${asked.q}”，以下是“${found.meant}”的结果。`] : [];
  const lines = found.rows.map((row, index) => {
    const notes = [row.kindTitle, row.unitName, row.day].filter((note) => note !== null).join(' · ');
    const title = row.title.map(({ text }) => text).join('');
    return `${String(index + 1).padStart(3)}. ${title}\n     ${notes}\n     ${row.address}`;
  });
  return { text: [...head, `找到${found.total}条`, ...lines].join('\n'), data: found };
}

const findCommand: AppCommandLine = {
  name: 'search',
  needs: 'app',
  summary: '搜索已公开的内容',
  operands: ['<words...>'],
  options: [
    { flags: '--in <facet:value...>', description: '缩小范围，例如 year:2026、unit:县教育局' },
    { flags: '--day', description: '按日期排列，最新的在前' },
    { flags: '--limit <n>', description: '列出多少条，默认10' },
  ],
  help: `词与词之间空一格，表示都要出现；引号内的词语须连续出现；可直接输入文号。

示例：
  gongkai search 就业 补贴
  gongkai search 望政办发〔2026〕3号 --json
  gongkai search 预算 --in year:2026 --day`,
  run: findOnTerminal,
};

const stateCommand: AppCommandLine = {
  name: 'index state',
  needs: 'app',
  summary: '检索索引的状态',
  operands: [],
  options: [],
  help: '示例：\n  gongkai index state --json',
  async run(app) {
    const state = await readIndexState(app);
    return {
      text: [
        `内存索引：${standingTitles[state.standing]}，${state.documents}份，${state.segments}段，${state.megabytes} MB`,
        `数据库检索：${state.inDatabase}份`,
        `已收入到第${state.throughSeq}号变更，最新是第${state.lastSeq}号`,
      ].join('\n'),
      data: state,
    };
  },
};

const rebuildCommand: AppCommandLine = {
  name: 'index rebuild',
  needs: 'app',
  summary: '重建检索索引',
  operands: [],
  options: [],
  help: '从数据库重新生成；期间照常可以搜索。\n\n示例：\n  gongkai index rebuild',
  async run(app) {
    const recut = await rebuildIndex(app);
    const state = await readIndexState(app);
    return {
      text: `已重建：内存索引${state.documents}份，${state.megabytes} MB；数据库检索重新分词${recut}份。`,
      data: { ...state, recut },
    };
  },
};

const measureCommand: AppCommandLine = {
  name: 'index measure',
  needs: 'app',
  summary: '用评判过的问题衡量排序（nDCG@10）',
  operands: ['[file]'],
  options: [],
  help: `评判文件是 CSV：question,kind,title,grade（grade 为1至3，3最合适）；不写文件时用随程序提供的一份，对应示例县“望澜县”。

示例：
  gongkai index measure
  gongkai index measure 评判.csv --json`,
  async run(app, input) {
    const [file] = input.operands;
    const bytes = file === undefined ? undefined : (await input.readFile(file)).bytes;
    if (app.search.state().standing === 'off') await app.search.start();
    const measured = await measureRanking(app, bytes);
    return { text: printRanking(measured), data: measured };
  },
};

export const searchCommands = [findCommand, stateCommand, rebuildCommand, measureCommand];
