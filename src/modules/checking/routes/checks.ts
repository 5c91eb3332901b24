/** Checks, the masked copy and reasons for release over HTTP. No decisions in here. */
import { z } from 'zod';
import { requireOfficer } from '#kernel/authorise.ts';
import { apiRoute } from '#kernel/http/route.ts';
import { transact } from '#kernel/work.ts';
import {
  checkedFileLimit,
  checkedFileSchema,
  checkedTextSchema,
  checkFileSchema,
  checkProgressSchema,
  checkTextSchema,
  maskedTextSchema,
  maskTextSchema,
  overrideInputSchema,
  overridePageSchema,
  overrideQuerySchema,
  progressIdSchema,
  savedOverrideSchema,
} from '../contract.ts';
import { listOverrides, readableUnitsOf } from '../queries/overrides.ts';
import { checkingRefusals } from '../refusals.ts';
import { followCheck, shareOfCheck } from '../service/check-progress.ts';
import { checkFile, checkText, keptNameOf, maskText } from '../service/checks.ts';
import { digestOfPlace, digestOfSpan, recordOverride } from '../service/overrides.ts';
import { withStandingReasons } from '../service/standing-reasons.ts';
import { textOnDeskName } from '../words.ts';

export const checkRoutes = [
  apiRoute({
    name: 'checking.checkText',
    summary: '检测一段文字',
    description: '边写边检，最多10万字；文字和结果都不保存。',
    access: 'checking.check',
    method: 'POST',
    path: '/checks/text',
    body: checkTextSchema,
    reply: checkedTextSchema,
    handle: async ({ app, actor, body: { unitId, ...body }, request }) => {
      const findings = await checkText(app, actor, { ...body, signal: request.signal });
      const document = { unitId, documentName: textOnDeskName, text: body.text };
      return { findings: [...(await withStandingReasons(app, actor, document, findings))] };
    },
  }),
  apiRoute({
    name: 'checking.checkFile',
    summary: '检测一个文件',
    description:
      '支持 .docx .doc .xlsx .xls .pdf .ofd .html .md .txt .csv；文件不保存，只登记检测过一次和各级结果的数量。',
    access: 'checking.check',
    method: 'POST',
    path: '/checks/file',
    body: checkFileSchema,
    reply: checkedFileSchema,
    uploadLimit: checkedFileLimit,
    creates: true,
    handle: async ({ app, actor, body, files, request }) => {
      const [file] = files;
      if (file === undefined || file.bytes.byteLength === 0)
        throw checkingRefusals.refuse('checking.fileMissing', {});
      const { onProgress, end } = followCheck(actor, body.progressId);
      const { fileName, document, findings } = await checkFile(app, actor, {
        unitId: body.unitId,
        day: body.day ?? null,
        isPublishedList: body.isPublishedList ?? false,
        fileName: file.name,
        bytes: file.bytes,
        signal: request.signal,
        onProgress,
      }).finally(end);
      const { text, parts } = document;
      const checked = { unitId: body.unitId, documentName: keptNameOf(fileName), text };
      return {
        fileName,
        text,
        parts: [...parts],
        findings: [...(await withStandingReasons(app, actor, checked, findings))],
      };
    },
  }),
  apiRoute({
    name: 'checking.showProgress',
    summary: '一份文件检测到哪里了',
    access: 'checking.check',
    method: 'GET',
    path: '/checks/progress/:progressId',
    params: z.object({ progressId: progressIdSchema }),
    reply: checkProgressSchema,
    handle: async ({ actor, params }) => ({ share: shareOfCheck(actor, params.progressId) }),
  }),
  apiRoute({
    name: 'checking.maskText',
    summary: '按默认规则把文字中的个人信息脱敏',
    access: 'checking.check',
    method: 'POST',
    path: '/checks/masked',
    body: maskTextSchema,
    reply: maskedTextSchema,
    handle: async ({ app, actor, body }) => ({ text: await maskText(app, actor, { ...body, day: null }) }),
  }),
  apiRoute({
    name: 'checking.listOverrides',
    summary: '放行理由列表',
    access: 'signedIn',
    method: 'GET',
    path: '/checks/overrides',
    query: overrideQuerySchema,
    reply: overridePageSchema,
    handle: ({ app, actor, query }) =>
      listOverrides(
        app.database.read,
        { jurisdictionId: requireOfficer(actor).jurisdictionId, unitIds: readableUnitsOf(actor) },
        query,
      ),
  }),
  apiRoute({
    name: 'checking.recordOverride',
    summary: '对检测结果说明理由并放行',
    description: '标出的文字不保存，只保存不能还原的摘要。',
    access: 'checking.override',
    method: 'POST',
    path: '/checks/overrides',
    body: overrideInputSchema,
    reply: savedOverrideSchema,
    creates: true,
    handle: ({ app, actor, body: { span, place, document, ...input } }) =>
      transact(app, actor, async (work) => ({
        overrideId: await recordOverride(work, {
          ...input,
          spanDigest: digestOfSpan(app.config, span),
          placeDigest: digestOfPlace(app.config, document ?? keptNameOf(input.documentName), place),
        }),
      })),
  }),
];
