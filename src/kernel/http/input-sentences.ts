/**
 * What is wrong with an input, in short Chinese sentences that stand beside the field. Browser-safe: desk forms and
 * the server say the same. A schema's own message always wins over these.
 */
import type { z } from 'zod';
import type { FieldFault } from '../refusal.ts';

const formatSentences: Readonly<Record<string, string>> = {
  email: '邮箱地址写得不对，例如 name@example.cn',
  url: '网址写得不对，例如 https://example.cn',
  uuid: '编号无效',
  date: '日期写成 2026-11-20 的样子',
  datetime: '时间写成 2026-11-20T09:00:00+08:00 的样子',
  time: '时间写成 09:30 的样子',
};

const typeSentences: Readonly<Record<string, string>> = {
  string: '应为文字',
  number: '应为数字',
  int: '应为整数',
  boolean: '应为“是”或“否”',
  array: '应为列表',
  object: '内容不完整',
  date: '应为日期',
};

function sizeUnit(origin: string): string {
  switch (origin) {
    case 'string':
      return '个字';
    case 'array':
    case 'set':
      return '项';
    default:
      return '';
  }
}

function sayTooSmall(origin: string, minimum: string, inclusive: boolean): string {
  const unit = sizeUnit(origin);
  if (minimum === '1' && origin === 'string') return '请填写';
  if (minimum === '1' && unit === '项') return '请至少选择一项';
  if (unit !== '') return `至少${minimum}${unit}`;
  return inclusive ? `不能小于${minimum}` : `应大于${minimum}`;
}

function sayTooBig(origin: string, maximum: string, inclusive: boolean): string {
  const unit = sizeUnit(origin);
  if (unit !== '') return `最多${maximum}${unit}`;
  return inclusive ? `不能大于${maximum}` : `应小于${maximum}`;
}

/** The sentence for one raw issue; handed to zod as its error map. */
export const sayInputIssue: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return '请填写';
      return typeSentences[issue.expected] ?? '格式不对';
    case 'invalid_value':
      return issue.input == null || issue.input === '' ? '请选择' : '只能选择列出的选项';
    case 'invalid_format':
      return formatSentences[issue.format] ?? '格式不对';
    case 'too_small':
      return sayTooSmall(issue.origin, String(issue.minimum), issue.inclusive ?? true);
    case 'too_big':
      return sayTooBig(issue.origin, String(issue.maximum), issue.inclusive ?? true);
    case 'not_multiple_of':
      return `应为${issue.divisor}的倍数`;
    case 'unrecognized_keys':
      return `不认识的字段：${issue.keys.join('、')}`;
    default:
      return '填写得不对';
  }
};

/** The issues of a failed parse as field faults; `prefix` names the part of the request (`query`). */
export function fieldFaultsOf(error: z.core.$ZodError, prefix?: string): FieldFault[] {
  return error.issues.map((issue) => ({
    path: [...(prefix === undefined ? [] : [prefix]), ...issue.path].map(String).join('.'),
    message: issue.message,
  }));
}

export type InputVerdict<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** Reads an input by its schema with the house's sentences. */
export function readInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  prefix?: string,
): InputVerdict<z.infer<Schema>> {
  const parsed = schema.safeParse(input, { error: sayInputIssue });
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, faults: fieldFaultsOf(parsed.error, prefix) };
}
