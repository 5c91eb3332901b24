/** What the module of the law's periods offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { dueCommand } from './due-command.ts';
import { periodRefusals } from './words.ts';

export const periodsModule = defineModule({
  name: 'periods',
  title: '法定期限',
  dependsOn: ['organisation'],
  refusals: [periodRefusals],
  commands: [dueCommand],
});
