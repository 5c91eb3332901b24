/** The public form: filling it in, keeping a draft, looking it over, the proof of identity, filing, the receipt. Nothing is cached. */
import { createElement, type ReactElement } from 'react';
import { z } from 'zod';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { addDays } from '#kernel/day.ts';
import { type PageRoute, pageRoute } from '#kernel/http/route.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import {
  applyAddress,
  applyDiscardAddress,
  applyKeepAddress,
  applyProofAddress,
  applyProofRemovalAddress,
  applyReceiptAddress,
  applyResumeAddress,
  applyReviewAddress,
  applySubmitAddress,
  requestFormAddress,
} from '../addresses.ts';
import { filingFieldNames, filingSchema } from '../contract/portal-forms.ts';
import { draftKeptDays, mostProofs } from '../law/retention.ts';
import { ApplyPage } from '../pages/apply.tsx';
import { KeptPage, ResumePage } from '../pages/draft.tsx';
import { ReceiptPage } from '../pages/receipt.tsx';
import { ReviewPage } from '../pages/review.tsx';
import { listAnsweringOrgans } from '../queries/public-case.ts';
import {
  discardFilingDraft,
  openFilingDraft,
  readDraftKey,
  saveFilingDraft,
} from '../service/filing/drafts.ts';
import { fileDraft } from '../service/filing/file-draft.ts';
import { listFilingHints, prepareFiling } from '../service/filing/prepare-filing.ts';
import { findFiledReceipt } from '../service/filing/receipt.ts';
import { sealProof } from '../service/identity-proofs.ts';
import { requestRefusals } from '../words/requests.ts';
import { findHeldDraft, getOpenDraft, type HeldDraft, movedTo, privatePage } from './draft-cookie.ts';

const proofLimit = 5 * 1024 * 1024;
/** A household fills in far less; guessing draft codes is slowed besides being hopeless. */
const fillings = { limit: 60, windowSeconds: 3600 };
const filings = { limit: 20, windowSeconds: 3600 };

type Typed = Readonly<Record<string, string | readonly string[] | undefined>>;
type Asked = Parameters<typeof loadSiteFrame>[0] & Parameters<typeof findHeldDraft>[0];

/** The fields of the form as sent, whatever else came with them. */
function formOf(typed: Typed): Record<string, string> {
  return Object.fromEntries(
    filingFieldNames.map((name) => {
      const value = typed[name];
      return [name, typeof value === 'string' ? value.slice(0, 5000) : ''];
    }),
  );
}

async function organsOf(app: App) {
  return listAnsweringOrgans(app, await getHomeJurisdictionId(app.database.read, { kind: 'visitor' }));
}

async function formPage(
  asked: Asked,
  typed: Record<string, string>,
  refusal: Refusal | null,
): Promise<ReactElement> {
  return createElement(ApplyPage, {
    frame: await loadSiteFrame(asked, 'requests'),
    organs: await organsOf(asked.app),
    typed,
    refusal,
  });
}

/** The last look; undefined while the form is not complete. */
async function reviewPage(
  asked: Asked,
  held: HeldDraft,
  refusal: Refusal | null,
): Promise<ReactElement | undefined> {
  const filing = filingSchema.safeParse(held.draft.form).data;
  if (filing === undefined) return undefined;
  const organs = await organsOf(asked.app);
  return createElement(ReviewPage, {
    frame: await loadSiteFrame(asked, 'requests'),
    filing,
    unitName: organs.find(({ id }) => id === filing.unitId)?.name ?? '',
    hints: listFilingHints(filing),
    proofs: held.draft.proofs,
    refusal,
  });
}

/** The last look again with what was wrong; the form where there is nothing to look at. */
async function reviewAgain(asked: Asked & { readonly refusal: Refusal }): Promise<ReactElement> {
  const held = await getOpenDraft(asked);
  return (await reviewPage(asked, held, asked.refusal)) ?? formPage(asked, held.draft.form, asked.refusal);
}

export const portalFilingRoutes: readonly PageRoute[] = [
  pageRoute({
    name: 'requests.applyPage',
    summary: '申请表：接着已填写的内容',
    path: requestFormAddress.pattern,
    query: z.object({ subject: z.string().trim().max(100).default('') }),
    handle: async (input) => {
      const { draft } = await getOpenDraft(input);
      const { subject } = input.query;
      const typed = draft.form.subject ? draft.form : { ...draft.form, subject };
      return privatePage(await formPage(input, typed, null));
    },
  }),
  pageRoute({
    name: 'requests.fillFiling',
    summary: '填好的申请表，去核对',
    method: 'POST',
    path: requestFormAddress.pattern,
    body: filingSchema,
    attempts: fillings,
    refused: async (form) => formPage(form, formOf(form.typed), form.refusal),
    handle: async (input) => {
      const { key, draft } = await getOpenDraft(input);
      await saveFilingDraft(input.app, key, { ...draft, form: formOf(input.body) });
      return movedTo(applyReviewAddress(), key);
    },
  }),
  pageRoute({
    name: 'requests.keepDraft',
    summary: '保存没有填完的申请',
    method: 'POST',
    path: applyKeepAddress.pattern,
    body: z.record(z.string(), z.string().max(5000).or(z.array(z.string()))),
    attempts: fillings,
    handle: async (input) => {
      const { key, draft } = await getOpenDraft(input);
      await saveFilingDraft(input.app, key, { ...draft, form: formOf(input.body) });
      return movedTo(applyKeepAddress(), key);
    },
  }),
  pageRoute({
    name: 'requests.keptPage',
    summary: '草稿码',
    path: applyKeepAddress.pattern,
    handle: async (input) => {
      const held = await findHeldDraft(input);
      if (held === undefined || held.draft.requestId !== null) return movedTo(requestFormAddress());
      const until = addDays(beijingDayOf(input.app.clock.now()), draftKeptDays);
      return privatePage(
        createElement(KeptPage, { frame: await loadSiteFrame(input, 'requests'), draftKey: held.key, until }),
      );
    },
  }),
  pageRoute({
    name: 'requests.resumePage',
    summary: '凭草稿码接着填写',
    path: applyResumeAddress.pattern,
    handle: async (input) =>
      createElement(ResumePage, { frame: await loadSiteFrame(input, 'requests'), typed: '', refusal: null }),
  }),
  pageRoute({
    name: 'requests.resumeDraft',
    summary: '取回草稿',
    method: 'POST',
    path: applyResumeAddress.pattern,
    body: z.object({ code: z.string().max(40) }),
    attempts: filings,
    refused: async ({ app, refusal, request, typed }) =>
      createElement(ResumePage, {
        frame: await loadSiteFrame({ app, request }, 'requests'),
        typed: typeof typed.code === 'string' ? typed.code : '',
        refusal,
      }),
    handle: async ({ app, body }) => {
      const key = readDraftKey(body.code);
      if ((await openFilingDraft(app, key)) === undefined)
        throw requestRefusals.refuse('requests.draftGone', {});
      return movedTo(requestFormAddress(), key);
    },
  }),
  pageRoute({
    name: 'requests.discardDraft',
    summary: '删除已填写的内容',
    method: 'POST',
    path: applyDiscardAddress.pattern,
    handle: async (input) => {
      const held = await findHeldDraft(input);
      if (held !== undefined) await discardFilingDraft(input.app, held.key);
      return movedTo(applyAddress(), null);
    },
  }),
  pageRoute({
    name: 'requests.reviewFiling',
    summary: '提交之前核对',
    path: applyReviewAddress.pattern,
    handle: async (input) => {
      const held = await findHeldDraft(input);
      if (held === undefined) return movedTo(requestFormAddress());
      if (held.draft.requestId !== null) return movedTo(applyReceiptAddress());
      const page = await reviewPage(input, held, null);
      return page === undefined ? movedTo(requestFormAddress()) : privatePage(page);
    },
  }),
  pageRoute({
    name: 'requests.addFilingProof',
    summary: '上传身份证明',
    method: 'POST',
    path: applyProofAddress.pattern,
    uploadLimit: proofLimit,
    attempts: fillings,
    refused: reviewAgain,
    handle: async (input) => {
      const held = await findHeldDraft(input);
      if (held === undefined) return movedTo(requestFormAddress());
      const { key, draft } = held;
      if (draft.requestId !== null) return movedTo(applyReceiptAddress());
      const proofs = [...draft.proofs];
      for (const { bytes } of input.files) proofs.push(await sealProof(input.app, bytes));
      if (proofs.length === draft.proofs.length) throw requestRefusals.refuse('requests.proofMissing', {});
      if (proofs.length > mostProofs) throw requestRefusals.refuse('requests.proofsTooMany', {});
      await saveFilingDraft(input.app, key, { ...draft, proofs });
      return movedTo(applyReviewAddress(), key);
    },
  }),
  pageRoute({
    name: 'requests.removeFilingProof',
    summary: '删除上传的身份证明',
    method: 'POST',
    path: applyProofRemovalAddress.pattern,
    body: z.object({ place: z.coerce.number().int().min(0).max(mostProofs) }),
    handle: async (input) => {
      const held = await findHeldDraft(input);
      if (held === undefined) return movedTo(requestFormAddress());
      const { key, draft } = held;
      if (draft.requestId !== null) return movedTo(applyReceiptAddress());
      const proofs = draft.proofs.filter((_, index) => index !== input.body.place);
      await saveFilingDraft(input.app, key, { ...draft, proofs });
      return movedTo(applyReviewAddress(), key);
    },
  }),
  pageRoute({
    name: 'requests.fileOnline',
    summary: '提交申请；重复提交只登记一次',
    method: 'POST',
    path: applySubmitAddress.pattern,
    attempts: filings,
    refused: reviewAgain,
    handle: async (input) => {
      const { app, actor } = input;
      const held = await findHeldDraft(input);
      if (held === undefined) return movedTo(requestFormAddress());
      const { key, draft } = held;
      const filing = filingSchema.safeParse(draft.form).data;
      if (draft.requestId === null && filing !== undefined) {
        const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
        const prepared = prepareFiling(app, filing, draft.filingKey);
        const { config } = app;
        await transact(app, actor, (work) =>
          fileDraft(work, { config, key, draft, prepared, jurisdictionId }),
        );
      }
      return movedTo(applyReceiptAddress(), key);
    },
  }),
  pageRoute({
    name: 'requests.receiptPage',
    summary: '申请回执：编号和查询码',
    path: applyReceiptAddress.pattern,
    handle: async (input) => {
      const held = await findHeldDraft(input);
      const requestId = held?.draft.requestId ?? null;
      const receipt = requestId === null ? undefined : await findFiledReceipt(input.app, requestId);
      if (receipt === undefined) return movedTo(requestFormAddress());
      return privatePage(
        createElement(ReceiptPage, { frame: await loadSiteFrame(input, 'requests'), receipt }),
      );
    },
  }),
];
