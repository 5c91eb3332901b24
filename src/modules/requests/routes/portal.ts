/** The public pages of requests: the form, the receipt, looking up, and what an applicant may do. Nothing here is cached. */
import { createElement } from 'react';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { pageRoute } from '#kernel/http/route.ts';
import { transact } from '#kernel/work.ts';
import { getHomeJurisdictionId, nameUnits } from '#modules/organisation/index.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import {
  requestActAddress,
  requestFormAddress,
  requestLetterAddress,
  requestStatusAddress,
} from '../addresses.ts';
import {
  applicantActSchema,
  type FilingInput,
  filingSchema,
  type LookUpInput,
  letterLookUpSchema,
  lookUpSchema,
} from '../contract/portal-forms.ts';
import { ApplyPage } from '../pages/apply.tsx';
import { ReceiptPage } from '../pages/receipt.tsx';
import { StatusPage } from '../pages/status.tsx';
import {
  findRequestByCode,
  listAnsweringOrgans,
  listLettersForApplicant,
  viewPublicCase,
} from '../queries/public-case.ts';
import { findApplicantRow } from '../queries/requests.ts';
import { contactCheckOf } from '../rules/applicants.ts';
import { correctOnline, fileOnline, withdrawOnline, writeToOffice } from '../service/applicant-acts.ts';
import { type SealedProof, sealProof } from '../service/identity-proofs.ts';
import { readKeptLetter } from '../service/letters/keep-letter.ts';
import type { PreparedRequest } from '../service/register-request.ts';
import {
  digestContactCheck,
  digestContent,
  digestQueryCode,
  makeFilingKey,
  openApplicant,
  sealApplicant,
} from '../service/seal-applicant.ts';
import { requestRefusals } from '../words/requests.ts';

const proofLimit = 5 * 1024 * 1024;
/** Guessing codes and flooding the register are slowed; a household files and looks up far less. */
const filings = { limit: 20, windowSeconds: 3600 };
const lookUps = { limit: 20, windowSeconds: 900 };

function prepareFiling(app: App, form: FilingInput): PreparedRequest {
  const { filingKey, unitId, subject, description, wantedMedium, wantedChannel, ...applicant } = form;
  return {
    unitId,
    filingKey,
    applicant: sealApplicant(app.config, { ...applicant, contactPerson: '', postcode: '' }),
    content: { subject, description, wantedMedium, wantedChannel },
    contentDigest: digestContent(app.config, `${subject}${description}`),
    arrival: {
      way: 'online',
      arrivedOn: beijingDayOf(app.clock.now()),
      signedOn: null,
      confirmedOn: null,
      misdirected: false,
      evidence: '',
    },
  };
}

function digestsOf(app: App, { code, check }: LookUpInput) {
  return {
    queryDigest: digestQueryCode(app.config, code),
    contactDigest: digestContactCheck(app.config, contactCheckOf(check)),
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

export const requestPageRoutes = [
  pageRoute({
    name: 'requests.applyPage',
    summary: '申请公开政府信息：办事指引和申请表',
    path: requestFormAddress.pattern,
    handle: async (input) => {
      const { app, actor } = input;
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      return createElement(ApplyPage, {
        frame: await loadSiteFrame(input, 'requests'),
        organs: await listAnsweringOrgans(app, jurisdictionId),
        filingKey: makeFilingKey(),
        typed: {},
        refusal: null,
      });
    },
  }),
  pageRoute({
    name: 'requests.fileOnline',
    summary: '提交申请；重复提交同一份表单只登记一次',
    method: 'POST',
    path: requestFormAddress.pattern,
    body: filingSchema,
    uploadLimit: proofLimit,
    attempts: filings,
    refused: async ({ app, actor, refusal, request, typed }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      return createElement(ApplyPage, {
        frame: await loadSiteFrame({ app, request }, 'requests'),
        organs: await listAnsweringOrgans(app, jurisdictionId),
        filingKey: textIn(typed, 'filingKey') || makeFilingKey(),
        typed: Object.fromEntries(Object.keys(typed).map((name) => [name, textIn(typed, name)])),
        refusal,
      });
    },
    handle: async (input) => {
      const { app, actor, body, files } = input;
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      const prepared = prepareFiling(app, body);
      const proofs: SealedProof[] = [];
      for (const { bytes } of files) proofs.push(await sealProof(app, bytes));
      const made = await transact(app, actor, (work) => fileOnline(work, prepared, jurisdictionId, proofs));
      const row = await findApplicantRow(app.database.read, made.requestId);
      const opened = openApplicant(app.config, row?.sealed ?? null);
      if (opened === undefined) throw requestRefusals.refuse('requests.applicantErased', {});
      const names = await nameUnits(app.database.read, [body.unitId]);
      return createElement(ReceiptPage, {
        frame: await loadSiteFrame(input, 'requests'),
        number: made.number,
        unitName: names.get(body.unitId)?.name ?? '',
        subject: body.subject,
        queryCode: opened.queryCode,
      });
    },
  }),
  pageRoute({
    name: 'requests.statusPage',
    summary: '查询申请',
    path: requestStatusAddress.pattern,
    handle: async (input) =>
      createElement(StatusPage, {
        frame: await loadSiteFrame(input, 'requests'),
        typed: { code: '', check: '' },
        found: null,
        error: null,
        done: null,
      }),
  }),
  pageRoute({
    name: 'requests.lookUp',
    summary: '凭查询码和联系电话末四位查询申请',
    method: 'POST',
    path: requestStatusAddress.pattern,
    body: lookUpSchema,
    attempts: lookUps,
    refused: async ({ app, refusal, request, typed }) =>
      createElement(StatusPage, {
        frame: await loadSiteFrame({ app, request }, 'requests'),
        typed: { code: textIn(typed, 'code'), check: textIn(typed, 'check') },
        found: null,
        error: refusal.sentence,
        done: null,
      }),
    handle: async (input) => {
      const { app, body } = input;
      const row = await getOwnRequest(app, body);
      return createElement(StatusPage, {
        frame: await loadSiteFrame(input, 'requests'),
        typed: body,
        found: await viewPublicCase(app, row),
        error: null,
        done: null,
      });
    },
  }),
  pageRoute({
    name: 'requests.downloadOwnLetter',
    summary: '申请人下载发给自己的文书',
    method: 'POST',
    path: requestLetterAddress.pattern,
    body: letterLookUpSchema,
    attempts: lookUps,
    handle: async ({ app, body }) => {
      const row = await getOwnRequest(app, body);
      const letters = await listLettersForApplicant(app, row.id);
      const letter = letters.find(({ id }) => id === body.letterId);
      if (letter === undefined) throw requestRefusals.refuse('requests.notFound', {});
      const bytes = await readKeptLetter(app, letter.id, 'pdf');
      return downloadReply(`${row.number}.pdf`, 'application/pdf', bytes);
    },
  }),
  pageRoute({
    name: 'requests.actAsApplicant',
    summary: '申请人补正、撤回、留言',
    method: 'POST',
    path: requestActAddress.pattern,
    body: applicantActSchema,
    attempts: lookUps,
    refused: async ({ app, refusal, request, typed }) => {
      const own = { code: textIn(typed, 'code'), check: textIn(typed, 'check') };
      const row = await findRequestByCode(app, digestsOf(app, own));
      return createElement(StatusPage, {
        frame: await loadSiteFrame({ app, request }, 'requests'),
        typed: own,
        found: row === undefined ? null : await viewPublicCase(app, row),
        error: refusal.sentence,
        done: null,
      });
    },
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
      const row = await getOwnRequest(app, body);
      const done = {
        withdraw: '申请已经撤回。',
        correct: '补正已经提交，答复期限重新计算。',
        write: '留言已经送达。',
      };
      return createElement(StatusPage, {
        frame: await loadSiteFrame(input, 'requests'),
        typed: body,
        found: await viewPublicCase(app, row),
        error: null,
        done: done[body.act],
      });
    },
  }),
];
