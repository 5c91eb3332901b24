/** Routes of the settings of letters: texts, bodies of remedy, heads of units. For the FOI office of the jurisdiction. */
import { z } from 'zod';
import { apiRoute } from '#kernel/http/route.ts';
import { idSchema } from '#kernel/schema.ts';
import { transact } from '#kernel/work.ts';
import { findUnit, getHomeJurisdictionId } from '#modules/organisation/index.ts';
import {
  letterheadSchema,
  letterKindSchema,
  letterSettingsSchema,
  remedyBodiesSchema,
  setTemplateSchema,
} from '../contract/letters.ts';
import { findLetterhead, viewLetterSettings } from '../queries/letter-settings.ts';
import { setLetterhead, setLetterTemplate, setRemedyBodies } from '../service/letters/settings.ts';
import { requestRefusals } from '../words/requests.ts';

const unitParams = z.object({ unitId: idSchema });

export const letterSettingRoutes = [
  apiRoute({
    name: 'requests.viewLetterSettings',
    summary: '文书设置：各类文书的现行模板、可用字段、复议机关和法院',
    access: 'requests.oversee',
    method: 'GET',
    path: '/request-letter-settings',
    reply: letterSettingsSchema,
    handle: async ({ app, actor }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      return viewLetterSettings(app.database.read, jurisdictionId);
    },
  }),
  apiRoute({
    name: 'requests.setLetterTemplate',
    summary: '修改一类文书的模板：字段逐一核对，留存各版',
    access: 'requests.oversee',
    method: 'PUT',
    path: '/request-letter-settings/templates/:kind',
    params: z.object({ kind: letterKindSchema }),
    body: setTemplateSchema,
    reply: z.object({ version: z.number() }),
    handle: async ({ app, actor, params, body }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      return transact(app, actor, (work) => setLetterTemplate(work, { jurisdictionId, ...params, ...body }));
    },
  }),
  apiRoute({
    name: 'requests.setRemedyBodies',
    summary: '登记上一级政府和管辖法院的名称',
    access: 'requests.oversee',
    method: 'PUT',
    path: '/request-letter-settings/remedy-bodies',
    body: remedyBodiesSchema,
    handle: async ({ app, actor, body }) => {
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      await transact(app, actor, (work) => setRemedyBodies(work, { jurisdictionId, ...body }));
    },
  }),
  apiRoute({
    name: 'requests.viewLetterhead',
    summary: '一个单位的答复信息',
    access: 'requests.oversee',
    method: 'GET',
    path: '/request-letter-settings/letterheads/:unitId',
    params: unitParams,
    reply: letterheadSchema,
    handle: async ({ app, actor, params }) => {
      const unit = await findUnit(app.database.read, params.unitId);
      const jurisdictionId = await getHomeJurisdictionId(app.database.read, actor);
      if (unit === undefined || unit.jurisdictionId !== jurisdictionId) {
        throw requestRefusals.refuse('requests.unitUnknown', {});
      }
      return findLetterhead(app.database.read, unit);
    },
  }),
  apiRoute({
    name: 'requests.setLetterhead',
    summary: '登记一个单位的答复信息：救济类别、上级部门、电话、地址',
    access: 'requests.oversee',
    method: 'PUT',
    path: '/request-letter-settings/letterheads/:unitId',
    params: unitParams,
    body: letterheadSchema,
    handle: async ({ app, actor, params, body }) => {
      await transact(app, actor, (work) => setLetterhead(work, { ...params, ...body }));
    },
  }),
];
