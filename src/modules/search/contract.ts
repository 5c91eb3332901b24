/** Shapes of searching, of the county's words and of the index over HTTP; browser-safe. */
import { z } from 'zod';
import { pageQuery, pageReply } from '#kernel/http/paging.ts';
import { daySchema, dayText, idSchema } from '#kernel/schema.ts';

/** Longest question; a whole sentence, not an essay. */
export const longestQuestion = 100;
/** Values to narrow by at the same time. */
const mostNarrowed = 20;

const oneOrMore = z
  .union([z.string().max(200), z.array(z.string().max(200)).max(mostNarrowed)])
  .transform((given) => (typeof given === 'string' ? [given] : given));

/** What both the page and the interface are asked with. */
export const questionQuery = {
  q: z.string().trim().max(longestQuestion, `搜索内容最多${longestQuestion}个字，请只留关键的词`).default(''),
  in: oneOrMore.default([]).meta({ description: '缩小范围：facet:value，例如 year:2026；可重复' }),
  sort: z.enum(['relevance', 'day']).default('relevance').meta({ description: '按相关或按日期' }),
};

const placeKeys = z.array(z.union([z.string(), z.number()])).min(1);

/** The place of a page, as the page before gave it. */
export const placeQuery = z
  .string()
  .max(1000)
  .optional()
  .meta({ description: '上一页回复中的 next，原样带回' });
export { placeKeys };

/** A question as it was asked. */
export interface AskedSearch {
  readonly q: string;
  /** `facet:value` each. */
  readonly in: readonly string[];
  readonly sort: 'relevance' | 'day';
  readonly after?: string | undefined;
  readonly limit?: number;
}

export const suggestionQuery = z.object({ q: z.string().trim().max(longestQuestion) });

const markedPiece = z.object({ text: z.string(), isHit: z.boolean() });
export const foundSchema = z.object({
  total: z.number().int(),
  rows: z.array(
    z.object({
      kind: z.string(),
      kindTitle: z.string(),
      objectId: z.string(),
      title: z.array(markedPiece),
      excerpt: z.array(markedPiece),
      address: z.string(),
      documentNumber: z.string().nullable(),
      unitName: z.string().nullable(),
      day: dayText.nullable(),
      clauses: z.array(z.object({ address: z.string(), heading: z.string(), excerpt: z.array(markedPiece) })),
    }),
  ),
  facets: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      values: z.array(
        z.object({ value: z.string(), title: z.string(), count: z.number().int(), isChosen: z.boolean() }),
      ),
    }),
  ),
  /** The question as it was probably meant. */
  meant: z.string().nullable(),
  /** What is listed answers `meant`, because nothing was found as asked. */
  isMeant: z.boolean(),
  engine: z.enum(['memory', 'sql']),
  next: z.string().nullable(),
});
export type FoundView = z.infer<typeof foundSchema>;
export type FoundRow = FoundView['rows'][number];
export type FoundFacet = FoundView['facets'][number];

export const suggestionsSchema = z.object({
  words: z.array(z.string()),
  documents: z.array(z.object({ title: z.string(), kindTitle: z.string(), address: z.string() })),
});

// —— The desk ——

const wordText = z
  .string()
  .trim()
  .min(2, '至少两个字')
  .max(20, '最多20个字')
  .regex(/^[\u3400-\u9fff]+$/u, '只能是汉字，不含标点、空格和字母');

export const searchWordInput = z.object({ word: wordText });
export type SearchWordInput = z.infer<typeof searchWordInput>;

export const searchWordSchema = z.object({
  word: z.string(),
  origin: z.enum(['register', 'office']),
  addedByName: z.string(),
  addedOn: dayText,
});
export type SearchWordView = z.infer<typeof searchWordSchema>;
export const searchWordQuery = z.object({ ...pageQuery([z.string()]), text: z.string().max(50).optional() });
export const searchWordPage = pageReply(searchWordSchema);

const synonymText = z.string().trim().min(1, '不能为空').max(30, '最多30个字');
export const synonymInput = z.object({
  words: z.array(synonymText).min(2, '至少写两个说法').max(12, '一组最多12个说法'),
  fromDay: daySchema.nullable().default(null),
});
export type SynonymInput = z.input<typeof synonymInput>;

export const synonymSchema = z.object({
  id: idSchema,
  words: z.array(z.string()),
  fromDay: dayText,
  untilDay: dayText.nullable(),
  state: z.enum(['coming', 'inForce', 'ended']),
  addedByName: z.string(),
  endedByName: z.string().nullable(),
});
export type SynonymView = z.infer<typeof synonymSchema>;
export const synonymQuery = z.object(pageQuery([idSchema]));
export const synonymPage = pageReply(synonymSchema);
export const savedSynonym = z.object({ synonymId: idSchema });

export const missSchema = z.object({ question: z.string(), times: z.number().int(), lastDay: dayText });
export type MissView = z.infer<typeof missSchema>;
export const missQuery = z.object(pageQuery([z.number(), z.string()]));
export const missPage = pageReply(missSchema);

export const indexStateSchema = z.object({
  standing: z.enum(['off', 'loading', 'ready', 'failed']),
  documents: z.number().int(),
  deleted: z.number().int(),
  segments: z.number().int(),
  megabytes: z.number(),
  throughSeq: z.number().int(),
  lastSeq: z.number().int(),
  lastLag: z.number().nullable(),
  inDatabase: z.number().int(),
  saved: z.object({ madeAt: z.iso.datetime(), documents: z.number().int() }).nullable(),
});
export type IndexStateView = z.infer<typeof indexStateSchema>;
