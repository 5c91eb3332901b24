/** What an adapter of an outlet is handed and gives back. One file each; none touches tables but its own. */
import type { App } from '#kernel/app.ts';
import type { Day } from '#kernel/day.ts';
import type { CallService, ServiceAnswer } from '#kernel/outbound/call-service.ts';
import type { AttemptOutcome } from '../rules/delivery-state.ts';

/** A public revision as it goes out. */
export interface OutletArticle {
  readonly itemId: string;
  readonly revisionId: string;
  readonly title: string;
  readonly summary: string;
  readonly kindTitle: string;
  readonly indexNumber: string;
  readonly unitName: string;
  readonly siteName: string;
  readonly publishedOn: Day;
  /** Canonical markup of the house. */
  readonly body: string;
  readonly columnCodes: readonly string[];
  /** Absolute. */
  readonly address: string;
  readonly attachments: readonly { readonly title: string; readonly address: string }[];
}

export interface OutletPlace {
  readonly app: App;
  readonly outletId: string;
  readonly deliveryId: string;
  readonly settings: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
  readonly call: CallService;
  readonly signal: AbortSignal;
}

export interface OutletAdapter {
  readonly publish: (place: OutletPlace, article: OutletArticle) => Promise<AttemptOutcome>;
  /** Takes away what stands there under the receipt; left out where only a person can. */
  readonly retract?: (place: OutletPlace, receipt: string) => Promise<AttemptOutcome>;
}

/** The JSON object of an answer; empty for anything else. */
export function readAnswer(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** What an unanswered call, or one the service failed at, comes to; undefined when the service did answer. */
export function outcomeOfSilence(answer: ServiceAnswer): AttemptOutcome | undefined {
  if (answer.kind === 'unanswered') {
    return answer.sent
      ? { kind: 'uncertain', detail: answer.detail }
      : { kind: 'failed', again: true, detail: answer.detail };
  }
  if (answer.status === 429 || answer.status === 503) {
    return { kind: 'failed', again: true, detail: `对方暂时不接受（${answer.status}）` };
  }
  if (answer.status >= 500) return { kind: 'uncertain', detail: `对方出错（${answer.status}）` };
  return undefined;
}
