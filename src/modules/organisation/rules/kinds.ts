/** The closed lists of the register. Pure; browser-safe. */

export const jurisdictionLevels = ['province', 'city', 'county', 'district', 'countyCity'] as const;
export type JurisdictionLevel = (typeof jurisdictionLevels)[number];

export const unitKinds = [
  'government',
  'leadingGroup',
  'department',
  'partyOffice',
  /** A body of a higher level with its seat here: tax, environment. */
  'branch',
  'institution',
  'publicEnterprise',
  'town',
  'street',
  'village',
  'community',
] as const;
export type UnitKind = (typeof unitKinds)[number];

export const aliasKinds = [
  /** 简称或习惯写法. */
  'shortForm',
  /** 加挂牌子: a further official name of the same body. */
  'doubleName',
  /** 曾用名. */
  'formerName',
  /** A printed name that a person once matched by hand. */
  'remembered',
] as const;
export type AliasKind = (typeof aliasKinds)[number];
