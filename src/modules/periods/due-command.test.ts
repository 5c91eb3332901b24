import { describe, expect, test } from 'vitest';
import { commandInputOf } from '#kernel/cli/caller.ts';
import { readCommandWords } from '#kernel/cli/program.ts';
import { dueCommand } from './due-command.ts';
import { periodRules } from './law/register.ts';

const caller = {
  readFile: () => Promise.reject(new Error('no file is read')),
  createFile: () => Promise.reject(new Error('no file is written')),
  say: () => undefined,
  signal: new AbortController().signal,
};

async function due(...words: string[]) {
  const asked = await readCommandWords(['due', ...words], [dueCommand], { version: '0', groups: {} });
  if ('print' in asked) throw new Error('printed');
  return dueCommand.run(commandInputOf(asked.typed, caller));
}

describe('gongkai due', () => {
  test('answers with exactly the promised fields', async () => {
    const { data, exitCode } = await due('foi-reply', '--on', '2024-02-05', '--json');
    expect(data).toMatchObject({
      rule: 'foi-reply',
      due: '2024-03-08',
      target: null,
      provisional: false,
      unit: 'workingDay',
      counted: 20,
    });
    const keys = ['rule', 'due', 'target', 'provisional', 'unit', 'counted', 'skipped', 'because'];
    expect(Object.keys(Object(data))).toEqual(keys);
    expect(Reflect.get(Object(data), 'skipped')[0]).toEqual({ day: '2024-02-10', reason: '春节放假' });
    expect(exitCode).toBeUndefined();
  });

  test('takes pauses one by one, before or after the name', async () => {
    const spans = ['--suspend', '2025-04-28..2025-05-09', '--suspend', '2025-05-09..2025-05-16'];
    for (const words of [
      ['foi-reply', '--on', '2025-04-21', ...spans],
      ['--on', '2025-04-21', ...spans, 'foi-reply'],
    ]) {
      expect((await due(...words)).data).toMatchObject({ due: '2025-06-06' });
    }
  });

  test('prints the last moment of hours and the first lawful end of minimum periods', async () => {
    const hours = await due('emergency-information', '--on', '2025-10-03T22:15');
    expect(hours.data).toMatchObject({ due: '2025-10-04T03:15', unit: 'hour', counted: 5 });
    expect(hours.text).toContain('最后时刻：2025年10月4日（周六）03:15');
    const minimum = await due('land-pre-announcement', '--on', '2026-04-27');
    expect(minimum.text).toContain('最早结束日：2026年5月13日（周三）');
  });

  test('lists every rule with unit and article', async () => {
    const { data, text } = await due('--list');
    expect(Array.isArray(data) && data.length).toBe(periodRules.length);
    expect(text).toContain('foi-reply');
    expect(data).toContainEqual(expect.objectContaining({ rule: 'lawsuit-direct', unit: 'month' }));
  });

  test.each([
    [['foi-replay', '--on', '2024-02-05'], '没有名为“foi-replay”的期限'],
    [['foi-reply', '--on', '2025-02-30'], '“2025-02-30”不是有效的日期'],
    [['foi-reply', '--on', '2019-05-14'], '2019年5月14日没有生效的“政府信息公开申请答复”规定'],
    [['foi-reply', '--on', '2019-06-14'], '工作日历没有计算所需的日期'],
    [['foi-reply', '--on', '2024-02-05', '--extend', '21'], '不能延长21个工作日'],
    [['foi-reply', '--on', '2024-02-05', '--extend', 'x'], '不能延长'],
    [['message-reply', '--on', '2024-02-05', '--extend', '1'], '“网上留言答复”不能延长'],
    [['foi-reply', '--on', '2024-02-05', '--suspend', '2024-02-20..2024-02-19'], '前后颠倒'],
    [['foi-reply', '--on', '2024-02-05', '--suspend', '2024-02-20'], '不是有效的时间段'],
    [['emergency-information', '--on', '2024-02-05'], '按小时计算，须写明时刻'],
    [['foi-reply'], '命令写法有误'],
    [['--on', '2024-02-05'], '命令写法有误'],
  ])('%j is refused', async (words, what) => {
    await expect(due(...words)).rejects.toThrow(what);
    await expect(due(...words)).rejects.toMatchObject({ name: 'Refusal' });
  });
});
