/** Section 2 of the demonstration plan: major decisions, public participation and official documents. */
import type { SeedPlanSection } from './seed-plan.ts';

export const decisionsAndDocuments: SeedPlanSection = {
  title: '提高决策公开质量，管好用好政策文件',
  groups: [
    {
      item: '重大行政决策公开和公众参与',
      tasks: [
        {
          topic: 'decisions',
          requirement:
            '编制本年度重大行政决策事项目录，列明承办单位、决策依据、公众参与方式和计划完成时间，经县政府常务会议审定后公布，年中调整的及时说明理由。',
          lead: ['县政府办公室'],
          responsible: ['决策承办单位'],
          cooperating: ['县司法局'],
          deadline: '5月底前',
        },
        {
          topic: 'decisions',
          requirement:
            '每一决策事项建立专页，集中展示草案及说明、意见征集公告、意见采纳情况、专家论证、风险评估、合法性审查结论和决策结果；意见征集期限一般不少于30日，对多数人提出而未采纳的意见应当说明理由。',
          lead: ['县司法局'],
          responsible: ['决策承办单位'],
          deadline: '全年',
        },
        {
          topic: 'decisions',
          requirement:
            '建立利益相关方、群众代表、专家、媒体记者列席县政府会议的报名和遴选办法，全年邀请列席县政府常务会议不少于2次，公布列席人员意见及采纳情况。',
          lead: ['县政府办公室'],
          cooperating: ['县融媒体中心'],
          deadline: '年底前',
        },
        {
          topic: 'decisions',
          requirement:
            '结合年度重点工作和节庆活动举办政府开放日，每个单位全年不少于1次，活动中设置提问和问卷环节，活动结束后集中研究意见建议并公布办理结果。',
          lead: ['县政府办公室'],
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '11月底前',
        },
        {
          topic: 'publishing',
          requirement:
            '依法公开人大代表建议和政协委员提案办理复文，同时公布办理总体情况；复文涉及不宜公开内容的，经审查后公开摘要。',
          lead: ['县政府办公室'],
          responsible: ['县级有关部门'],
          deadline: '10月底前',
        },
      ],
    },
    {
      item: '政策文件集中公开和动态管理',
      tasks: [
        {
          topic: 'policyLibrary',
          requirement:
            '建成全县统一的政策文件库，收录现行有效的行政规范性文件，发文字号、标题、成文日期、发布日期、有效性、废止日期和正文七项要素齐备，支持检索和下载，文件状态变化当日更新。',
          lead: ['县政府办公室'],
          responsible: ['县政府各部门', '各镇（街道）'],
          cooperating: ['县司法局'],
          deadline: '9月底前完成，长期坚持',
        },
        {
          topic: 'policyLibrary',
          requirement:
            '文件库提供按发文机关、年份、主题等方式分类展示，另按企业和个人关注事项设置专题；文件与政务服务事项、权责清单条目互设链接，并向各单位提供统一数据接口。',
          lead: ['县大数据局'],
          responsible: ['县审批局'],
          cooperating: ['县司法局'],
          deadline: '10月底前',
        },
        {
          topic: 'policyLibrary',
          requirement:
            '组织开展一轮行政规范性文件清理，由起草单位逐件提出继续有效、修改、废止或者宣布失效的意见，结果统一公布，各单位据此修订制度汇编；新制定文件实行统一登记、统一编号、统一公布。',
          lead: ['县司法局'],
          responsible: ['政策起草单位'],
          cooperating: ['县政府办公室'],
          deadline: '6月底前提出清理意见，11月底前公布清理结果',
        },
        {
          topic: 'policyLibrary',
          requirement:
            '县政府公报全年编发不少于6期，与政策文件库同源生成电子版，往期公报提供目录和全文检索；移交档案馆的政府信息定期公布目录。',
          lead: ['县政府办公室'],
          cooperating: ['县档案馆', '县图书馆'],
          deadline: '全年',
        },
      ],
    },
  ],
};
