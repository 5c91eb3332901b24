/** What the policy library offers to the house. */
import { defineModule } from '#kernel/module.ts';
import {
  itemOpennessChanged,
  itemReleased,
  itemSubmitted,
  itemWithdrawn,
} from '#modules/publishing/index.ts';
import { libraryAddress } from './addresses.ts';
import { policyScreens } from './desk-screens.ts';
import { policyPermissions } from './permissions.ts';
import { listLibraryPages } from './queries/public-pages.ts';
import { documentReadCommand } from './read-command.ts';
import { documentRoutes } from './routes/documents.ts';
import { policyPageRoutes } from './routes/pages.ts';
import { seedOfficialDocuments } from './seed.ts';
import { demandInterpretation } from './service/demand-interpretation.ts';
import { followVisibility, recordReleasedDocument } from './service/record-document.ts';
import { policyRefusals } from './words.ts';

export const policiesModule = defineModule({
  name: 'policies',
  title: '政策文件库',
  dependsOn: ['organisation', 'publishing'],
  refusals: [policyRefusals],
  permissions: policyPermissions,
  routes: [...documentRoutes, ...policyPageRoutes],
  deskScreens: policyScreens,
  listeners: [
    itemSubmitted.listen(demandInterpretation),
    itemReleased.listen(recordReleasedDocument),
    itemOpennessChanged.listen(followVisibility),
    itemWithdrawn.listen(followVisibility),
  ],
  searchKinds: { document: '政策文件' },
  publicPages: { listParts: () => Promise.resolve(['documents']), listPages: listLibraryPages },
  portalEntries: [
    {
      door: 'policies',
      title: '政策文件库',
      description: '按发文机关、年份、主题、文种和有效性查找文件，看清每份文件现在是否有效。',
      address: libraryAddress(),
    },
  ],
  commands: [documentReadCommand],
  seeds: [{ name: '政策文件', run: seedOfficialDocuments }],
});
