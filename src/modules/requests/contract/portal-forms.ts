/** The public forms: 条例第二十九条 and nothing more, looking a request up, and what an applicant may do. Browser-safe. */
import { z } from 'zod';
import { idSchema } from '#kernel/schema.ts';
import { applicantKinds } from '../rules/applicants.ts';
import { wantedChannels, wantedMedia } from '../rules/wanted.ts';

const line = (most: number) => z.string().trim().max(most, `最多${most}字`);

export const filingSchema = z
  .object({
    unitId: z.string().min(1, '请选择向哪个机关申请').pipe(idSchema),
    kind: z.enum(applicantKinds),
    name: line(200).min(1, '请填写姓名或者名称'),
    identityKind: z.enum(['idCard', 'passport', 'otherDocument', 'creditCode']),
    identityNumber: line(60).min(1, '请填写证件号码或者统一社会信用代码'),
    /** Of an organisation, who speaks for it. */
    contactPerson: line(100).default(''),
    phone: line(40).default(''),
    address: line(300).default(''),
    email: z.union([z.email('电子邮件地址格式不对'), z.literal('')]).default(''),
    subject: line(200).min(1, '请填写所需信息的名称、文号或者简要描述'),
    description: line(5000).min(1, '请描述所需信息的内容'),
    wantedMedium: z.enum(wantedMedia),
    wantedChannel: z.enum(wantedChannels),
  })
  .refine(({ phone, address, email }) => phone !== '' || address !== '' || email !== '', {
    path: ['phone'],
    message: '电话、通信地址、电子邮件至少填写一项',
  })
  .refine(({ wantedChannel, address }) => wantedChannel !== 'mail' || address !== '', {
    path: ['address'],
    message: '选了邮寄，请填写通信地址和邮政编码',
  })
  .refine(({ wantedChannel, email }) => wantedChannel !== 'email' || email !== '', {
    path: ['email'],
    message: '选了用电子邮件取得，请填写电子邮件',
  });
export type FilingInput = z.output<typeof filingSchema>;

/** Every field of the form, for keeping what was typed before it is complete. */
export const filingFieldNames = [
  'unitId',
  'subject',
  'description',
  'wantedMedium',
  'wantedChannel',
  'kind',
  'name',
  'identityKind',
  'identityNumber',
  'contactPerson',
  'phone',
  'address',
  'email',
] as const satisfies readonly (keyof FilingInput)[];

export interface FilingReceipt {
  readonly number: string;
  readonly queryCode: string;
  readonly unitName: string;
  readonly subject: string;
  /** The moment it was filed. */
  readonly filedAt: Date;
}

/** What shows that a request is one's own: the code of the receipt with its number or the last digits of the contact number. */
export const lookUpSchema = z.object({
  code: z.string().trim().min(1, '请填写查询码').max(40),
  check: z.string().trim().max(40).default(''),
});
export type LookUpInput = z.output<typeof lookUpSchema>;

export const letterLookUpSchema = lookUpSchema.extend({ letterId: idSchema });

export const applicantActs = ['withdraw', 'correct', 'write'] as const;
export const applicantActSchema = lookUpSchema
  .extend({
    act: z.enum(applicantActs),
    text: z.string().trim().min(2, '请填写内容').max(5000, '最多5000字'),
    confirmed: z.literal('yes').optional(),
  })
  .refine(({ act, confirmed }) => act !== 'withdraw' || confirmed === 'yes', {
    path: ['confirmed'],
    message: '撤回后不能恢复，请勾选确认',
  });
export type ApplicantActInput = z.output<typeof applicantActSchema>;

/** Another way to be given the information (条例第二十九条第三项); what is left empty stays as it was. */
export const deliveryChangeSchema = lookUpSchema.extend({
  wantedMedium: z.enum(wantedMedia),
  wantedChannel: z.enum(wantedChannels),
  address: line(300).default(''),
  email: z.union([z.email('电子邮件地址格式不对'), z.literal('')]).default(''),
});
export type DeliveryChangeInput = z.output<typeof deliveryChangeSchema>;
