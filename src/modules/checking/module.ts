/** What the module checking offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { checkTextCommand } from './check-command.ts';

export const checkingModule = defineModule({
  name: 'checking',
  title: '发布前检测',
  commands: [checkTextCommand],
});
