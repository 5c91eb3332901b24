/** One request for the desk: what is asked, its clocks, its events in words, what may be done now and why not. */
import { asc, eq, inArray } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import { judgePermission } from '#kernel/permission.ts';
import { findOfficerRows, nameUnits } from '#modules/organisation/index.ts';
import { type RequestPeriods, viewOfDerivation } from '#modules/periods/index.ts';
import type { CaseView, caseActionViewSchema, caseClockSchema } from '../contract/requests.ts';
import { overseesRequests } from '../rules/case-access.ts';
import { caseActionNames, caseActions, judgeCaseAction } from '../rules/case-actions.ts';
import { type CaseState, foldCase, isCaseOpen } from '../rules/case-state.ts';
import { findDispositionLeaf } from '../rules/dispositions/leaves.ts';
import { indexCaseFile } from '../rules/file-index.ts';
import { letterKindOf } from '../rules/letters/letter-kinds.ts';
import { requestPermissions } from '../rules/request-permissions.ts';
import { requestProofs } from '../tables/proofs.ts';
import { type RequestEventRow, type RequestRow, requestEvents, requests } from '../tables/requests.ts';
import { consultedBodyTitles, consultedOpinionTitles, linesOfCaseEvent } from '../words/case-lines.ts';
import { caseEventTitles } from '../words/requests.ts';
import { listAlikeRequests } from './alike.ts';
import { judgeClocks } from './clocks.ts';
import { listIssuedLetters } from './letters.ts';
import { findApplicantRow, findReachableRequest, viewRequestRows } from './requests.ts';

type CaseClock = z.output<typeof caseClockSchema>;

/** Every period of the case as screens draw it; a longer period under 第三十五条 stands for the reply's own. */
export function viewCaseClocks(state: CaseState, clocks: RequestPeriods): CaseClock[] {
  const about = (letter: string | null) =>
    state.consultations.find((one) => one.letter === letter)?.name ?? null;
  return clocks.periods.map(({ name, letter, state: running, verdict, remaining, pausedBy }) => {
    const isLonger = name === 'foi-reply' && state.longerUntil !== null;
    const title = verdict.kind === 'noCalendar' ? '期限' : verdict.rule.title;
    const shared = { name, title, about: about(letter), state: running, pausedBy };
    if (isLonger) {
      const due = state.longerUntil;
      return { ...shared, remaining: null, due, otherwise: null, fixed: true, derivation: null };
    }
    if (verdict.kind !== 'derived') {
      const otherwise = verdict.kind === 'noCalendar' ? verdict.because : '没有适用的期限';
      return { ...shared, remaining, due: null, otherwise, fixed: false, derivation: null };
    }
    const derivation = viewOfDerivation(verdict);
    return { ...shared, remaining, due: verdict.due, otherwise: null, fixed: false, derivation };
  });
}

const permissionOfRole = {
  handler: 'requests.handle',
  head: 'requests.lead',
  office: 'requests.oversee',
} as const;

/** The table of actions for this actor: those of other stages are left out, the rest bears the reason. */
function viewActions(
  actor: Actor,
  row: RequestRow,
  state: CaseState,
): z.output<typeof caseActionViewSchema>[] {
  return caseActionNames.map((action) => {
    const { title, by } = caseActions[action];
    const verdict = judgeCaseAction(state, action);
    const permitted = judgePermission(requestPermissions[permissionOfRole[by]], actor, {
      jurisdictionId: row.jurisdictionId,
    }).allowed;
    const roleWords = by === 'head' ? '由负责人办理' : '由政府信息公开工作机构办理';
    const because = verdict.allowed ? (permitted ? null : roleWords) : verdict.because;
    return { action, title, allowed: because === null, because };
  });
}

async function nameRequests(db: ReadDb, rows: readonly RequestEventRow[]): Promise<Map<string, string>> {
  const ids = rows.flatMap(({ content }) => {
    switch (content.kind) {
      case 'splitInto':
        return content.requestIds;
      case 'splitFrom':
      case 'mergedInto':
      case 'absorbed':
        return [content.requestId];
      default:
        return [];
    }
  });
  if (ids.length === 0) return new Map();
  const named = await db
    .select({ id: requests.id, number: requests.number })
    .from(requests)
    .where(inArray(requests.id, ids));
  return new Map(named.map(({ id, number }) => [id, number]));
}

async function viewEvents(db: ReadDb, rows: readonly RequestEventRow[]): Promise<CaseView['events']> {
  const unitIds = rows.flatMap(({ content }) => ('unitId' in content ? [content.unitId] : []));
  const units = await nameUnits(db, unitIds);
  const numbers = await nameRequests(db, rows);
  const names = {
    unit: (unitId: string) => units.get(unitId)?.shortName ?? '',
    request: (requestId: string) => numbers.get(requestId) ?? '',
  };
  return rows.map(({ number, kind, content, onDay, at, byName }) => ({
    number,
    kind,
    title: caseEventTitles[kind],
    on: onDay,
    at: at.toISOString(),
    byName,
    lines: linesOfCaseEvent(content, names),
  }));
}

/** The case, or undefined for whoever does not reach it. */
export async function findCaseDetail(
  app: App,
  actor: Actor,
  requestId: string,
): Promise<CaseView | undefined> {
  const db = app.database.read;
  const row = await findReachableRequest(db, actor, requestId);
  if (row === undefined) return undefined;
  const [view] = await viewRequestRows(db, [row]);
  const applicant = await findApplicantRow(db, requestId);
  if (view === undefined || applicant === undefined) throw new Error(`request ${requestId} has no applicant`);
  const stored = await db
    .select()
    .from(requestEvents)
    .where(eq(requestEvents.requestId, requestId))
    .orderBy(asc(requestEvents.number));
  const events = stored.map(({ content }) => content);
  const state = foldCase(events);
  const today = beijingDayOf(app.clock.now());
  const clocks = judgeClocks(events, await app.calendar(), today);
  const proofs = await db.select().from(requestProofs).where(eq(requestProofs.requestId, requestId));
  const letters = await listIssuedLetters(db, requestId);
  const officers = await findOfficerRows(db, row.officerIds);
  return {
    ...view,
    description: row.description,
    wantedMedium: row.wantedMedium,
    wantedChannel: row.wantedChannel,
    maskedContact: applicant.maskedContact,
    isErased: applicant.sealed === null,
    officers: [...officers.values()].map(({ id, name }) => ({ id, name })),
    registeredBy: row.createdByName,
    today,
    mayOversee: overseesRequests(actor, row.jurisdictionId),
    clocks: viewCaseClocks(state, clocks),
    ineffective: clocks.ineffective.map(({ event, because }) => ({
      title: caseEventTitles[event.kind === 'closed' ? 'replied' : event.kind],
      on: event.on,
      because,
    })),
    actions: viewActions(actor, row, state),
    events: await viewEvents(db, stored),
    consultations: state.consultations.map(({ whom, opinion, ...one }) => ({
      letter: one.letter,
      name: one.name,
      whom: consultedBodyTitles[whom],
      sentOn: one.sentOn,
      receivedOn: one.receivedOn,
      answeredOn: one.answeredOn,
      opinion: opinion === null ? null : consultedOpinionTitles[opinion],
    })),
    leafTitle: row.leaf === null ? null : (findDispositionLeaf(row.leaf)?.title ?? row.leaf),
    conversionItemId: row.conversionItemId,
    mergedIntoId: row.mergedIntoId,
    splitFromId: row.splitFromId,
    proofs: proofs.map(({ id, addedAt, erasedOn }) => ({
      id,
      addedOn: beijingDayOf(addedAt),
      isErased: erasedOn !== null,
    })),
    fileIndex: indexCaseFile(events, [
      ...proofs.map(({ addedAt }) => ({
        title: '身份证明',
        on: beijingDayOf(addedAt),
        documentNumber: null,
      })),
      ...letters.map(({ kind, signedOn, documentNumber }) => ({
        title: letterKindOf(kind).title,
        on: signedOn ?? today,
        documentNumber,
      })),
    ]),
    alike: isCaseOpen(state.stage) ? await listAlikeRequests(db, actor, row) : [],
  };
}
