/** Section 4 of the demonstration plan: requests for information, and review of what is published. */
import type { SeedPlanSection } from './seed-plan.ts';

export const requestsAndReview: SeedPlanSection = {
  title: '规范依申请公开，严格信息审查管理',
  groups: [
    {
      item: '依申请公开',
      merged: ['responsible'],
      tasks: [
        {
          topic: 'requests',
          requirement:
            '当面、邮寄、网上、传真等渠道收到的申请一律在统一平台登记，受理、补正、征求意见、延期、答复各环节全程留痕，系统自动计算办理期限并提前5个工作日提醒承办人。',
          lead: ['县政府办公室'],
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '按法定时限',
        },
        {
          topic: 'requests',
          requirement:
            '使用统一的答复文书样式，不予公开、部分公开和无法提供的逐项说明法律依据和事实理由；答复前主动核实申请人的真实需求，疑难件由法律顾问或者公职律师出具审核意见。',
          lead: ['县司法局'],
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '全年',
        },
        {
          topic: 'requests',
          requirement:
            '健全疑难申请联合会商和滥用申请权认定规则；政府信息公开行政复议、行政诉讼案件逐件登记报备，被纠错案件及时提交整改报告，争议发生率和纠错率按季度分单位通报。',
          lead: ['县司法局'],
          responsible: ['县政府各部门', '各镇（街道）'],
          cooperating: ['县政府办公室'],
          deadline: '持续推进',
        },
        {
          topic: 'requests',
          requirement:
            '每半年抽检答复案卷不少于20件，建立典型案例库；对申请集中的信息评估转为主动公开；依法收取信息处理费的，按国家规定的标准计算、通知并如实登记。',
          lead: ['县政府办公室'],
          cooperating: ['县司法局', '县财政局'],
          deadline: '7月底前完成上半年抽检，12月底前完成下半年抽检',
        },
      ],
    },
    {
      item: '信息审查和动态调整',
      tasks: [
        {
          topic: 'publishing',
          requirement:
            '制定本单位信息发布审查细则，编辑、审核、签发分人负责，保密审查单独记录审查人和结论；公文起草时同步确定公开属性，对未主动公开的信息每年复核不少于1次，条件具备的随即转为主动公开。',
          lead: ['县政府办公室'],
          responsible: ['县政府各部门', '各镇（街道）'],
          deadline: '本文件印发后20个工作日内',
        },
        {
          topic: 'monitoring',
          requirement:
            '上线发布前检测功能，对错别字、不规范表述、涉密敏感词和个人信息自动提示；身份证号码、银行账号、住址等须脱敏后发布，内部工作指令不得随文公开。',
          lead: ['县大数据局'],
          cooperating: ['县委网信办'],
          deadline: '8月31日前',
        },
      ],
    },
  ],
};
