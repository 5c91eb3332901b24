/** Routes of the gazette: composing it on the desk, reading it and its back issues on the portal, taking it along. */
import { createElement } from 'react';
import { z } from 'zod';
import { pageQuery } from '#kernel/http/paging.ts';
import { apiRoute, pageRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { findJurisdiction, getHomeJurisdictionId } from '#modules/organisation/index.ts';
import { loadSiteFrame } from '#portal/frame.ts';
import { gazetteAddress, gazetteFileAddress, gazettesAddress, issuesPerPage } from '../addresses.ts';
import {
  arrangeGazetteSchema,
  gazetteIssueSchema,
  gazetteIssuesQuerySchema,
  gazetteIssuesSchema,
} from '../contract/gazette.ts';
import { GazetteIssuePage, GazettesPage } from '../pages/gazette.tsx';
import {
  findGazetteIssue,
  findPublicIssue,
  listGazetteIssues,
  listPublicIssues,
} from '../queries/gazette.ts';
import { findPaperDocument } from '../queries/paper-documents.ts';
import { composeGazette } from '../rules/gazette.ts';
import { arrangeGazette, openGazetteIssue, publishGazette } from '../service/gazette.ts';
import { gazetteRefusals } from '../words/gazette.ts';
import { paperFormats, paperReply } from './downloads.ts';

const issueParams = z.object({ issueId: idSchema });

export const gazetteRoutes = [
  apiRoute({
    name: 'policies.listGazettes',
    summary: '历期公报和正在编的一期',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/gazettes',
    query: gazetteIssuesQuerySchema,
    reply: gazetteIssuesSchema,
    handle: async ({ app, actor, query }) => {
      const { read } = app.database;
      return listGazetteIssues(read, await getHomeJurisdictionId(read, actor), query);
    },
  }),
  apiRoute({
    name: 'policies.openGazette',
    summary: '开始编下一期公报，先列入上一期以后发布的文件',
    access: 'policies.editGazette',
    method: 'POST',
    path: '/policies/gazettes',
    reply: z.object({ issueId: idSchema }),
    creates: true,
    handle: async ({ app, actor }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      return transact(app, actor, (work) => openGazetteIssue(work, { jurisdictionId }));
    },
  }),
  apiRoute({
    name: 'policies.viewGazette',
    summary: '一期公报的文件和顺序',
    access: 'policies.view',
    method: 'GET',
    path: '/policies/gazettes/:issueId',
    params: issueParams,
    reply: gazetteIssueSchema,
    handle: async ({ app, actor, params }) => {
      const { read } = app.database;
      const found = await findGazetteIssue(read, await getHomeJurisdictionId(read, actor), params.issueId);
      if (found === undefined) throw gazetteRefusals.refuse('policies.issueNotFound', {});
      return found;
    },
  }),
  apiRoute({
    name: 'policies.arrangeGazette',
    summary: '设置一期公报的文件和顺序',
    access: 'policies.editGazette',
    method: 'PUT',
    path: '/policies/gazettes/:issueId/documents',
    params: issueParams,
    body: arrangeGazetteSchema,
    handle: ({ app, actor, params, body }) =>
      transact(app, actor, (work) => arrangeGazette(work, { ...body, ...params })),
  }),
  apiRoute({
    name: 'policies.publishGazette',
    summary: '出版一期公报，此后固定不变',
    access: 'policies.editGazette',
    method: 'POST',
    path: '/policies/gazettes/:issueId/publication',
    params: issueParams,
    handle: ({ app, actor, params }) => transact(app, actor, (work) => publishGazette(work, params)),
  }),
  pageRoute({
    name: 'policies.gazettesPage',
    summary: '政府公报和历期检索',
    path: gazettesAddress.pattern,
    query: z.object({
      text: z.string().max(60).optional(),
      after: pageQuery([z.number().int()]).after,
    }),
    cached: true,
    handle: async (input) => {
      const { app, actor, query } = input;
      const { read } = app.database;
      const text = query.text?.trim() === '' ? undefined : query.text?.trim();
      const page = await listPublicIssues(read, await getHomeJurisdictionId(read, actor), {
        ...(text === undefined ? {} : { text }),
        after: query.after,
        limit: issuesPerPage,
      });
      return createElement(GazettesPage, {
        frame: await loadSiteFrame(input, 'policies'),
        issues: page.rows,
        text,
        firstAddress: query.after === undefined ? undefined : gazettesAddress({ text }),
        nextAddress: page.next === null ? undefined : gazettesAddress({ text, after: page.next }),
      });
    },
  }),
  pageRoute({
    name: 'policies.gazettePage',
    summary: '一期公报的目录',
    path: gazetteAddress.pattern,
    params: issueParams,
    cached: true,
    handle: async (input) => {
      const { app, actor, params } = input;
      const { read } = app.database;
      const issue = await findPublicIssue(read, await getHomeJurisdictionId(read, actor), params.issueId);
      if (issue === undefined) throw gazetteRefusals.refuse('policies.issueNotFound', {});
      return createElement(GazetteIssuePage, { frame: await loadSiteFrame(input, 'policies'), issue });
    },
  }),
  pageRoute({
    name: 'policies.gazetteFile',
    summary: '一期公报的 PDF 或者 Word',
    path: gazetteFileAddress.pattern,
    params: z.object({ issueId: idSchema, format: z.enum(paperFormats) }),
    cached: true,
    handle: async ({ app, actor, params }) => {
      const { read } = app.database;
      const jurisdictionId = await getHomeJurisdictionId(read, actor);
      const issue = await findPublicIssue(read, jurisdictionId, params.issueId);
      if (issue === undefined) throw gazetteRefusals.refuse('policies.issueNotFound', {});
      const publisher = `${(await findJurisdiction(read, jurisdictionId))?.name ?? ''}人民政府`;
      const documents = [];
      for (const { itemId } of issue.documents) {
        const document = await findPaperDocument(read, itemId, issue.day);
        if (document !== undefined) documents.push(document);
      }
      return paperReply(app, composeGazette({ ...issue, publisher }, documents), params.format);
    },
  }),
];
