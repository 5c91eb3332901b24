/** Shapes of outlets and deliveries over HTTP. Browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { dayText, idSchema, instantText } from '#kernel/schema.ts';
import { deliveryActions, deliveryActs, deliveryStates } from '../rules/delivery-state.ts';
import { outletKinds } from '../rules/outlet-kinds.ts';

const ids = z.array(idSchema).max(300).default([]);
export const outletFilterSchema = z.object({
  columnIds: ids,
  kinds: z.array(z.string().max(60)).max(40).default([]),
  unitIds: ids,
});

const values = z.record(z.string().max(40), z.string().max(2000));

export const outletSchema = z.object({
  kind: z.enum(outletKinds),
  title: z.string().trim().min(1, '请填写渠道名称').max(60),
  unitId: idSchema,
  settings: values.meta({ description: '各项设置；密码、密钥留空表示不变' }),
  filter: outletFilterSchema,
  isAutomatic: z.boolean(),
});
export type OutletInput = z.output<typeof outletSchema>;
export const changedOutletSchema = outletSchema.omit({ kind: true }).extend({ version: z.int() });
export const closeOutletSchema = z.object({ reason: z.string().trim().min(2, '请写明停用原因').max(300) });

export const outletViewSchema = z.object({
  id: idSchema,
  unitId: idSchema,
  unitName: z.string(),
  kind: z.enum(outletKinds),
  title: z.string(),
  settings: z.record(z.string(), z.string()),
  /** Secrets that are kept; their values are never told. */
  secretsSet: z.array(z.string()),
  filter: outletFilterSchema,
  isAutomatic: z.boolean(),
  openedOn: dayText,
  closedOn: dayText.nullable(),
  closingReason: z.string().nullable(),
  version: z.int(),
});
export type OutletView = z.output<typeof outletViewSchema>;
export const outletListSchema = z.object({ rows: z.array(outletViewSchema) });
export const savedOutletSchema = z.object({ outletId: idSchema });

export const deliveryViewSchema = z.object({
  id: idSchema,
  outletId: idSchema,
  outletTitle: z.string(),
  outletKind: z.enum(outletKinds),
  unitId: idSchema,
  unitName: z.string(),
  itemId: idSchema,
  title: z.string(),
  act: z.enum(deliveryActs),
  state: z.enum(deliveryStates),
  receipt: z.string().nullable(),
  detail: z.string(),
  attempts: z.int(),
  askedByName: z.string(),
  askedAt: instantText,
  settledAt: instantText.nullable(),
  settledByName: z.string().nullable(),
  actions: z.array(z.enum(deliveryActions)),
});
export type DeliveryView = z.output<typeof deliveryViewSchema>;
export const deliveryPageSchema = pageReply(deliveryViewSchema);
export const deliveryQuerySchema = z.object({
  ...pageQuery([z.iso.datetime(), idSchema]),
  itemId: idSchema.optional(),
  outletId: idSchema.optional(),
  state: z.enum(deliveryStates).optional(),
});
export const deliveryDetailSchema = deliveryViewSchema.extend({
  log: z.array(
    z.object({
      seq: z.int(),
      beganAt: instantText,
      endedAt: instantText.nullable(),
      outcome: z.string().nullable(),
      detail: z.string(),
    }),
  ),
});
export type DeliveryDetail = z.output<typeof deliveryDetailSchema>;

export const askDeliverySchema = z.object({
  itemId: idSchema,
  outletIds: z.array(idSchema).min(1, '请选择渠道').max(50),
});
export const confirmDeliverySchema = z.object({
  detail: z.string().trim().min(2, '请写明在哪里、什么时候办的').max(300),
  receipt: z.string().trim().max(200).nullable().default(null),
});
export const dropDeliverySchema = z.object({ reason: z.string().trim().min(2, '请写明原因').max(300) });
