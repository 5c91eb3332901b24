/** Shapes of requests over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema, instantText } from '#kernel/schema.ts';
import { applicantKinds } from '../rules/applicants.ts';
import { caseActionNames } from '../rules/case-actions.ts';
import { intakeWays } from '../rules/case-events.ts';
import { caseEndings, caseStages } from '../rules/case-state.ts';
import { wantedChannels, wantedMedia } from '../rules/wanted.ts';

const line = (most: number) => z.string().trim().max(most);

/** 条例第二十九条第一项 and nothing more. */
export const applicantSchema = z.object({
  kind: z.enum(applicantKinds),
  name: line(200).min(1, '请填写姓名或者名称'),
  identityKind: z.enum(['idCard', 'passport', 'otherDocument', 'creditCode']),
  identityNumber: line(60).min(1, '请填写证件号码或者统一社会信用代码'),
  /** Of an organisation, who speaks for it. */
  contactPerson: line(100).default(''),
  phone: line(40).default(''),
  address: line(300).default(''),
  postcode: line(12).default(''),
  email: z.union([z.email('电子邮件地址格式不对'), z.literal('')]).default(''),
});
export type ApplicantInput = z.output<typeof applicantSchema>;

/** As a person enters one: whom nobody can reach cannot be answered (条例第二十九条第一项: 联系方式). */
export const enteredApplicantSchema = applicantSchema.refine(
  ({ phone, address, email }) => phone !== '' || address !== '' || email !== '',
  { path: ['phone'], message: '电话、通信地址、电子邮件至少填写一项' },
);

/** What is asked for (条例第二十九条第二项、第三项). */
export const requestContentSchema = z.object({
  subject: line(200).min(1, '请填写所需信息的名称或者简要描述'),
  description: line(5000).min(1, '请描述所需信息的内容'),
  wantedMedium: z.enum(wantedMedia),
  wantedChannel: z.enum(wantedChannels),
});
export type RequestContentInput = z.output<typeof requestContentSchema>;

/** How it came in, with what is known of its receipt (条例第三十一条). */
export const arrivalSchema = z.object({
  way: z.enum(intakeWays),
  arrivedOn: daySchema,
  signedOn: daySchema.nullable().default(null),
  confirmedOn: daySchema.nullable().default(null),
  misdirected: z.boolean().default(false),
  /** Number of the mail, name of the officer who took it, how it was confirmed. */
  evidence: line(500).default(''),
});
export type ArrivalInput = z.output<typeof arrivalSchema>;

export const registerRequestSchema = z.object({
  unitId: idSchema,
  applicant: enteredApplicantSchema,
  content: requestContentSchema,
  arrival: arrivalSchema,
});
export type RegisterRequestInput = z.output<typeof registerRequestSchema>;

/** Another request that may be the same, found when one was entered. */
export const likeRequestSchema = z.object({
  id: idSchema,
  number: z.string(),
  subject: z.string(),
  stage: z.enum(caseStages),
  sameApplicant: z.boolean(),
  /** 1 for the same words. */
  likeness: z.number(),
});
export type LikeRequest = z.output<typeof likeRequestSchema>;

export const registeredRequestSchema = z.object({
  requestId: idSchema,
  number: z.string(),
  receivedOn: dayText.nullable(),
});
export type RegisteredRequest = z.output<typeof registeredRequestSchema>;

export const requestQueues = ['open', 'untouched', 'mine', 'closed', 'all'] as const;
export const requestQuerySchema = z.object({
  /** The last row's next legal day (null for none) or moment of entry, and its id. */
  ...pageQuery([z.string().nullable(), z.uuid()]),
  queue: z.enum(requestQueues).default('open'),
  stage: z.enum(caseStages).optional(),
  unitId: idSchema.optional(),
  way: z.enum(intakeWays).optional(),
  text: line(100).min(1).optional(),
});
export type RequestQuery = z.output<typeof requestQuerySchema>;

export const requestRowSchema = z.object({
  id: idSchema,
  number: z.string(),
  subject: z.string(),
  unitId: idSchema,
  unitName: z.string(),
  handlingUnitName: z.string().nullable(),
  way: z.enum(intakeWays),
  applicantKind: z.enum(applicantKinds),
  maskedName: z.string(),
  stage: z.enum(caseStages),
  ending: z.enum(caseEndings).nullable(),
  arrivedOn: dayText,
  receivedOn: dayText.nullable(),
  closedOn: dayText.nullable(),
  leaf: z.string().nullable(),
  isTouched: z.boolean(),
  internalDue: dayText.nullable(),
  nextOn: dayText.nullable(),
  nextWhat: z.string().nullable(),
});
export type RequestListRow = z.output<typeof requestRowSchema>;
export const requestListSchema = z.object({
  rows: z.array(requestRowSchema),
  next: z.string().nullable(),
});

export const caseEventSchema = z.object({
  number: z.number().int(),
  kind: z.string(),
  title: z.string(),
  on: dayText,
  at: instantText,
  byName: z.string(),
  /** Lines of what belongs to it, in words. */
  lines: z.array(z.string()),
});

export const caseActionViewSchema = z.object({
  action: z.enum(caseActionNames),
  title: z.string(),
  allowed: z.boolean(),
  because: z.string().nullable(),
});

/** A period of the case as the screens draw it. */
export const caseClockSchema = z.object({
  name: z.string(),
  title: z.string(),
  /** Whom a consultation concerns. */
  about: z.string().nullable(),
  state: z.enum(['running', 'paused', 'over']),
  /** Working days left, negative when late; null when over or not computable. */
  remaining: z.number().nullable(),
  pausedBy: z.string().nullable(),
  due: dayText.nullable(),
  /** Why there is no day. */
  otherwise: z.string().nullable(),
  /** Set for a day a person fixed: no derivation belongs to it. */
  fixed: z.boolean(),
  derivation: z.unknown(),
});

export const caseDetailSchema = requestRowSchema.extend({
  description: z.string(),
  wantedMedium: z.enum(wantedMedia),
  wantedChannel: z.enum(wantedChannels),
  maskedContact: z.string(),
  isErased: z.boolean(),
  officers: z.array(z.object({ id: idSchema, name: z.string() })),
  registeredBy: z.string(),
  today: dayText,
  mayOversee: z.boolean(),
  clocks: z.array(caseClockSchema),
  /** Events the law gives no effect, with the reason. */
  ineffective: z.array(z.object({ title: z.string(), on: dayText, because: z.string() })),
  actions: z.array(caseActionViewSchema),
  events: z.array(caseEventSchema),
  consultations: z.array(
    z.object({
      letter: z.string(),
      name: z.string(),
      whom: z.string(),
      sentOn: dayText,
      receivedOn: dayText.nullable(),
      answeredOn: dayText.nullable(),
      opinion: z.string().nullable(),
    }),
  ),
  leafTitle: z.string().nullable(),
  conversionItemId: idSchema.nullable(),
  mergedIntoId: idSchema.nullable(),
  splitFromId: idSchema.nullable(),
  alike: z.array(likeRequestSchema),
  proofs: z.array(z.object({ id: idSchema, addedOn: dayText, isErased: z.boolean() })),
  /** 卷内目录: every paper of the case in order, numbered. */
  fileIndex: z.array(
    z.object({
      no: z.number().int(),
      title: z.string(),
      on: dayText,
      documentNumber: z.string().nullable(),
    }),
  ),
});

export type CaseView = z.output<typeof caseDetailSchema>;

/** A proof of identity opened for a reason; the bytes as base64, so that no address ever leads to them. */
export const openedProofSchema = z.object({
  fileName: z.string(),
  mediaType: z.string(),
  content: z.string(),
});
export type OpenedProof = z.output<typeof openedProofSchema>;
