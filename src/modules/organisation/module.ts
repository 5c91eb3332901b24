/** The manifest of the register. */
import { defineModule } from '#kernel/module.ts';
import { organisationPermissions } from './permissions.ts';
import { organisationRefusals } from './words.ts';

export const organisation = defineModule({
  name: 'organisation',
  title: '机构与人员',
  permissions: organisationPermissions,
  refusals: [organisationRefusals],
  searchKinds: { unit: '单位' },
});
