/** What the policy library offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { documentReadCommand } from './read-command.ts';

export const policiesModule = defineModule({
  name: 'policies',
  title: '政策文件库',
  dependsOn: ['organisation'],
  commands: [documentReadCommand],
});
