/** What the policy library offers to the house. */
import { defineModule } from '#kernel/module.ts';
import {
  itemOpennessChanged,
  itemReleased,
  itemSubmitted,
  itemWithdrawn,
} from '#modules/publishing/index.ts';
import { gazettesAddress, libraryAddress } from './addresses.ts';
import { policyDatasets } from './datasets.ts';
import { policyScreens } from './desk-screens.ts';
import { policyMeasures } from './measures.ts';
import { policyPermissions } from './permissions.ts';
import { listLibraryPages } from './queries/public-pages.ts';
import { documentReadCommand } from './read-command.ts';
import { policyFigures } from './report-figures.ts';
import { cleanupRoutes } from './routes/cleanup.ts';
import { documentRoutes } from './routes/documents.ts';
import { downloadRoutes } from './routes/downloads.ts';
import { gazetteRoutes } from './routes/gazette.ts';
import { policyPageRoutes } from './routes/pages.ts';
import { registrationRoutes } from './routes/registrations.ts';
import { seedLibraryWork, seedOfficialDocuments } from './seed.ts';
import { concludeCleanup } from './service/cleanup/publish-list.ts';
import { demandInterpretation } from './service/demand-interpretation.ts';
import { followVisibility, recordReleasedDocument } from './service/record-document.ts';
import { followInterpretation, recordInterpretation } from './service/record-interpretation.ts';
import { askLegalReview, requireRegistration } from './service/registration/follow-item.ts';
import { listPolicyTodos } from './todos.ts';
import { cleanupRefusals } from './words/cleanup.ts';
import { policyRefusals } from './words/documents.ts';
import { gazetteRefusals } from './words/gazette.ts';
import { registrationRefusals } from './words/registration.ts';

export const policiesModule = defineModule({
  name: 'policies',
  title: '政策文件库',
  dependsOn: ['organisation', 'periods', 'publishing'],
  refusals: [policyRefusals, cleanupRefusals, registrationRefusals, gazetteRefusals],
  permissions: policyPermissions,
  routes: [
    ...documentRoutes,
    ...cleanupRoutes,
    ...registrationRoutes,
    ...policyPageRoutes,
    ...downloadRoutes,
    ...gazetteRoutes,
  ],
  deskScreens: policyScreens,
  listeners: [
    itemSubmitted.listen(demandInterpretation),
    itemSubmitted.listen(askLegalReview),
    itemReleased.listen(requireRegistration),
    itemReleased.listen(recordReleasedDocument),
    itemReleased.listen(concludeCleanup),
    itemReleased.listen(recordInterpretation),
    itemOpennessChanged.listen(followVisibility),
    itemOpennessChanged.listen(followInterpretation),
    itemWithdrawn.listen(followVisibility),
    itemWithdrawn.listen(followInterpretation),
  ],
  listTodos: listPolicyTodos,
  measures: policyMeasures,
  reportFigures: policyFigures,
  datasets: policyDatasets,
  searchKinds: { document: '政策文件' },
  publicPages: { listParts: () => Promise.resolve(['documents']), listPages: listLibraryPages },
  portalEntries: [
    {
      door: 'policies',
      title: '政策文件库',
      description: '按发文机关、年份、主题、文种和有效性查找文件，看清每份文件现在是否有效。',
      address: libraryAddress(),
    },
    {
      door: 'policies',
      title: '政府公报',
      description: '历期公报的目录和全文，可以查找和下载。',
      address: gazettesAddress(),
    },
  ],
  commands: [documentReadCommand],
  seeds: [
    { name: '政策文件', run: seedOfficialDocuments },
    { name: '文件清理和公报', run: seedLibraryWork },
  ],
});
