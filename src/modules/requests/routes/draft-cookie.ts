/** Which draft a browser is filling in: a cookie for two hours, so that a shared computer forgets it; replies nobody keeps. */
import type { ReactElement } from 'react';
import type { App } from '#kernel/app.ts';
import { SpecialReply } from '#kernel/http/route.ts';
import { type FilingDraft, makeDraftKey, openFilingDraft } from '../service/filing/drafts.ts';
import { makeFilingKey } from '../service/seal-applicant.ts';

const draftCookie = 'request-draft';
const rememberedSeconds = 2 * 3600;

interface Asked {
  readonly app: App;
  readonly request: { readonly cookies: Readonly<Record<string, string | undefined>> };
}

export interface HeldDraft {
  readonly key: string;
  readonly draft: FilingDraft;
}

/** The draft of this browser; undefined when it has none any more. */
export async function findHeldDraft({ app, request }: Asked): Promise<HeldDraft | undefined> {
  const key = request.cookies[draftCookie];
  const draft = await openFilingDraft(app, key);
  return key === undefined || draft === undefined ? undefined : { key, draft };
}

/** The one being filled in, or a new one: what was filed is not filled in again. */
export async function getOpenDraft(asked: Asked): Promise<HeldDraft> {
  const held = await findHeldDraft(asked);
  if (held !== undefined && held.draft.requestId === null) return held;
  const draft = { filingKey: makeFilingKey(), form: {}, proofs: [], requestId: null };
  return { key: makeDraftKey(), draft };
}

/** Another address, remembering the draft; null forgets it. */
export function movedTo(address: string, key?: string | null): SpecialReply {
  const cookies =
    key === undefined
      ? []
      : [{ name: draftCookie, value: key, ...(key === null ? {} : { maxAgeSeconds: rememberedSeconds }) }];
  return new SpecialReply({ status: 303, headers: { location: address }, cookies });
}

/** A page that holds what somebody typed: kept by no cache and no browser. */
export function privatePage(body: ReactElement): SpecialReply {
  return new SpecialReply({ body, headers: { 'cache-control': 'no-store' } });
}
