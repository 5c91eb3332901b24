/** The door of the register: what other modules may ask of it and do with it. */
export type {
  CollectiveView,
  CreateCollectiveInput,
  CreateOfficerInput,
  CreateUnitInput,
  JurisdictionView,
  UnitKind,
  UnitMatch,
} from './contract.ts';
export {
  expandCollective,
  findJurisdiction,
  findUnit,
  findUnitByCode,
  getHomeJurisdictionId,
  listCollectives,
  listJurisdictions,
  listUnits,
  loadUnitTree,
  matchUnit,
  matchUnits,
  nameUnits,
  type UnitRecord,
} from './queries/register.ts';
export { type UnitTree, unitReach } from './rules/tree.ts';
export {
  addUnitAlias,
  type CollectiveMembersInput,
  createCollective,
  rememberAlias,
  setCollectiveMembers,
} from './service/names.ts';
export { createOfficer, grantRole } from './service/officers.ts';
export { changeUnit, createUnit, openJurisdiction, renameJurisdiction } from './service/units.ts';
