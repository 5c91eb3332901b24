/** Shapes of what goes in and out of the access module over HTTP; browser-safe. */
import { z } from 'zod';
import { officerRoles } from '#kernel/actor.ts';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { deskGroups } from '#kernel/module.ts';
import { flagQuery, idSchema, instantText } from '#kernel/schema.ts';
import { sessionStages } from './rules/session.ts';

/** Checked by the rules, with a sentence for each fault; here only what keeps hashing cheap. */
const passwordSchema = z.string().min(1, '请填写密码').max(200, '密码不超过200个字符');
export const loginNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{2,39}$/, '账号名为3至40位小写字母、数字、点、横线，以字母开头');
/** Six digits of the authenticator, or a recovery code. */
const codeSchema = z.string().trim().min(6).max(40);

// —— Signing in ——

export type { SessionStage } from './rules/session.ts';

export const signInSchema = z.object({
  loginName: z.string().trim().min(1).max(60),
  password: passwordSchema,
});
export const signInReplySchema = z.object({ stage: z.enum(sessionStages) });
export const secondFactorSchema = z.object({ code: codeSchema });
export const changePasswordSchema = z.object({
  currentPassword: passwordSchema,
  newPassword: passwordSchema,
});

/** GET /sign-in/options (public): what the sign-in page offers. */
export const signInOptionsSchema = z.object({
  singleSignOn: z.object({ label: z.string(), address: z.string() }).nullable(),
});

// —— /me ——

/** 'all': every unit; else the ids of the units the permission reaches. Absent codes are not held. */
export const permissionMapSchema = z.record(z.string(), z.union([z.literal('all'), z.array(idSchema)]));
export type PermissionMap = z.infer<typeof permissionMapSchema>;

/** GET /me (public: answers for a visitor too). */
export const meSchema = z.object({
  stage: z.enum(sessionStages),
  /** Present in every stage but `signedOut` and `secondFactorNeeded`. */
  officer: z
    .object({
      id: idSchema,
      name: z.string(),
      position: z.string(),
      loginName: z.string(),
      accountId: idSchema,
    })
    .nullable(),
  jurisdiction: z.object({ id: idSchema, name: z.string() }).nullable(),
  /** The officer's own unit first, then those of the roles. */
  units: z.array(z.object({ id: idSchema, name: z.string(), shortName: z.string() })),
  grants: z.array(z.object({ role: z.enum(officerRoles), unitId: idSchema, unitName: z.string() })),
  permissions: permissionMapSchema,
  /** The desk screens this officer may open, as the manifests declare them. */
  screens: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      path: z.string(),
      group: z.enum(deskGroups),
      inMenu: z.boolean(),
    }),
  ),
  mustChangePassword: z.boolean(),
  secondFactor: z.object({ enrolled: z.boolean(), required: z.boolean() }),
});
export type Me = z.infer<typeof meSchema>;

// —— Own account ——

export const enrolmentSchema = z.object({
  /** For typing by hand, in groups of four. */
  secret: z.string(),
  otpauthUri: z.string(),
  /** An SVG document. */
  qrSvg: z.string(),
});
export const confirmEnrolmentSchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^\d{6}$/, '请填写六位数字'),
});
/** Shown once. */
export const recoveryCodesSchema = z.object({ recoveryCodes: z.array(z.string()) });
export const passwordProofSchema = z.object({ password: passwordSchema });

export const sessionRowSchema = z.object({
  id: idSchema,
  current: z.boolean(),
  startedAt: instantText,
  lastUsedAt: instantText,
  endsAt: instantText,
  address: z.string(),
  /** Browser and system in a few words. */
  device: z.string(),
  means: z.enum(['password', 'singleSignOn']),
});
export type SessionRow = z.infer<typeof sessionRowSchema>;
export const sessionsSchema = z.object({ rows: z.array(sessionRowSchema) });

// —— Accounts, for the administrators ——

export const accountStates = ['active', 'locked', 'noPassword', 'closed'] as const;
export type AccountState = (typeof accountStates)[number];

export const accountRowSchema = z.object({
  id: idSchema,
  loginName: z.string(),
  officerId: idSchema,
  officerName: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  state: z.enum(accountStates),
  /** Failed attempts in a row put a growing delay before the next one. */
  blockedUntil: instantText.nullable(),
  mustChangePassword: z.boolean(),
  secondFactorEnrolled: z.boolean(),
  secondFactorRequired: z.boolean(),
  lastSignedInAt: instantText.nullable(),
  sessionCount: z.number().int(),
  createdAt: instantText,
});
export type AccountRow = z.infer<typeof accountRowSchema>;
export const accountQuerySchema = z.object({
  ...pageQuery([idSchema]),
  text: z.string().trim().max(50).optional(),
  unitId: idSchema.optional(),
  state: z.enum(accountStates).optional(),
  secondFactor: flagQuery.optional(),
});
export type AccountQuery = z.infer<typeof accountQuerySchema>;
export const accountPageSchema = pageReply(accountRowSchema);

export const createAccountSchema = z.object({ officerId: idSchema, loginName: loginNameSchema });
/** Shown once; the officer must change it at the first sign-in. */
export const issuedPasswordSchema = z.object({
  accountId: idSchema,
  loginName: z.string(),
  initialPassword: z.string(),
});
export type IssuedPassword = z.infer<typeof issuedPasswordSchema>;
export const accountReasonSchema = z.object({ reason: z.string().trim().min(2, '请写明原因').max(500) });

// —— The first administrator hands over ——

const personSchema = z.object({
  name: z.string().trim().min(2).max(50),
  position: z.string().trim().max(100).default(''),
  loginName: loginNameSchema,
});
export const handOverSchema = z.object({
  jurisdiction: z.object({
    name: z.string().trim().min(2).max(50),
    level: z.enum(['province', 'city', 'county', 'district', 'countyCity']),
    parentName: z.string().trim().max(50).optional(),
  }),
  /** 某县人民政府: the root of the unit tree. */
  governmentName: z.string().trim().min(4).max(100),
  /** 某县人民政府办公室: the unit the three people are entered in. */
  officeName: z.string().trim().min(4).max(100),
  systemAdministrator: personSchema,
  securityAdministrator: personSchema,
  auditor: personSchema,
});
export type HandOverInput = z.infer<typeof handOverSchema>;
/** Shown once: the three one-time passwords. The session of the first administrator has ended. */
export const handedOverSchema = z.object({ issued: z.array(issuedPasswordSchema) });
