/** Section 1 of the demonstration plan: the fields a county opens around its main work. */
import type { SeedPlanSection } from './seed-plan.ts';

export const keyFields: SeedPlanSection = {
  title: '围绕全县中心工作，做深重点领域信息公开',
  groups: [
    {
      item: '经济发展信息公开',
      tasks: [
        {
          topic: 'publishing',
          requirement:
            '在县政府门户网站设置“十五五”规划实施专栏，按主要指标、重点任务、重大工程三类列出清单，每半年更新一次进展情况、阶段成效和下一步安排，让公众看得到规划怎么落地。',
          lead: ['县发改局'],
          responsible: ['县级有关部门'],
          cooperating: ['县统计局'],
          deadline: '全年',
        },
        {
          topic: 'publishing',
          requirement:
            '重大建设项目实行一项目一档案，从立项批复、用地规划、招标投标到施工进度、质量监督、竣工验收逐环节归集公开；设计变更和工期调整应当说明原因。',
          lead: ['县发改局'],
          responsible: ['县住建局', '县交通运输局', '县水利局'],
          cooperating: ['县审批局', '县自然资源局'],
          deadline: '持续推进',
        },
        {
          topic: 'publishing',
          requirement:
            '细化财政预决算公开内容，一般性支出、转移支付、政府债务限额和余额分项列明；选取群众关注的民生项目公示预算编制、资金分配和使用结果，选取项目不少于5个。',
          lead: ['县财政局'],
          responsible: ['县级有关部门', '各镇（街道）'],
          cooperating: ['县审计局'],
          deadline: '10月31日前',
        },
        {
          topic: 'push',
          requirement:
            '汇总产业扶持、科技创新、减税降费、消费促进等惠企政策，按行业和企业生命周期编成政策清单，逐条注明兑现条件、经办单位和有效期限，政策调整后3个工作日内同步更新。',
          lead: ['县工信科技局'],
          responsible: ['县发改局', '县财政局', '县商务局', '县税务局'],
          deadline: '年底前完成，长期坚持',
        },
      ],
    },
    {
      item: '营商环境和监管执法信息公开',
      tasks: [
        {
          topic: 'publishing',
          requirement:
            '行政许可、行政处罚、“双随机、一公开”抽查、反不正当竞争、知识产权保护等结果信息按统一格式公示，信用修复后及时调整展示状态。',
          lead: ['县市场监管局（县知识产权局）'],
          responsible: ['县综合执法局', '县应急局', '市生态环境局望澜分局'],
          cooperating: ['县司法局'],
          deadline: '全年',
        },
        {
          topic: 'messages',
          requirement:
            '开设企业投资和工程建设项目审批堵点反映入口，实行收件、转办、答复、回访闭环管理，按季度梳理共性问题及解决办法向社会公布。',
          lead: ['县审批局'],
          responsible: ['县发改局', '县自然资源局', '县住建局'],
          cooperating: ['县政务服务中心'],
          deadline: '9月底前',
        },
        {
          topic: 'publishing',
          requirement:
            '对照权责清单逐项校核办事指南，补齐申请材料样表、中介服务、收费依据和投诉方式；围绕出生、入学、开店、退休等场景推出“一件事”图解并汇编成册。',
          lead: ['县审批局'],
          responsible: ['县级有关部门'],
          cooperating: ['县政务服务中心'],
          deadline: '2026年6月底前',
        },
      ],
    },
    {
      item: '民生领域信息公开',
      merged: ['deadline'],
      tasks: [
        {
          topic: 'publishing',
          requirement:
            '按高校毕业生、农民工、退役军人、就业困难人员等群体分类公开就业创业扶持政策、技能培训计划和补贴申领流程，岗位信息每周更新。',
          lead: ['县人社局'],
          cooperating: ['县退役军人局', '县教育局'],
          deadline: '全年',
        },
        {
          topic: 'publishing',
          requirement:
            '教育招生、医疗服务、医疗保障、养老服务、社会救助、食品药品安全等领域分别编制公开目录，明确责任科室、更新周期和公开渠道。',
          responsible: ['县教育局', '县民政局', '县卫健局', '县医保局', '县市场监管局'],
          deadline: '全年',
        },
        {
          topic: 'publishing',
          requirement:
            '城镇老旧小区改造、保障性住房、生活垃圾分类、道路交通组织调整等信息以项目清单形式发布，空气、水环境质量和生态环境督察整改情况按月公布。',
          lead: ['县住建局'],
          responsible: ['县交通运输局', '县综合执法局（县城管局）', '市生态环境局望澜分局'],
          cooperating: ['县公安局'],
          deadline: '全年',
        },
        {
          topic: 'decisions',
          requirement:
            '年度民生实事项目实行征集、票决、实施、评价全过程公开，每个项目公布责任人、资金来源和月度进展，完成后邀请受益群众评议。',
          lead: ['县政府办公室'],
          responsible: ['民生实事项目牵头单位'],
          cooperating: ['各镇（街道）'],
          deadline: '4月底前公布项目清单，12月底前公布完成情况',
        },
        {
          topic: 'publishing',
          requirement:
            '修订并公布县、镇两级应急预案，汛期、森林防火期和传染病高发季节主动发布预警信息、防控措施和避险常识，注明信息来源和发布时间。',
          lead: ['县应急局'],
          responsible: ['县水利局', '县自然资源局（县林业局）', '县卫健局'],
          cooperating: ['县融媒体中心'],
          deadline: '持续推进',
        },
      ],
    },
  ],
};
