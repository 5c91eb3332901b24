/**
 * How the interface says no: problem documents (RFC 9457) with the house's members. Browser-safe: the desk reads
 * answers with the same schema the server writes them by.
 */
import { z } from 'zod';
import type { Refusal } from '../refusal.ts';

export const problemMediaType = 'application/problem+json; charset=utf-8';

export const problemSchema = z
  .object({
    type: z.string().meta({ description: '错误代码的说明所在地址' }),
    title: z.string().meta({ description: '发生了什么' }),
    status: z.int().meta({ description: 'HTTP 状态码' }),
    detail: z.string().meta({ description: '为什么，以及接下来可以怎么做' }),
    instance: z.string().meta({ description: '本次请求的编号' }),
    code: z.string().meta({ description: '错误代码' }),
    why: z.string().optional().meta({ description: '为什么' }),
    todo: z.string().meta({ description: '接下来可以怎么做' }),
    article: z.string().optional().meta({ description: '依据的条款' }),
    fields: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: '有误的字段' }),
  })
  .meta({ id: 'Problem', description: '没有办成时的答复（RFC 9457）' });

export type Problem = z.infer<typeof problemSchema>;

/** Where the reference page explains a code. */
export function problemTypeAddress(code: string): string {
  return `/api/docs#${code}`;
}

function joinSentences(sentences: readonly (string | undefined)[]): string {
  return sentences
    .filter((sentence) => sentence !== undefined && sentence !== '')
    .map((sentence) => (/[。！？]$/.test(sentence ?? '') ? sentence : `${sentence}。`))
    .join('');
}

/** The refusal as a problem document. */
export function problemOfRefusal(refusal: Refusal, requestId: string): Problem {
  const { what, why, todo } = refusal.sentence;
  return {
    type: problemTypeAddress(refusal.code),
    title: what,
    status: refusal.status,
    detail: joinSentences([why, todo]),
    instance: requestId,
    code: refusal.code,
    ...(why === undefined ? {} : { why }),
    todo,
    ...(refusal.article === undefined ? {} : { article: refusal.article }),
    ...(refusal.fields.length === 0 ? {} : { fields: refusal.fields.map((field) => ({ ...field })) }),
  };
}

/** A fault as a problem document: nothing but the number under which it was logged. */
export function problemOfFault(requestId: string): Problem {
  const why = `处理时出现意外，已记录，编号 ${requestId}`;
  const todo = '请稍后再试；如果一直出现，请把编号告诉管理员';
  return {
    type: problemTypeAddress('http.fault'),
    title: '这次没有办成',
    status: 500,
    detail: joinSentences([why, todo]),
    instance: requestId,
    code: 'http.fault',
    why,
    todo,
  };
}
