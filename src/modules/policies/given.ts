/** Samples of the library's routes for the walk over all routes, and the door to its builders. */
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { cleanupRouteSamples } from './given/cleanup.ts';
import { type PolicyWalkGiven, walkDesk, walkDocument } from './given/documents.ts';
import { gazetteRouteSamples } from './given/gazette.ts';
import { registrationRouteSamples } from './given/registration.ts';
import { enterRelation } from './service/relations.ts';

export { givenPolicyDocument, givenRegistration } from './given/documents.ts';

const relation = {
  kind: 'basis',
  toItemId: null,
  toTitle: '清河县校园安全管理规定',
  toNumber: null,
  part: null,
  onDay: null,
  reason: '正文第一条写明',
} as const;

/** A plain letter as an office keeps it in a text file. */
export const sampleLetter = `清河县教育局文件
清教发〔2026〕12号
清河县教育局关于做好暑期防溺水工作的通知
各学校：
为保障学生安全，现就有关事项通知如下：
一、开展宣传教育
各学校放假前组织一次防溺水教育。
二、加强巡查
各学校会同所在镇街，对水域开展巡查。
本通知自2026年7月1日起施行，有效期至2027年6月30日。
清河县教育局
2026年6月10日
`;

export const policyRouteSamples: RouteSamples<PolicyWalkGiven> = {
  ...cleanupRouteSamples,
  ...registrationRouteSamples,
  ...gazetteRouteSamples,
  'policies.libraryPage': async () => ({}),
  'policies.documentPage': async (given) => ({ params: { itemId: await walkDocument(given) } }),
  'policies.comparisonPage': async (given) => ({
    params: { itemId: await walkDocument(given) },
    query: { with: await walkDocument(given) },
  }),
  'policies.documentFile': async (given) => ({
    params: { itemId: await walkDocument(given), format: 'docx' },
  }),
  'policies.libraryFeed': async () => ({ query: { year: '2026' } }),
  'policies.listDocuments': async () => ({}),
  'policies.viewLibrary': async () => ({}),
  'policies.viewDocument': async (given) => ({ params: { itemId: await walkDocument(given) } }),
  'policies.enterRelation': async (given) => ({
    params: { itemId: await walkDocument(given) },
    unitId: given.county.education,
    body: relation,
  }),
  'policies.dismissRelation': async (given) => {
    const itemId = await walkDocument(given);
    const { author } = await walkDesk(given);
    const { relationId } = await transact(given.app, author, (work) =>
      enterRelation(work, { ...relation, itemId }),
    );
    return {
      params: { itemId, relationId },
      unitId: given.county.education,
      body: { reason: '读错了' },
    };
  },
  'policies.readDocumentFile': async () => ({
    files: [
      {
        field: 'file',
        name: '通知.txt',
        mediaType: 'text/plain',
        bytes: Buffer.from(sampleLetter),
      },
    ],
  }),
  'policies.registerDocument': async (given) => {
    const { columnId } = await walkDesk(given);
    const unitId = given.county.education;
    return {
      unitId,
      body: {
        unitId,
        columnId,
        title: '清河县教育局关于做好防溺水工作的通知',
        documentNumber: '清教发〔2026〕900号',
        writtenOn: '2026-04-01',
        effectiveOn: null,
        lapsesOn: null,
        theme: '科技、教育',
        nature: 'other',
        body: '<p>各学校：</p><p>请做好防溺水工作。</p>',
        fileId: null,
      },
    };
  },
};
