import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CommandInput } from '#kernel/cli/command-line.ts';
import { testCommandInput } from '#kernel/testing/command-input.ts';
import { planReadCommand } from './read-command.ts';

const plan = `2023年望澜县政务公开工作任务分解表

序号\t任务内容\t责任单位\t完成时限
1\t公开年度预算和决算，细化到项级科目。\t县财政局牵头，各部门配合\t9月底前
2\t及时公开行政执法结果。\t县司法局、县市场监督管理局\t全年
3\t每年培训不少于1次。\t县政府办公室\t年底前完成，长期坚持
`;

function inputGiven(text: string, name: string, options: CommandInput['options'] = {}): CommandInput {
  return testCommandInput({ operands: [name], options, files: { [name]: text } });
}

const printedPlan = z.object({
  title: z.string(),
  year: z.number(),
  tasks: z.array(
    z.object({
      no: z.number(),
      lead: z.array(z.string()),
      cooperating: z.array(z.string()),
      deadline: z.object({ kind: z.string(), date: z.string(), thenOngoing: z.boolean() }),
      quotas: z.array(z.object({ count: z.number() })),
      source: z.object({ line: z.number() }),
    }),
  ),
});

describe('gongkai plan read', () => {
  it('prints the documented shape as data and a table for people', async () => {
    const output = await planReadCommand.run(inputGiven(plan, 'plan.txt'));
    expect(output.exitCode ?? 0).toBe(0);
    const data = printedPlan.parse(output.data);
    expect(data.year).toBe(2023);
    expect(data.tasks.map((task) => task.deadline)).toEqual([
      { kind: 'date', date: '2023-09-30', thenOngoing: false },
      { kind: 'allYear', date: '2023-12-31', thenOngoing: false },
      { kind: 'date', date: '2023-12-31', thenOngoing: true },
    ]);
    expect(data.tasks[0]).toMatchObject({
      no: 1,
      lead: ['县财政局'],
      cooperating: ['各部门'],
      source: { line: 4 },
    });
    expect(output.text).toContain('共3项任务');
    expect(output.text).toContain('2023-12-31，此后持续');
  });

  it('takes the year a person gives', async () => {
    const output = await planReadCommand.run(
      inputGiven(plan.replace('2023年', ''), 'plan.txt', { year: '2021' }),
    );
    expect(printedPlan.parse(output.data).tasks[0]?.deadline.date).toBe('2021-09-30');
  });

  it.each([
    ['an empty file', '', {}],
    ['a text that is no plan', '今天下午召开了工作会议，会议听取了汇报。', {}],
    ['a bad year', plan, { year: '二三' }],
  ])('refuses %s with a sentence and exit code 2', async (_what, text, options) => {
    const output = await planReadCommand.run(inputGiven(text, 'plan.txt', options));
    expect(output.exitCode).toBe(2);
    expect(output.text).toMatch(/\p{Script=Han}{4}/u);
  });
});
