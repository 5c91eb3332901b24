/** The public pages of requests: the form, the receipt, looking up, and what an applicant may do. Nothing here is cached. */
import { createElement } from 'react';
import type { App } from '#kernel/app.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { pageRoute } from '#kernel/http/route.ts';
import { transact } from '#kernel/work.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import { requestActAddress, requestLetterAddress, requestStatusAddress } from '../addresses.ts';
import {
  applicantActSchema,
  type LookUpInput,
  letterLookUpSchema,
  lookUpSchema,
} from '../contract/portal-forms.ts';
import { StatusPage } from '../pages/status.tsx';
import { findRequestByCode, listLettersForApplicant, viewPublicCase } from '../queries/public-case.ts';
import { contactCheckOf } from '../rules/applicants.ts';
import { correctOnline, withdrawOnline, writeToOffice } from '../service/applicant-acts.ts';
import { readKeptLetter } from '../service/letters/keep-letter.ts';
import { digestContactCheck, digestContent, digestQueryCode } from '../service/seal-applicant.ts';
import { requestRefusals } from '../words/requests.ts';

/** Guessing codes is slowed; a household looks up far less. */
const lookUps = { limit: 20, windowSeconds: 900 };

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
