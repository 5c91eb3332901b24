/** Section 7 of the demonstration plan: duties of the units, training, assessment, the annual report. */
import type { SeedPlanSection } from './seed-plan.ts';

export const safeguards: SeedPlanSection = {
  title: '强化组织保障，严格考核监督',
  groups: [
    {
      item: '责任落实',
      tasks: [
        {
          topic: 'supervision',
          requirement:
            '各单位制定年度政务公开任务清单，逐项明确分管负责人、承办科室、联络员和完成时间，报县政府办公室备案；联络员变动的应当逐项交接并重新报备。',
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '本文件印发后30日内',
        },
        {
          topic: 'supervision',
          requirement:
            '建立单位和任务两级工作台账，进展和佐证随办随记；对上年度任务开展“回头看”，未完成事项逐条核销，对滞后单位下达督办单并跟踪到底。',
          lead: ['县政府办公室'],
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '6月30日前',
        },
        {
          topic: 'organisation',
          requirement:
            '县政务公开领导小组全年召开会议不少于1次；面向分管负责人和工作人员的业务培训全年不少于2期，将《中华人民共和国政府信息公开条例》列入领导干部学法内容，所需经费纳入部门预算。',
          lead: ['县政务公开领导小组'],
          responsible: ['县政务公开领导小组成员单位'],
          cooperating: ['县财政局', '县司法局'],
          deadline: '全年',
        },
      ],
    },
    {
      item: '考核评价和年度报告',
      merged: ['lead', 'responsible'],
      tasks: [
        {
          topic: 'reporting',
          requirement:
            '完善量化考核指标，提高日常监测和群众评价权重，按月公布重点任务完成情况；严格规范第三方评估，镇（街道）和县级部门不得自行委托评估排名。',
          lead: ['县政府办公室'],
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '年底前',
        },
        {
          topic: 'reporting',
          requirement:
            '依托业务数据编制政府信息公开工作年度报告，做到数据勾稽一致、来源可查，并如实报告本分解表落实情况。',
          lead: ['县政府办公室'],
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '2027年1月31日前',
        },
        {
          topic: 'supervision',
          requirement:
            '总结基层公开的好做法，组织约稿和交流，全年推广典型案例不少于5个；对基层提出的疑难问题集中会诊、书面答复。',
          lead: ['县政府办公室'],
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '年底前',
        },
      ],
    },
  ],
};
