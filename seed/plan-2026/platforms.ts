/** Section 6 of the demonstration plan: websites, accounts, accessibility, open data. */
import type { SeedPlanSection } from './seed-plan.ts';

export const platforms: SeedPlanSection = {
  title: '建强公开平台，有序开放数据',
  groups: [
    {
      item: '政府网站和政务新媒体',
      tasks: [
        {
          topic: 'publishing',
          requirement:
            '县政府门户网站统一技术平台、统一信息资源库，信息一次录入、多端同源发布；补齐法定主动公开内容，清理空白、重复和长期不更新栏目，逐栏目设定更新周期并在到期前预警。',
          lead: ['县大数据局'],
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '2026年6月底前',
        },
        {
          topic: 'monitoring',
          requirement:
            '每日巡检错链、断链、内容混杂和安全风险，“我为政府网站找错”留言3个工作日内核实、5个工作日内办结，整改结果附佐证材料。',
          lead: ['县政府办公室'],
          cooperating: ['县委网信办'],
          deadline: '全年',
        },
        {
          topic: 'accounts',
          requirement:
            '政务新媒体账号开设、变更、注销一律备案，落实主管主办责任和转载审核，形成以县级账号为龙头的发布矩阵；连续两周未更新的账号约谈主办单位。',
          lead: ['县政府办公室'],
          responsible: ['政务新媒体主办单位'],
          cooperating: ['县委网信办', '县融媒体中心'],
          deadline: '7月底前',
        },
        {
          topic: 'accessibility',
          requirement:
            '完成网站和新媒体适老化、无障碍改造，提供大字版、语音朗读和简明版式，全面支持互联网协议第六版访问，每季度公布检测结果。',
          lead: ['县大数据局'],
          cooperating: ['县融媒体中心'],
          deadline: '2026年12月31日前',
        },
      ],
    },
    {
      item: '公共数据开放',
      tasks: [
        {
          topic: 'openData',
          requirement:
            '编制公共数据开放目录，按社会需求排定开放次序，逐数据集评估安全、商业秘密和个人信息风险，全年新增开放数据集不少于30个并保持更新。',
          lead: ['县大数据局'],
          responsible: ['县级有关部门'],
          cooperating: ['县委网信办'],
          deadline: '8月底前公布目录，12月底前完成年度开放任务',
        },
      ],
    },
  ],
};
