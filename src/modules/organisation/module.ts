/** The manifest of the register. */
import { defineModule } from '#kernel/module.ts';
import { organisationDatasets } from './datasets.ts';
import { organisationDeskScreens } from './desk-screens.ts';
import { listOrganisationHandoverItems } from './handover-items.ts';
import { organisationMeasures } from './measures/all.ts';
import { organisationPermissions } from './permissions.ts';
import { listJurisdictions } from './queries/register.ts';
import { emailRoutes } from './routes/email.ts';
import { handoverRoutes } from './routes/handovers.ts';
import { issuingCodeRoutes } from './routes/issuing-codes.ts';
import { leadingGroupRoutes } from './routes/leading-groups.ts';
import { liaisonRoutes } from './routes/liaisons.ts';
import { meetingRoutes } from './routes/meetings.ts';
import { nameRoutes } from './routes/names.ts';
import { officerRoutes } from './routes/officers.ts';
import { safeguardRoutes } from './routes/safeguards.ts';
import { trainingPaperRoutes } from './routes/training-papers.ts';
import { trainingRoutes } from './routes/trainings.ts';
import { unitRoutes } from './routes/units.ts';
import { seedIssuingCodes, seedLiaisons, seedRegister } from './seed.ts';
import { seedHandover } from './seed-handover.ts';
import { seedBudgets, seedMinimums, seedOutlets, seedUnitDuties } from './seed-safeguards.ts';
import { seedLeadingGroup, seedTrainings } from './seed-year.ts';
import { listOrganisationTodos } from './todos.ts';
import { issuingCodeRefusals } from './words/issuing-codes.ts';
import { liaisonRefusals } from './words/liaison.ts';
import { meetingRefusals } from './words/meetings.ts';
import { organisationRefusals } from './words/register.ts';
import { safeguardRefusals } from './words/safeguards.ts';
import { trainingRefusals } from './words/training.ts';

export const organisation = defineModule({
  name: 'organisation',
  title: '机构与人员',
  permissions: organisationPermissions,
  refusals: [
    organisationRefusals,
    issuingCodeRefusals,
    trainingRefusals,
    meetingRefusals,
    liaisonRefusals,
    safeguardRefusals,
  ],
  routes: [
    ...unitRoutes,
    ...nameRoutes,
    ...issuingCodeRoutes,
    ...officerRoutes,
    ...emailRoutes,
    ...trainingRoutes,
    ...trainingPaperRoutes,
    ...leadingGroupRoutes,
    ...meetingRoutes,
    ...liaisonRoutes,
    ...handoverRoutes,
    ...safeguardRoutes,
  ],
  measures: organisationMeasures,
  deskScreens: organisationDeskScreens,
  seeds: [
    { name: '望澜县的机构、名称、人员和角色', run: seedRegister },
    { name: '各单位的发文机关代字', run: seedIssuingCodes },
    { name: '各单位的政务公开联络员', run: seedLiaisons },
    { name: '联络员交接', run: seedHandover },
    { name: '政务公开领导小组和会议', run: seedLeadingGroup },
    { name: '业务培训', run: seedTrainings },
    { name: '分管领导和工作机构', run: seedUnitDuties },
    { name: '经费保障', run: seedBudgets },
    { name: '网络意识形态责任制台账', run: seedOutlets },
    { name: '年度最低要求', run: seedMinimums },
  ],
  datasets: organisationDatasets,
  listTodos: listOrganisationTodos,
  listHandoverItems: listOrganisationHandoverItems,
  searchKinds: { unit: '单位' },
  findSiteName: async (db) => (await listJurisdictions(db))[0]?.name,
});
