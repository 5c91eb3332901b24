/** `gongkai seed`. */
import type { AppCommandLine } from '../command-line.ts';

export const seedCommand: AppCommandLine = {
  name: 'seed',
  needs: 'app',
  summary: '装入虚构的示例县“望澜县”（单位、人员、任务分解表）',
  operands: [],
  options: [],
  help: `重复运行不会产生重复数据。正式使用的数据库请不要装入示例数据。

示例：
  gongkai seed
  gongkai seed --json`,
  async run(app, input) {
    const { seedCounty } = await import('../../seeding.ts');
    const steps = await seedCounty(app, (step) => input.say(`正在装入：${step}`));
    return { text: `已装入示例数据，共 ${steps.length} 步。`, data: { steps } };
  },
};
