/**
 * The one way to say no. A refusal is the house's answer to work that must not be done: it rolls back, is never
 * logged as a fault, and reaches the person as what happened, why, and what to do next.
 */

/** HTTP status a refusal maps to; the CLI maps every refusal to exit code 2. */
export type RefusalStatus =
  | 400
  | 401
  | 403
  | 404
  | 405
  | 408
  | 409
  | 410
  | 413
  | 414
  | 415
  | 422
  | 423
  | 429
  | 503;

/** The sentence a refusal speaks, in Chinese. */
export interface RefusalSentence {
  /** What happened: `这份任务分解表已经确认过了`. */
  readonly what: string;
  /** Why: the rule or state behind it. */
  readonly why?: string;
  /** What the person can do next. */
  readonly todo: string;
}

/** A field of the input that is wrong, addressed as in the input: `tasks.3.deadline`. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

export interface RefusalForm<Params> {
  readonly status: RefusalStatus;
  readonly say: (params: Params) => RefusalSentence;
  /** The article or rule that demands it: `政府信息公开条例第二十九条`. */
  readonly article?: string;
}

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: string;
  readonly status: RefusalStatus;
  readonly sentence: RefusalSentence;
  readonly params: Readonly<Record<string, unknown>>;
  readonly article: string | undefined;
  readonly fields: readonly FieldFault[];

  constructor(
    code: string,
    status: RefusalStatus,
    sentence: RefusalSentence,
    params: Readonly<Record<string, unknown>> = {},
    article?: string,
    fields: readonly FieldFault[] = [],
  ) {
    super(sentence.what);
    this.code = code;
    this.status = status;
    this.sentence = sentence;
    this.params = params;
    this.article = article;
    this.fields = fields;
  }
}

type ParamsOf<Form> = Form extends RefusalForm<infer Params> ? Params : never;

/** A module's closed union of refusals with their sentences; `words.ts` declares it, `service.ts` throws from it. */
export interface RefusalBook<Forms> {
  readonly forms: Forms;
  /** Builds the refusal; the caller throws it: `throw planRefusals.refuse('plan.confirmed', { title })`. */
  refuse<Code extends keyof Forms & string>(
    code: Code,
    params: ParamsOf<Forms[Code]>,
    fields?: readonly FieldFault[],
  ): Refusal;
}

/**
 * Declares a module's refusals. Codes begin with the module's name (`plan.notFound`).
 */
// biome-ignore lint/suspicious/noExplicitAny: the parameter type of each form is inferred per code and checked at `refuse`
export function defineRefusals<const Forms extends Record<string, RefusalForm<any>>>(
  forms: Forms,
): RefusalBook<Forms> {
  return {
    forms,
    refuse(code, params, fields = []) {
      const form = forms[code];
      if (form === undefined) throw new Error(`no refusal ${code}`);
      return new Refusal(code, form.status, form.say(params), { ...params }, form.article, fields);
    },
  };
}
