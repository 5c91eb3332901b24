import { describe, expect, test } from 'vitest';
import { Refusal } from '../refusal.ts';
import { answerOfError, answerOfOutput } from './answer.ts';
import type { PureCommandLine } from './command-line.ts';
import { readCommandWords } from './program.ts';

const read: PureCommandLine = {
  name: 'plan read',
  needs: 'nothing',
  summary: '读出任务',
  operands: ['<file>'],
  options: [{ flags: '--year <YYYY>', description: '年度' }],
  help: '示例：\n  gongkai plan read a.docx',
  run: async () => ({ text: '', data: null }),
};
const verify: PureCommandLine = { ...read, name: 'verify', operands: [], options: [] };

function ask(line: string) {
  return readCommandWords(line.split(' ').filter(Boolean), [read, verify], {
    version: '1.2.3',
    groups: { plan: '任务分解与督办' },
  });
}

async function sentenceFor(line: string): Promise<string> {
  const error = await ask(line).then(
    () => undefined,
    (refusal: unknown) => refusal,
  );
  if (!(error instanceof Refusal)) throw new Error(`${line} was not refused`);
  return answerOfError(error, { json: false, debug: false }).stderr;
}

async function printFor(line: string): Promise<string> {
  const asked = await ask(line);
  return 'print' in asked ? asked.print : '';
}

describe('what was typed', () => {
  test('becomes a command with operands, options and flags', async () => {
    expect(await ask('plan read a.docx --year 2026 --json')).toEqual({
      command: read,
      typed: { operands: ['a.docx'], options: { year: '2026' } },
      json: true,
      debug: false,
    });
  });

  test.each([
    ['plan read', '命令写法有误：缺少参数 <file>。运行 gongkai plan read --help 查看写法和示例。\n'],
    ['plan read a --yer 1', '命令写法有误：没有选项 --yer。运行 gongkai plan read --help 查看写法和示例。\n'],
    [
      'plan read a --year',
      '命令写法有误：选项 --year <YYYY> 后面缺少内容。运行 gongkai plan read --help 查看写法和示例。\n',
    ],
    ['plan read a b', '命令写法有误：参数太多。运行 gongkai plan read --help 查看写法和示例。\n'],
    ['plan rad', '命令写法有误：没有命令 rad。运行 gongkai --help 查看写法和示例。\n'],
    ['verif', '命令写法有误：没有命令 verif。运行 gongkai --help 查看写法和示例。\n'],
  ])('%s is refused in one sentence', async (line, sentence) => {
    expect(await sentenceFor(line)).toBe(sentence);
  });

  test('asks for help of the whole, of a group and of a command with its examples', async () => {
    expect(await printFor('')).toMatch(/用法：.*gongkai[\s\S]*plan\s+任务分解与督办/);
    expect(await printFor('--help')).toContain('verify');
    expect(await printFor('plan')).toContain('read <file>');
    expect(await printFor('plan read --help')).toMatch(
      /--year <YYYY>[\s\S]*--json[\s\S]*示例：\n {2}gongkai plan read a.docx/,
    );
    expect(await printFor('--version')).toBe('1.2.3\n');
  });
});

describe('what is answered', () => {
  test('text for people, data with --json, and the exit code of the command', () => {
    const output = { text: '两项', data: { n: 2 }, exitCode: 2 } as const;
    expect(answerOfOutput(output, false)).toEqual({ stdout: '两项\n', stderr: '', exitCode: 2 });
    expect(JSON.parse(answerOfOutput(output, true).stdout)).toEqual({ n: 2 });
  });

  test('a fault ends with 1 and an id, and shows its stack only with --debug', () => {
    const fault = new TypeError('x is not a function');
    const plain = answerOfError(fault, { json: false, debug: false });
    expect(plain.exitCode).toBe(1);
    expect(plain.stderr).toMatch(/^程序出错（编号 [0-9a-f]{8}）/);
    expect(plain.stderr).not.toContain('program.test.ts');
    expect(answerOfError(fault, { json: false, debug: true }).stderr).toContain('program.test.ts');
  });
});
