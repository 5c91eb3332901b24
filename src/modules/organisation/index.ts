/** The door of the register: what other modules may ask of it and do with it. */
export type {
  CollectiveView,
  CreateCollectiveInput,
  CreateOfficerInput,
  CreateUnitInput,
  JurisdictionView,
  OfficerRow,
  UnitKind,
  UnitMatch,
} from './contract/register.ts';
export {
  type ActingOfficer,
  actorOfOfficer,
  findActingOfficer,
  findOfficerActor,
  grantsOf,
} from './queries/acting-officers.ts';
export {
  type DutyOfficers,
  listGroupOfficers,
  listSupervisors,
  mapDutyOfficers,
} from './queries/duty-officers.ts';
export { listOfficersWithEmail, mapOfficerEmails } from './queries/email.ts';
export { listCodesOfUnit } from './queries/issuing-codes.ts';
export { listLiaisonsOfUnits } from './queries/liaisons.ts';
export { type DatedCode, listNamedUnits } from './queries/name-list.ts';
export {
  findOfficer,
  findOfficerRows,
  listOfficerIds,
  listRoleHolders,
  type OfficerSummary,
} from './queries/officer-screens.ts';
export {
  expandCollective,
  findJurisdiction,
  findUnit,
  findUnitByCode,
  getHomeJurisdictionId,
  keepUnitsOf,
  listCollectives,
  listJurisdictions,
  listUnits,
  matchUnit,
  matchUnits,
  nameUnits,
  type UnitRecord,
} from './queries/register.ts';
export {
  addDecision,
  addDecisionProof,
  dropDecision,
  reportDecision,
  returnDecision,
} from './service/decisions.ts';
export { endDuty, nameDutyHolder } from './service/duties.ts';
export { setOfficerEmail } from './service/email.ts';
export { addHandoverItem, tickWholeHandover } from './service/handover/items.ts';
export { signHandover } from './service/handover/sign.ts';
export { startHandover } from './service/handover/start.ts';
export { addIssuingCode, endIssuingCode } from './service/issuing-codes.ts';
export { openJurisdiction, renameJurisdiction } from './service/jurisdictions.ts';
export {
  appointGroupMember,
  endGroupMembership,
  establishLeadingGroup,
} from './service/leading-groups.ts';
export { appointLiaison, changeLiaison, endLiaison } from './service/liaison/appoint.ts';
export { acceptLiaisonFiling, fileLiaison, returnLiaisonFiling } from './service/liaison/filing.ts';
export {
  cancelMeeting,
  holdMeeting,
  inviteToMeeting,
  planMeeting,
  recordHearings,
  recordMinutes,
} from './service/meetings.ts';
export {
  addUnitAlias,
  type CollectiveMembersInput,
  createCollective,
  rememberAlias,
  setCollectiveMembers,
} from './service/names.ts';
export { createOfficer, deactivateOfficer, grantRole } from './service/officers.ts';
export {
  closeOutlet,
  noteBudget,
  registerOutlet,
  setYearlyMinimum,
  signResponsibility,
} from './service/safeguards.ts';
export {
  addTrainingMaterial,
  cancelTraining,
  holdTraining,
  planTraining,
  recordAttendance,
} from './service/trainings.ts';
export { changeUnit, createUnit } from './service/units.ts';
