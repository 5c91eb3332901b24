/**
 * The demonstration plan of this year, 《望澜县2026年政务公开重点工作任务分解表》 with its cover notice, as data. The document
 * in `documents/` is built from it, and what the reader makes of that document is compared with it.
 */
import { decisionsAndDocuments } from './plan-2026/decisions-and-documents.ts';
import { grassroots } from './plan-2026/grassroots.ts';
import { interpretationAndResponse } from './plan-2026/interpretation-and-response.ts';
import { keyFields } from './plan-2026/key-fields.ts';
import { platforms } from './plan-2026/platforms.ts';
import { requestsAndReview } from './plan-2026/requests-and-review.ts';
import { safeguards } from './plan-2026/safeguards.ts';
import type { SeedPlan } from './plan-2026/seed-plan.ts';

export const plan2026: SeedPlan = {
  year: 2026,
  issuer: '望澜县人民政府办公室',
  docNumber: '望政办发〔2026〕12号',
  issuedOn: '2026-03-20',
  noticeTitle: '望澜县人民政府办公室关于印发《望澜县2026年政务公开重点工作任务分解表》的通知',
  addressees: '各镇人民政府、各街道办事处，县政府各部门：',
  noticeParagraphs: [
    '《望澜县2026年政务公开重点工作任务分解表》已经县政府第38次常务会议研究同意，现印发给你们，请结合实际抓好落实。',
    '牵头单位对所列任务负总责，会同责任单位、配合单位明确步骤、倒排工期；各单位要把工作进展和佐证材料随时记入台账，遇有困难及时反映。县政府办公室将定期调度、通报，完成结果作为年度考核的重要依据。',
  ],
  title: '望澜县2026年政务公开重点工作任务分解表',
  sections: [
    keyFields,
    decisionsAndDocuments,
    interpretationAndResponse,
    requestsAndReview,
    grassroots,
    platforms,
    safeguards,
  ],
  memberList: {
    title: '县级有关部门名单',
    phrase: '县级有关部门',
    members: [
      '县发改局',
      '县教育局',
      '县工信科技局',
      '县公安局',
      '县民政局',
      '县财政局',
      '县人社局',
      '县自然资源局',
      '县住建局',
      '县交通运输局',
      '县水利局',
      '县农业农村局',
      '县商务局',
      '县文广旅体局',
      '县卫健局',
      '县应急局',
      '县市场监管局',
      '县医保局',
      '县综合执法局',
      '县审批局',
      '县税务局',
      '市生态环境局望澜分局',
    ],
  },
};
