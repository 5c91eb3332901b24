/** Shapes of what goes in and out of the organisation module over HTTP; browser-safe. */
import { z } from 'zod';
import { officerRoles } from '#kernel/actor.ts';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import { aliasKinds, jurisdictionLevels, unitKinds } from '../rules/kinds.ts';
import type { UnitMatch } from '../rules/match.ts';
import { issuingCodeSchema } from './issuing-codes.ts';

export {
  type AliasKind,
  aliasKinds,
  type JurisdictionLevel,
  jurisdictionLevels,
  type UnitKind,
  unitKinds,
} from '../rules/kinds.ts';
export type { UnitMatch } from '../rules/match.ts';

const nameSchema = z.string().trim().min(2, '名称至少两个字').max(100, '名称不超过100个字');
const codeSchema = z
  .string()
  .trim()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '代码由小写字母、数字和连字符组成')
  .max(60);

// —— Jurisdiction ——

export const jurisdictionSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  level: z.enum(jurisdictionLevels),
  parentName: z.string().nullable(),
});
export type JurisdictionView = z.infer<typeof jurisdictionSchema>;

// —— Units ——

export const unitRowSchema = z.object({
  id: idSchema,
  code: z.string(),
  kind: z.enum(unitKinds),
  name: z.string(),
  shortName: z.string(),
  parentId: idSchema.nullable(),
  /** Short name of the parent. */
  parentName: z.string().nullable(),
  active: z.boolean(),
  activeFrom: dayText.nullable(),
  /** The first day on which the unit is no longer active. */
  activeUntil: dayText.nullable(),
  childCount: z.number().int(),
  officerCount: z.number().int(),
});
export type UnitRow = z.infer<typeof unitRowSchema>;

export const unitQuerySchema = z.object({
  ...pageQuery([z.number().int()]),
  kind: z.enum(unitKinds).optional(),
  parentId: idSchema.optional(),
  /** Part of a name, short name or alias. */
  text: z.string().trim().max(100).optional(),
  active: flagQuery.optional(),
});
export type UnitQuery = z.infer<typeof unitQuerySchema>;
export const unitPageSchema = pageReply(unitRowSchema);

/** A node of the tree: every active unit, parents before children, in the customary order. */
export const unitNodeSchema = z.object({
  id: idSchema,
  parentId: idSchema.nullable(),
  kind: z.enum(unitKinds),
  name: z.string(),
  shortName: z.string(),
  /** Other names in use and the pinyin initials of all names, for pickers. */
  search: z.array(z.string()),
});
export type UnitNode = z.infer<typeof unitNodeSchema>;
export const unitTreeSchema = z.object({ units: z.array(unitNodeSchema) });

export const aliasSchema = z.object({
  id: idSchema,
  name: z.string(),
  kind: z.enum(aliasKinds),
  validFrom: dayText.nullable(),
  /** The first day on which the name is no longer in use. */
  validUntil: dayText.nullable(),
});
export type AliasView = z.infer<typeof aliasSchema>;

export const grantSchema = z.object({
  id: idSchema,
  role: z.enum(officerRoles),
  unitId: idSchema,
  unitName: z.string(),
  grantedAt: instantText,
});
export type GrantView = z.infer<typeof grantSchema>;

export const officerRowSchema = z.object({
  id: idSchema,
  name: z.string(),
  position: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  /** In office as the unit's 政务公开联络员. */
  liaison: z.boolean(),
  active: z.boolean(),
  grants: z.array(grantSchema),
});
export type OfficerRow = z.infer<typeof officerRowSchema>;

export const historyEntrySchema = z.object({
  seq: z.number().int(),
  at: instantText,
  actorName: z.string(),
  action: z.string(),
  summary: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

export const unitDetailSchema = unitRowSchema.extend({
  /** From the root down to the parent. */
  path: z.array(z.object({ id: idSchema, shortName: z.string() })),
  aliases: z.array(aliasSchema),
  issuingCodes: z.array(issuingCodeSchema),
  collectives: z.array(z.object({ id: idSchema, phrase: z.string() })),
  officers: z.array(officerRowSchema),
  /** Newest first, at most 50. */
  history: z.array(historyEntrySchema),
});
export type UnitDetail = z.infer<typeof unitDetailSchema>;

export const createUnitSchema = z.object({
  code: codeSchema.optional(),
  kind: z.enum(unitKinds),
  name: nameSchema,
  shortName: nameSchema.optional(),
  parentId: idSchema.nullable(),
  activeFrom: daySchema.optional(),
  aliases: z
    .array(z.object({ name: nameSchema, kind: z.enum(aliasKinds) }))
    .max(50)
    .optional(),
});
export type CreateUnitInput = z.infer<typeof createUnitSchema>;

export const changeUnitSchema = z.object({
  kind: z.enum(unitKinds).optional(),
  name: nameSchema.optional(),
  shortName: nameSchema.optional(),
  parentId: idSchema.optional(),
  /** Keeps the former name as an alias, so that older documents still match. */
  keepFormerName: z.boolean().default(true),
});
export type ChangeUnitInput = z.infer<typeof changeUnitSchema>;

const reasonSchema = z.string().trim().min(2, '请写明原因').max(500);
export const deactivateUnitSchema = z.object({ reason: reasonSchema });
export const addAliasSchema = z.object({
  name: nameSchema,
  kind: z.enum(aliasKinds),
  validFrom: daySchema.optional(),
  validUntil: daySchema.optional(),
});
export const endAliasSchema = z.object({ validUntil: daySchema });

// —— Collective phrases ——

export const collectiveSchema = z.object({
  id: idSchema,
  phrase: z.string(),
  aliases: z.array(z.string()),
  /** Stands for every active unit of these kinds, besides the listed ones. */
  kinds: z.array(z.enum(unitKinds)),
  /** Units listed one by one. */
  memberIds: z.array(idSchema),
  /** The units it stands for today: listed ones and those of the kinds. */
  units: z.array(z.object({ id: idSchema, shortName: z.string() })),
  /** Names units by their part in the matter at hand (政策起草单位): a person decides for each task. */
  dependsOnTask: z.boolean(),
});
export type CollectiveView = z.infer<typeof collectiveSchema>;
export const collectivesSchema = z.object({ rows: z.array(collectiveSchema) });

export const collectiveMembersSchema = z.object({
  memberIds: z.array(idSchema).max(1000),
  kinds: z.array(z.enum(unitKinds)).default([]),
  dependsOnTask: z.boolean().default(false),
});
export const createCollectiveSchema = collectiveMembersSchema.extend({
  phrase: nameSchema,
  aliases: z.array(nameSchema).max(50).default([]),
});
export type CreateCollectiveInput = z.infer<typeof createCollectiveSchema>;
export const setCollectiveAliasesSchema = z.object({ aliases: z.array(nameSchema).max(50) });

// —— Matching a printed name ——

const matchedUnit = { unitId: idSchema, unitName: z.string(), shortName: z.string() };
export const unitMatchSchema: z.ZodType<UnitMatch> = z.discriminatedUnion('kind', [
  /** The full name. */
  z.object({ kind: z.literal('exact'), ...matchedUnit }),
  z.object({ kind: z.literal('shortName'), ...matchedUnit, reason: z.string() }),
  z.object({ kind: z.literal('alias'), ...matchedUnit, aliasKind: z.enum(aliasKinds), reason: z.string() }),
  /** Similar names, the best first: a person decides. */
  z.object({
    kind: z.literal('near'),
    candidates: z.array(z.object({ ...matchedUnit, reason: z.string(), likeness: z.number() })),
  }),
  z.object({
    kind: z.literal('collective'),
    collectiveId: idSchema,
    phrase: z.string(),
    unitIds: z.array(idSchema),
    dependsOnTask: z.boolean(),
  }),
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
]);
export const matchNamesSchema = z.object({
  names: z.array(z.string().trim().min(1).max(200)).min(1).max(500),
});
export const nameMatchesSchema = z.object({
  matches: z.array(z.object({ printedName: z.string(), match: unitMatchSchema })),
});
export const rememberAliasSchema = z.object({ printedName: nameSchema, unitId: idSchema });

// —— Officers and roles ——

export const officerQuerySchema = z.object({
  ...pageQuery([idSchema]),
  unitId: idSchema.optional(),
  role: z.enum(officerRoles).optional(),
  text: z.string().trim().max(50).optional(),
  liaison: flagQuery.optional(),
  active: flagQuery.optional(),
});
export type OfficerQuery = z.infer<typeof officerQuerySchema>;
export const officerPageSchema = pageReply(officerRowSchema);
export const officerDetailSchema = officerRowSchema.extend({ history: z.array(historyEntrySchema) });
export type OfficerDetail = z.infer<typeof officerDetailSchema>;

const personName = z.string().trim().min(2, '请填写姓名').max(50);
const positionName = z.string().trim().max(100);
export const createOfficerSchema = z.object({
  name: personName,
  unitId: idSchema,
  position: positionName.default(''),
});
export type CreateOfficerInput = z.infer<typeof createOfficerSchema>;
export const changeOfficerSchema = z.object({
  name: personName.optional(),
  /** Moving to another unit ends the roles held in the former one. */
  unitId: idSchema.optional(),
  position: positionName.optional(),
});
export type ChangeOfficerInput = z.infer<typeof changeOfficerSchema>;
export const deactivateOfficerSchema = z.object({ reason: reasonSchema });
export const grantRoleSchema = z.object({ role: z.enum(officerRoles), unitId: idSchema });
export const revokeRoleSchema = z.object({ reason: reasonSchema });

export const createdSchema = z.object({ id: idSchema });
