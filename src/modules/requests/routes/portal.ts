/** Following a request: looking it up, its letters, and what an applicant may do. Nothing here is cached. */
import { createElement, type ReactElement } from 'react';
import type { App } from '#kernel/app.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { pageRoute, type RefusedForm } from '#kernel/http/route.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { transact } from '#kernel/work.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import {
  requestActAddress,
  requestDeliveryAddress,
  requestLetterAddress,
  requestStatusAddress,
} from '../addresses.ts';
import {
  applicantActSchema,
  deliveryChangeSchema,
  type LookUpInput,
  letterLookUpSchema,
  lookUpSchema,
} from '../contract/portal-forms.ts';
import type { TypedAct } from '../pages/applicant-acts.tsx';
import { StatusPage } from '../pages/status.tsx';
import { findRequestByCode, listLettersForApplicant, viewPublicCase } from '../queries/public-case.ts';
import { findApplicantRow } from '../queries/requests.ts';
import { contactCheckOf } from '../rules/applicants.ts';
import {
  changeDelivery,
  correctOnline,
  noteLetterTaken,
  withdrawOnline,
  writeToOffice,
} from '../service/applicant-acts.ts';
import { readKeptLetter } from '../service/letters/keep-letter.ts';
import {
  digestContactCheck,
  digestContent,
  digestQueryCode,
  sealNewContact,
} from '../service/seal-applicant.ts';
import { requestRefusals } from '../words/requests.ts';

/** Guessing codes is slowed; a household looks up far less. */
const lookUps = { limit: 20, windowSeconds: 900 };

function digestsOf(app: App, { code, check }: LookUpInput) {
  return {
    queryDigest: digestQueryCode(app.config, code),
    contactDigest: digestContactCheck(app.config, contactCheckOf(check)),
    number: check.normalize('NFKC').replace(/\s/gu, ''),
  };
}

async function getOwnRequest(app: App, typed: LookUpInput) {
  const row = await findRequestByCode(app, digestsOf(app, typed));
  if (row === undefined) throw requestRefusals.refuse('requests.codeWrong', {});
  return row;
}

const textIn = (typed: Readonly<Record<string, unknown>>, name: string) => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

const nothingTyped: TypedAct = { act: '', text: '' };

const doneWords = {
  withdraw: '申请已经撤回。',
  correct: '补正已经提交，答复期限重新计算。',
  write: '留言已经送达。',
};

/** The case as its applicant sees it, after what was just done. */
async function casePage(
  asked: Parameters<typeof loadSiteFrame>[0] & { readonly app: App },
  typed: LookUpInput,
  told: { readonly error: Refusal | null; readonly done: string | null },
  written: TypedAct = nothingTyped,
): Promise<ReactElement> {
  const row = await getOwnRequest(asked.app, typed);
  return createElement(StatusPage, {
    frame: await loadSiteFrame(asked, 'requests'),
    typed: { code: typed.code, check: typed.check, ...written },
    found: await viewPublicCase(asked.app, row),
    refusal: told.error,
    done: told.done,
  });
}

/** The page again with what was wrong: the case for whoever proved it theirs, the form for everybody else. */
async function caseAgain({ app, refusal, request, typed }: RefusedForm): Promise<ReactElement> {
  const own = { code: textIn(typed, 'code'), check: textIn(typed, 'check') };
  const written = { act: textIn(typed, 'act'), text: textIn(typed, 'text') };
  const row = await findRequestByCode(app, digestsOf(app, own));
  if (row !== undefined) return casePage({ app, request }, own, { error: refusal, done: null }, written);
  return createElement(StatusPage, {
    frame: await loadSiteFrame({ app, request }, 'requests'),
    typed: { ...own, ...written },
    found: null,
    refusal,
    done: null,
  });
}

export const requestPageRoutes = [
  pageRoute({
    name: 'requests.statusPage',
    summary: '查询办理进度',
    path: requestStatusAddress.pattern,
    handle: async (input) =>
      createElement(StatusPage, {
        frame: await loadSiteFrame(input, 'requests'),
        typed: { code: '', check: '', ...nothingTyped },
        found: null,
        refusal: null,
        done: null,
      }),
  }),
  pageRoute({
    name: 'requests.lookUp',
    summary: '凭查询码和编号（或者联系电话末四位）查询申请',
    method: 'POST',
    path: requestStatusAddress.pattern,
    body: lookUpSchema,
    attempts: lookUps,
    refused: caseAgain,
    handle: (input) => casePage(input, input.body, { error: null, done: null }),
  }),
  pageRoute({
    name: 'requests.downloadOwnLetter',
    summary: '申请人下载发给自己的文书',
    method: 'POST',
    path: requestLetterAddress.pattern,
    body: letterLookUpSchema,
    attempts: lookUps,
    handle: async ({ app, actor, body }) => {
      const row = await getOwnRequest(app, body);
      const letters = await listLettersForApplicant(app, row.id);
      const letter = letters.find(({ id }) => id === body.letterId);
      if (letter === undefined) throw requestRefusals.refuse('requests.notFound', {});
      const bytes = await readKeptLetter(app, letter.id, 'pdf');
      await transact(app, actor, (work) => noteLetterTaken(work, row, letter));
      return downloadReply(`${row.number}.pdf`, 'application/pdf', bytes);
    },
  }),
  pageRoute({
    name: 'requests.changeDelivery',
    summary: '申请人改取得方式',
    method: 'POST',
    path: requestDeliveryAddress.pattern,
    body: deliveryChangeSchema,
    attempts: lookUps,
    refused: caseAgain,
    handle: async (input) => {
      const { app, actor, body } = input;
      const { code, check, wantedMedium, wantedChannel, ...contact } = body;
      const { id: requestId } = await getOwnRequest(app, { code, check });
      const applicant = await findApplicantRow(app.database.read, requestId);
      const renewed = sealNewContact(app.config, applicant?.sealed ?? null, contact);
      if (renewed === undefined) throw requestRefusals.refuse('requests.applicantErased', {});
      if (wantedChannel === 'mail' && renewed.address === '')
        throw requestRefusals.refuse('requests.deliveryNowhere', { missing: '通信地址' });
      if (wantedChannel === 'email' && renewed.email === '')
        throw requestRefusals.refuse('requests.deliveryNowhere', { missing: '电子邮件' });
      const { sealed } = renewed;
      await transact(app, actor, (work) =>
        changeDelivery(work, { requestId, wantedMedium, wantedChannel, sealed }),
      );
      return casePage(input, body, { error: null, done: '取得方式已经改好，承办人员会看到。' });
    },
  }),
  pageRoute({
    name: 'requests.actAsApplicant',
    summary: '申请人补正、撤回、留言',
    method: 'POST',
    path: requestActAddress.pattern,
    body: applicantActSchema,
    attempts: lookUps,
    refused: caseAgain,
    handle: async (input) => {
      const { app, actor, body } = input;
      const { id: requestId } = await getOwnRequest(app, body);
      const contentDigest = digestContent(app.config, body.text);
      await transact(app, actor, (work) => {
        switch (body.act) {
          case 'withdraw':
            return withdrawOnline(work, requestId, body.text);
          case 'correct':
            return correctOnline(work, { requestId, description: body.text, contentDigest });
          case 'write':
            return writeToOffice(work, requestId, body.text);
        }
      });
      return casePage(input, body, { error: null, done: doneWords[body.act] });
    },
  }),
];
