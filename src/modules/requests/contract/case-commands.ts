/** What each action on a case asks for. The same schemas check the desk's dialogs and the server's input. Browser-safe. */
import { z } from 'zod';
import { daySchema, idSchema } from '#kernel/schema.ts';
import { abuseCriterionNames } from '../rules/abuse.ts';
import {
  consultedBodies,
  consultedOpinions,
  contactWays,
  deliveryWays,
  recordCorrections,
} from '../rules/case-events.ts';

const words = (ask: string, most = 2000) => z.string().trim().min(2, ask).max(most);
const note = z.string().trim().max(2000).default('');
const on = daySchema;
const orNull = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());

export const confirmReceiptSchema = z.object({
  on,
  evidence: words('请写明如何确认，如通话时间、签收人', 500),
});
export const recordContactSchema = z.object({
  on,
  way: z.enum(contactWays),
  reached: z.boolean(),
  note: words('请写明沟通的内容'),
});
export const assignSchema = z.object({
  unitId: idSchema,
  officerIds: z.array(idSchema).min(1, '请选择承办人').max(20),
  internalDue: orNull(daySchema),
  note,
});
export const transferSchema = z.object({ unitId: idSchema, reason: words('请写明转办理由') });
export const forwardSchema = z.object({
  body: words('请写明机关名称', 200),
  contact: z.string().trim().max(200).default(''),
  reason: words('请写明理由'),
});
export const splitSchema = z.object({
  parts: z
    .array(z.object({ subject: words('请填写名称', 200), description: words('请描述内容', 5000) }))
    .min(2, '至少拆成两件')
    .max(20),
});
export const mergeSchema = z.object({ intoId: idSchema, reason: words('请写明理由') });

export const noticeCorrectionSchema = z
  .object({
    on,
    points: z.array(words('请写明补正事项', 500)).min(1, '请写明需要补正的事项').max(20),
    until: daySchema,
  })
  .refine((input) => input.until > input.on, { path: ['until'], message: '补正期限应当晚于告知之日' });
export const recordCorrectionSchema = z.object({ on, description: words('请填写补正后的申请内容', 5000) });
export const abandonSchema = z.object({ note });

export const consultSchema = z.object({
  on,
  whom: z.enum(consultedBodies),
  name: words('请填写第三方或者机关的名称', 200),
});
export const recordConsultationSchema = z
  .object({
    letter: z.string().min(1).max(60),
    what: z.enum(['received', 'answered']),
    on,
    opinion: orNull(z.enum(consultedOpinions)),
    reasonable: orNull(z.boolean()),
    note,
  })
  .refine(({ what, opinion }) => what === 'received' || opinion !== null, {
    path: ['opinion'],
    message: '请选择对方的意见',
  })
  .refine(({ opinion, reasonable }) => opinion === null || opinion === 'agrees' || reasonable !== null, {
    path: ['reasonable'],
    message: '不同意的，请认定理由是否合理',
  });
export const overrideSchema = z.object({
  letter: z.string().min(1).max(60),
  reason: words('请写明不公开会对公共利益造成什么重大影响'),
});

export const proposeExtensionSchema = z.object({
  days: z.coerce.number().int('请填写整数').min(1, '至少延长1个工作日').max(20, '最多延长20个工作日'),
  reason: words('请写明延期理由'),
});
export const consentExtensionSchema = z.object({});
export const noticeExtensionSchema = z.object({ on, proof: words('请写明如何告知申请人及凭据', 500) });

export const noticeFeeSchema = z.object({
  /** The day the applicant received the notice. */
  on,
  basis: z.enum(['byRequest', 'byPages']),
  /** Pages of this one request; of no effect when charged per request. */
  pages: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export const settleFeeSchema = z
  .object({
    on,
    how: z.enum(['paid', 'waived']),
    receiptNumber: z.string().trim().max(100).default(''),
    reason: note,
  })
  .refine(({ how, receiptNumber }) => how === 'waived' || receiptNumber !== '', {
    path: ['receiptNumber'],
    message: '请填写财政票据号码',
  })
  .refine(({ how, reason }) => how === 'paid' || reason.length >= 2, {
    path: ['reason'],
    message: '请写明减免理由',
  });

export const askCounselSchema = z.object({
  on,
  counsel: words('请填写法律顾问、公职律师', 100),
  question: words('请写明问题'),
});
export const recordCounselSchema = z.object({
  on,
  counsel: words('请填写提出意见的人', 100),
  opinion: words('请填写意见', 5000),
});
export const holdMeetingSchema = z.object({
  on,
  bodies: words('请填写参加的单位', 500),
  conclusion: words('请填写会商结论', 5000),
});
export const askReasonsSchema = z.object({ on });
export const judgeReasonsSchema = z
  .object({
    criteria: z.array(z.enum(abuseCriterionNames)).max(abuseCriterionNames.length),
    reasonable: z.boolean(),
    statement: words('请写明申请人说明的理由和认定意见', 5000),
  })
  .refine(({ reasonable, criteria }) => reasonable || criteria.length > 0, {
    path: ['criteria'],
    message: '认定不合理的，请逐项记录依据的情形',
  });
export const setLongerPeriodSchema = z.object({ on, until: daySchema, reason: words('请写明理由') });

export const replySchema = z.object({
  leaf: z.string().min(1, '请选择答复类型').max(60),
  facts: z.record(z.string().max(60), z.string().trim().max(5000)),
  letterId: orNull(idSchema),
});
export const dispatchSchema = z.object({
  on,
  way: z.enum(deliveryWays),
  signedOn: orNull(daySchema),
  proof: words('请写明凭据，如邮件号、签收回证号、收件地址', 500),
});
export const recordDeliverySchema = z.object({
  on,
  outcome: z.enum(['signed', 'returned']),
  proof: words('请写明签收凭据或者退回原因', 500),
});
export const withdrawSchema = z.object({ on, reason: words('请写明撤回的经过和凭据') });
export const archiveSchema = z.object({});
export const convertSchema = z.object({
  columnId: idSchema,
  itemKind: z.string().min(1).max(60),
  title: words('请填写标题', 200),
});
export const correctRecordSchema = z.object({
  on,
  outcome: z.enum(recordCorrections),
  note: words('请写明办理情况'),
});
export const sendMessageSchema = z.object({ text: words('请填写留言') });
export const reopenSchema = z.object({
  on,
  due: orNull(daySchema),
  reason: words('请写明依据，如复议决定书、判决书文号'),
});
export const revealApplicantSchema = z.object({ reason: words('请写明查看的理由', 500) });
