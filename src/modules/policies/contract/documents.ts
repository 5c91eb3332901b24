/** Shapes of the library's desk over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema } from '#kernel/schema.ts';
import { clauseLevels } from '../rules/clause.ts';
import { libraryFacets } from '../rules/facets.ts';
import { documentGaps } from '../rules/gaps.ts';
import { documentValidities, relationKinds } from '../rules/validity.ts';

const facetChoice = z.string().trim().min(1).max(80).optional();

export const deskLibraryQuerySchema = z.object({
  issuer: facetChoice,
  year: facetChoice,
  theme: facetChoice,
  kind: facetChoice,
  validity: z.enum(documentValidities).optional(),
  gap: z.enum(documentGaps).optional(),
  text: z.string().trim().max(100).optional(),
  ...pageQuery([dayText, idSchema]),
});

export const deskDocumentRowSchema = z.object({
  itemId: idSchema,
  title: z.string(),
  documentNumber: z.string().nullable(),
  issuers: z.array(z.string()),
  kind: z.string().nullable(),
  theme: z.string().nullable(),
  writtenOn: dayText,
  publishedOn: dayText.nullable(),
  validity: z.enum(documentValidities),
  isPublic: z.boolean(),
  isNormative: z.boolean(),
  gaps: z.array(z.enum(documentGaps)),
});
export type DeskDocumentRow = z.output<typeof deskDocumentRowSchema>;
export const deskDocumentListSchema = z.object({
  rows: z.array(deskDocumentRowSchema),
  next: z.string().nullable(),
});

const countedSchema = z.array(z.object({ value: z.string(), count: z.number().int() }));
export const libraryOverviewSchema = z.object({
  facets: z.record(z.enum(libraryFacets), countedSchema),
  gaps: z.array(z.object({ value: z.enum(documentGaps), count: z.number().int() })),
  documents: z.number().int(),
  complete: z.number().int(),
});
export type LibraryOverview = z.output<typeof libraryOverviewSchema>;

export const deskRelationSchema = z.object({
  id: idSchema,
  /** What the document of the page does, or what is done to it. */
  direction: z.enum(['does', 'isDone']),
  kind: z.enum(relationKinds),
  title: z.string(),
  documentNumber: z.string().nullable(),
  part: z.string().nullable(),
  onDay: dayText.nullable(),
  /** Null while the other document is not in the library. */
  otherItemId: idSchema.nullable(),
  /** The document that says so; its unit may change the relation. */
  ownerUnitId: idSchema,
  enteredByName: z.string().nullable(),
  enteredOn: dayText.nullable(),
  reason: z.string().nullable(),
  dismissedByName: z.string().nullable(),
  dismissedOn: dayText.nullable(),
  dismissalReason: z.string().nullable(),
});
export type DeskRelation = z.output<typeof deskRelationSchema>;

export const deskClauseSchema = z.object({
  anchor: z.string(),
  level: z.enum(clauseLevels),
  label: z.string().nullable(),
  heading: z.string().nullable(),
  text: z.string(),
  rows: z.array(z.array(z.string())).nullable(),
});

export const deskVersionSchema = z.object({
  number: z.number().int(),
  appliesFrom: dayText,
  amendedByTitle: z.string().nullable(),
  recordedOn: dayText,
});

export const deskDocumentSchema = deskDocumentRowSchema.extend({
  unitId: idSchema,
  unitName: z.string(),
  indexNumber: z.string().nullable(),
  unifiedNumber: z.string().nullable(),
  issuedKind: z.string().nullable(),
  effectiveOn: dayText.nullable(),
  lapsesOn: dayText.nullable(),
  because: z.array(z.string()),
  relations: z.array(deskRelationSchema),
  clauses: z.array(deskClauseSchema),
  versions: z.array(deskVersionSchema),
});
export type DeskDocument = z.output<typeof deskDocumentSchema>;

/** Either a document of the library or, for one that is not in it, its title and number. */
export const enterRelationSchema = z
  .object({
    kind: z.enum(relationKinds),
    toItemId: idSchema.nullable(),
    toTitle: z.string().trim().max(300).nullable(),
    toNumber: z.string().trim().max(80).nullable(),
    part: z.string().trim().max(200).nullable(),
    onDay: daySchema.nullable(),
    reason: z.string().trim().min(2, '请写明依据，例如文件的哪一条').max(500),
  })
  .refine(({ toItemId, toTitle }) => toItemId !== null || (toTitle ?? '') !== '', {
    path: ['toItemId'],
    message: '请选择文件，或者填写库外文件的标题',
  });
export type EnterRelationInput = z.output<typeof enterRelationSchema>;

export const relationReasonSchema = z.object({ reason: z.string().trim().min(2, '请写明原因').max(500) });

/** What the reader found in a dropped file, for a person to confirm. */
export const documentDraftSchema = z.object({
  fileId: idSchema,
  fileName: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  issuers: z.array(z.string()),
  kind: z.string().nullable(),
  theme: z.string().nullable(),
  writtenOn: dayText.nullable(),
  effectiveOn: dayText.nullable(),
  lapsesOn: dayText.nullable(),
  isNormative: z.boolean(),
  repeals: z.array(z.string()),
  basis: z.array(z.string()),
  body: z.string(),
  clauseCount: z.number().int(),
  flags: z.array(z.object({ element: z.string(), reason: z.string() })),
  notes: z.array(z.string()),
});
export type DocumentDraft = z.output<typeof documentDraftSchema>;

export const registerDocumentSchema = z.object({
  unitId: idSchema,
  columnId: z.uuid('请选择栏目'),
  title: z.string().trim().min(1, '请填写标题').max(300),
  documentNumber: z.string().trim().max(80).nullable(),
  writtenOn: daySchema,
  effectiveOn: daySchema.nullable(),
  lapsesOn: daySchema.nullable(),
  theme: z.string().trim().max(80).nullable(),
  nature: z.enum(['normative', 'other']).nullable(),
  body: z.string().max(2_000_000),
  /** The file that was read; it goes along as the attachment. */
  fileId: idSchema.nullable(),
});
export type RegisterDocumentInput = z.output<typeof registerDocumentSchema>;
