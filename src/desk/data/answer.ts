/**
 * What comes back when the server says no or says nothing: one error type with the sentence to show. Pure reading of
 * `problem+json`; fetching lives in `call-api.ts`.
 */
import type { FieldFault, RefusalSentence } from '#kernel/refusal.ts';

/**
 * `refused`: the work must not be done (a rule, a right, a wrong field). `fault`: the platform's own mistake, with the
 * number under which it is logged. `offline`: the request may or may not have arrived.
 */
export type NoKind = 'refused' | 'fault' | 'offline' | 'cancelled';

export class ApiNo extends Error {
  override readonly name = 'ApiNo';
  readonly kind: NoKind;
  readonly status: number;
  readonly code: string;
  readonly sentence: RefusalSentence;
  readonly article: string | undefined;
  readonly fields: readonly FieldFault[];
  /** Number to give to the operator. */
  readonly faultId: string | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(no: {
    kind: NoKind;
    status?: number;
    code: string;
    sentence: RefusalSentence;
    article?: string | undefined;
    fields?: readonly FieldFault[];
    faultId?: string | undefined;
    retryAfterSeconds?: number | undefined;
  }) {
    super(no.sentence.what);
    this.kind = no.kind;
    this.status = no.status ?? 0;
    this.code = no.code;
    this.sentence = no.sentence;
    this.article = no.article;
    this.fields = no.fields ?? [];
    this.faultId = no.faultId;
    this.retryAfterSeconds = no.retryAfterSeconds;
  }
}

export const offlineNo = (): ApiNo =>
  new ApiNo({
    kind: 'offline',
    code: 'desk.offline',
    sentence: {
      what: '没有连上服务器',
      why: '网络断开，或服务器正在重启',
      todo: '您填写的内容都还在；网络恢复后再点一次，不会重复提交',
    },
  });

export const cancelledNo = (): ApiNo =>
  new ApiNo({
    kind: 'cancelled',
    code: 'desk.cancelled',
    sentence: { what: '已按您的要求停止', todo: '需要时可以重新开始' },
  });

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function fieldsOf(value: unknown): readonly FieldFault[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown) => {
    const path = propertyOf(entry, 'path');
    const message = textOf(propertyOf(entry, 'message'));
    return typeof path === 'string' && message !== undefined ? [{ path, message }] : [];
  });
}

/** Reads a `problem+json` body. A 5xx, or a body that is none, becomes a fault that names what number to report. */
export function readProblem(status: number, body: unknown, retryAfter: string | null = null): ApiNo {
  const code = textOf(propertyOf(body, 'code')) ?? `http.${status}`;
  const what = textOf(propertyOf(body, 'title'));
  const seconds = Number(retryAfter);
  const retryAfterSeconds = retryAfter !== null && Number.isFinite(seconds) ? seconds : undefined;
  if (status >= 500 || what === undefined) {
    const faultId = textOf(propertyOf(body, 'instance'));
    return new ApiNo({
      kind: 'fault',
      status,
      code,
      faultId,
      retryAfterSeconds,
      sentence: {
        what: status >= 500 ? '服务器没能办成这件事' : '服务器的答复读不懂',
        why: '这是平台的问题，不是您的操作有误；已经记录',
        todo:
          faultId === undefined
            ? '请稍后再试；仍不行时联系系统管理员'
            : `请稍后再试；仍不行时把编号 ${faultId} 告诉系统管理员`,
      },
    });
  }
  const why = textOf(propertyOf(body, 'why'));
  const todo = textOf(propertyOf(body, 'todo')) ?? '';
  return new ApiNo({
    kind: 'refused',
    status,
    code,
    article: textOf(propertyOf(body, 'article')),
    fields: fieldsOf(propertyOf(body, 'fields')),
    retryAfterSeconds,
    sentence: why === undefined ? { what, todo } : { what, why, todo },
  });
}

/** The `ApiNo` behind any thrown value; another error is a fault of the desk itself and keeps its own words out of sight. */
export function noOf(error: unknown): ApiNo {
  if (error instanceof ApiNo) return error;
  return new ApiNo({
    kind: 'fault',
    code: 'desk.fault',
    sentence: {
      what: '页面没能完成这一步',
      why: '这是页面程序的问题，不是您的操作有误',
      todo: '请刷新后再试；仍不行时联系系统管理员',
    },
  });
}
