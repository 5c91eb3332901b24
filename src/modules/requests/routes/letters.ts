/** Routes of a case's letters. Who reaches the case reaches them; steps are judged by stage and person. */
import { z } from 'zod';
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { downloadReply } from '#kernel/http/file-reply.ts';
import { apiRoute, type HandlerInput } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  draftLetterSchema,
  editLetterSchema,
  letterChecksSchema,
  letterDetailSchema,
  letterKindNames,
  letterListSchema,
  letterNoteSchema,
  letterReturnSchema,
} from '../contract/letters.ts';
import { viewLetterDetail, viewLetterRow } from '../queries/letter-detail.ts';
import { findReachableLetter, listLettersOfRequest, loadLetterMatter } from '../queries/letters.ts';
import { findReachableRequest } from '../queries/requests.ts';
import { dispositionLeaves } from '../rules/dispositions/leaves.ts';
import { letterKindOf } from '../rules/letters/letter-kinds.ts';
import { checkLetter } from '../service/letters/check-letter.ts';
import { auditLetter, draftLetter, editLetter } from '../service/letters/draft.ts';
import { letterFormats, readKeptLetter, writeLetter } from '../service/letters/keep-letter.ts';
import {
  approveLetter,
  cancelLetter,
  type LetterStepInput,
  returnLetter,
  signLetter,
  submitLetter,
} from '../service/letters/sign-off.ts';
import { letterRefusals } from '../words/letters.ts';
import { requestRefusals } from '../words/requests.ts';
import { requestParams } from './requests.ts';

const letterParams = z.object({ letterId: idSchema });
const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

async function getReachableLetter(app: App, actor: Actor, letterId: string) {
  const found = await findReachableLetter(app.database.read, actor, letterId);
  if (found === undefined) throw letterRefusals.refuse('requests.letterNotFound', {});
  return found;
}

/** A step that needs no check of the words. */
function stepRoute(
  name: 'approveLetter' | 'returnLetter' | 'cancelLetter',
  path: string,
  summary: string,
  body: typeof letterNoteSchema | typeof letterReturnSchema,
  command: (work: Work, input: LetterStepInput) => Promise<void>,
) {
  return apiRoute({
    name: `requests.${name}`,
    summary,
    access: 'signedIn',
    method: 'POST',
    path: `/request-letters/:letterId/${path}`,
    params: letterParams,
    body,
    handle: async ({ app, actor, params, body: given }) => {
      await transact(app, actor, (work) => command(work, { ...params, ...given }));
    },
  });
}

type Asked = Pick<
  HandlerInput<{ readonly letterId: string }, unknown, unknown>,
  'app' | 'actor' | 'params' | 'request'
>;

async function checksFor({ app, actor, params, request }: Asked) {
  const { checks } = await checkLetter(app, actor, { letterId: params.letterId, signal: request.signal });
  return checks;
}

/** The leaves a kind of letter answers. */
function leavesOfKind(kind: string) {
  return dispositionLeaves.filter(({ letter }) => letter === kind).map(({ id, title }) => ({ id, title }));
}

export const letterRoutes = [
  apiRoute({
    name: 'requests.listLetters',
    summary: '一件申请的文书，以及可以起草的文书种类',
    access: 'signedIn',
    method: 'GET',
    path: '/requests/:requestId/letters',
    params: requestParams,
    reply: letterListSchema,
    handle: async ({ app, actor, params }) => {
      const request = await findReachableRequest(app.database.read, actor, params.requestId);
      if (request === undefined) throw requestRefusals.refuse('requests.notFound', {});
      const rows = await listLettersOfRequest(app.database.read, request.id);
      return {
        letters: rows.map(viewLetterRow),
        kinds: letterKindNames.map((kind) => ({
          kind,
          title: letterKindOf(kind).title,
          leaves: leavesOfKind(kind),
        })),
      };
    },
  }),
  apiRoute({
    name: 'requests.draftLetter',
    summary: '按案情起草一份文书',
    access: 'signedIn',
    method: 'POST',
    path: '/requests/:requestId/letters',
    params: requestParams,
    body: draftLetterSchema,
    reply: letterParams,
    creates: true,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => draftLetter(work, { ...params, ...body })),
  }),
  apiRoute({
    name: 'requests.viewLetter',
    summary: '一份文书：填写项、预览、尚缺的内容、签发经过',
    access: 'signedIn',
    method: 'GET',
    path: '/request-letters/:letterId',
    params: letterParams,
    reply: letterDetailSchema,
    handle: async ({ app, actor, params }) => {
      const { letter, request } = await getReachableLetter(app, actor, params.letterId);
      const today = beijingDayOf(app.clock.now());
      const matter = await loadLetterMatter(app.database.read, request, today);
      return viewLetterDetail(app.database.read, actor, letter, matter, today);
    },
  }),
  apiRoute({
    name: 'requests.editLetter',
    summary: '保存文书的填写项',
    access: 'signedIn',
    method: 'PUT',
    path: '/request-letters/:letterId',
    params: letterParams,
    body: editLetterSchema,
    handle: async ({ app, actor, params, body }) => {
      await transact(app, actor, (work) => editLetter(work, { ...params, ...body }));
    },
  }),
  apiRoute({
    name: 'requests.checkLetter',
    summary: '检测文书用语、格式和敏感内容，不留痕',
    access: 'signedIn',
    method: 'GET',
    path: '/request-letters/:letterId/checks',
    params: letterParams,
    reply: letterChecksSchema,
    handle: async ({ app, actor, params, request }) => {
      const { findings } = await checkLetter(app, actor, { ...params, signal: request.signal });
      return {
        findings: findings.map(({ severity, text, reason, suggestion }) => ({
          severity,
          text,
          reason,
          suggestion,
        })),
      };
    },
  }),
  apiRoute({
    name: 'requests.submitLetter',
    summary: '文书送审：内容完整、检测通过',
    access: 'signedIn',
    method: 'POST',
    path: '/request-letters/:letterId/submit',
    params: letterParams,
    body: letterNoteSchema,
    handle: async (asked) => {
      const checks = await checksFor(asked);
      const { app, actor, params, body } = asked;
      await transact(app, actor, (work) => submitLetter(work, { ...params, ...body, checks }));
    },
  }),
  stepRoute('approveLetter', 'approve', '审核通过文书（不得是起草人）', letterNoteSchema, approveLetter),
  stepRoute('returnLetter', 'return', '退回文书并写明原因', letterReturnSchema, returnLetter),
  stepRoute('cancelLetter', 'cancel', '作废未签发的文书', letterNoteSchema, cancelLetter),
  apiRoute({
    name: 'requests.signLetter',
    summary: '签发文书：编文号、记入案件；起草人、审核人、签发人不得为同一人',
    access: 'signedIn',
    method: 'POST',
    path: '/request-letters/:letterId/sign',
    params: letterParams,
    body: letterNoteSchema,
    reply: z.object({ documentNumber: z.string() }),
    handle: async (asked) => {
      const checks = await checksFor(asked);
      const { app, actor, params, body } = asked;
      return transact(app, actor, (work) => signLetter(work, { ...params, ...body, checks }));
    },
  }),
  apiRoute({
    name: 'requests.downloadLetter',
    summary: '下载文书：草稿隐去申请人，已签发的为存档原件并记录查阅',
    access: 'signedIn',
    method: 'GET',
    path: '/request-letters/:letterId/paper',
    params: letterParams,
    query: z.object({ format: z.enum(letterFormats).default('pdf') }),
    handle: async ({ app, actor, params, query }) => {
      const { letter } = await getReachableLetter(app, actor, params.letterId);
      const { format } = query;
      const { title } = letterKindOf(letter.kind);
      if (letter.signedOn === null) {
        const bytes = await writeLetter(app, letter, format);
        return downloadReply(`${title}（草稿）.${format}`, mediaTypes[format], bytes);
      }
      const bytes = await readKeptLetter(app, letter.id, format);
      await transact(app, actor, async (work) => {
        auditLetter(work, 'openLetter', letter, `查阅${title} ${letter.documentNumber ?? ''}`, { format });
      });
      return downloadReply(`${letter.documentNumber ?? ''} ${title}.${format}`, mediaTypes[format], bytes);
    },
  }),
];
