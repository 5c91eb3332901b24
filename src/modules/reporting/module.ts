/** What the module reporting offers to the house. */
import { defineModule } from '#kernel/module.ts';
import { checkReportCommand, reportSchemaCommand } from './check-command.ts';
import { reportingRefusals } from './refusals.ts';

export const reportingModule = defineModule({
  name: 'reporting',
  title: '年报与考核',
  refusals: [reportingRefusals],
  commands: [checkReportCommand, reportSchemaCommand],
});
