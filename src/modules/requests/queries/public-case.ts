/** A request as its applicant sees it, found by the query code and the digits of the contact number; nothing without both. */
import { eq } from 'drizzle-orm';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';
import { sameSecretText } from '#kernel/secret.ts';
import { listUnits, nameUnits } from '#modules/organisation/index.ts';
import { judgeCaseAction } from '../rules/case-actions.ts';
import { type CaseStage, foldCase, isCaseOpen } from '../rules/case-state.ts';
import { letterKindOf } from '../rules/letters/letter-kinds.ts';
import { caseEndingTitles, caseStageTitles } from '../rules/stage-titles.ts';
import type { WantedChannel, WantedMedium } from '../rules/wanted.ts';
import { type RequestRow, requestApplicants, requests } from '../tables/requests.ts';
import { nextStepOf, publicEventOf } from '../words/public-lines.ts';
import { judgeClocks } from './clocks.ts';
import { listIssuedLetters } from './letters.ts';
import { listCaseEvents } from './requests.ts';

export interface PublicClock {
  readonly title: string;
  readonly due: Day | null;
  readonly provisional: boolean;
  readonly pausedBy: string | null;
  readonly isOver: boolean;
  readonly counted: number | null;
  readonly because: readonly string[];
  readonly skipped: readonly { readonly day: string; readonly reason: string }[];
}

export interface PublicCase {
  readonly number: string;
  readonly subject: string;
  readonly unitName: string;
  readonly stage: CaseStage;
  readonly stageTitle: string;
  readonly receivedOn: Day | null;
  readonly today: Day;
  readonly clocks: readonly PublicClock[];
  readonly events: readonly {
    readonly number: number;
    readonly on: Day;
    readonly title: string;
    readonly lines: readonly string[];
  }[];
  readonly letters: readonly {
    readonly id: string;
    readonly title: string;
    readonly number: string | null;
  }[];
  readonly mayWithdraw: boolean;
  readonly mayCorrect: boolean;
  readonly mayChangeDelivery: boolean;
  readonly wantedMedium: WantedMedium;
  readonly wantedChannel: WantedChannel;
  /** What the applicant is asked for now, or what comes next. */
  readonly nextStep: string;
}

/** The digests of what was typed; made by the route, which alone holds it in the clear. */
export interface LookUpDigests {
  readonly queryDigest: string;
  readonly contactDigest: string;
  /** The number of the request, as that may have been typed in place of the digits. */
  readonly number: string;
}

/** The row of a request whose code and digits are right; undefined for any other pair. */
export async function findRequestByCode(app: App, digests: LookUpDigests): Promise<RequestRow | undefined> {
  const [found] = await app.database.read
    .select({ request: requests, contactDigest: requestApplicants.contactDigest })
    .from(requestApplicants)
    .innerJoin(requests, eq(requests.id, requestApplicants.requestId))
    .where(eq(requestApplicants.queryDigest, digests.queryDigest));
  if (found === undefined) return undefined;
  const { request, contactDigest } = found;
  if (sameSecretText(contactDigest, digests.contactDigest)) return request;
  // A transfer gave it another number; the one on the receipt stays good.
  const events = await listCaseEvents(app.database.read, request.id);
  const former = events.flatMap((event) => (event.kind === 'transferred' ? [event.formerNumber] : []));
  const numbers = [request.number, ...former];
  return numbers.some((number) => sameSecretText(number, digests.number)) ? request : undefined;
}

/** Letters of the case that are for the applicant, issued; the reply from the day it was sent on, not before. */
export async function listLettersForApplicant(app: App, requestId: string) {
  const issued = await listIssuedLetters(app.database.read, requestId);
  const { reply, dispatch } = foldCase(await listCaseEvents(app.database.read, requestId));
  return issued.filter(
    ({ id, kind }) =>
      letterKindOf(kind).addressee === 'applicant' && (id !== reply?.letterId || dispatch !== null),
  );
}

/** What the applicant sees of the case. */
export async function viewPublicCase(app: App, row: RequestRow): Promise<PublicCase> {
  const db = app.database.read;
  const events = await listCaseEvents(db, row.id);
  const state = foldCase(events);
  const today = beijingDayOf(app.clock.now());
  const clocks = judgeClocks(events, await app.calendar(), today);
  const names = await nameUnits(db, [row.unitId]);
  const letters = await listLettersForApplicant(app, row.id);
  const ending = state.ending === null ? '' : `（${caseEndingTitles[state.ending]}）`;
  return {
    number: row.number,
    subject: row.subject,
    unitName: names.get(row.unitId)?.name ?? '',
    stage: state.stage,
    stageTitle: `${caseStageTitles[state.stage]}${ending}`,
    receivedOn: state.receivedOn,
    today,
    clocks: clocks.periods.flatMap(({ name, verdict, state: running, pausedBy }): PublicClock[] => {
      if (verdict.kind !== 'derived') return [];
      const longer = name === 'foi-reply' ? state.longerUntil : null;
      return [
        {
          title: verdict.rule.title,
          due: longer ?? verdict.due,
          provisional: longer === null && verdict.provisional,
          pausedBy,
          isOver: running === 'over',
          counted: longer === null ? verdict.counted : null,
          because:
            longer === null
              ? verdict.because
              : ['申请数量、频次较大，经认定理由合理，确定延迟答复的期限（条例第三十五条）。'],
          skipped: longer === null ? verdict.skipped : [],
        },
      ];
    }),
    events: events.flatMap((event, index) => {
      const shown = publicEventOf(event);
      return shown === null ? [] : [{ number: index + 1, on: event.on, ...shown }];
    }),
    letters: letters.map(({ id, kind, documentNumber }) => ({
      id,
      title: letterKindOf(kind).title,
      number: documentNumber,
    })),
    mayWithdraw: judgeCaseAction(state, 'withdraw').allowed,
    mayCorrect: judgeCaseAction(state, 'recordCorrection').allowed,
    mayChangeDelivery: isCaseOpen(state.stage) && state.stage !== 'replied',
    wantedMedium: row.wantedMedium,
    wantedChannel: row.wantedChannel,
    nextStep: nextStepOf(state),
  };
}

/** Organs a request may be addressed to (条例第二十七条), in customary order. */
export async function listAnsweringOrgans(
  app: App,
  jurisdictionId: string,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const kinds = ['government', 'department', 'town', 'street'] as const;
  const units = await listUnits(app.database.read, jurisdictionId, kinds);
  return units.map(({ id, name }) => ({ id, name }));
}
