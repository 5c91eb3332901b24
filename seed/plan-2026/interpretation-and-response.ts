/** Section 3 of the demonstration plan: interpretation, answers to people, push, public opinion. */
import type { SeedPlanSection } from './seed-plan.ts';

export const interpretationAndResponse: SeedPlanSection = {
  title: '增强解读回应实效，让政策找得到、看得懂、用得上',
  groups: [
    {
      item: '政策解读',
      merged: ['deadline'],
      tasks: [
        {
          topic: 'interpretation',
          requirement:
            '凡列入解读范围的政策文件，解读方案、解读材料须与文件一并报审、一并发布，未附解读材料的不予进入发文程序。解读应当讲清适用对象、享受条件、办理程序和新旧政策差别，关联文件一并说明。',
          lead: ['县政府办公室'],
          responsible: ['政策起草单位'],
          deadline: '与政策文件同步',
        },
        {
          topic: 'interpretation',
          requirement:
            '部门主要负责人履行第一解读人职责，每人每年解读政策不少于2次；综合运用图表、短视频、动漫、问答、在线访谈等形式，少用原文摘抄。',
          responsible: ['县政府各部门', '各镇（街道）'],
          cooperating: ['县融媒体中心'],
          deadline: '全年',
        },
        {
          topic: 'interpretation',
          requirement:
            '政策施行满三个月后收集执行中的疑问和误读，视情开展延伸解读；面向基层经办人员的政策培训每半年不少于1场，进企业、进村（社区）宣讲留存场次、人数等记录。',
          responsible: ['政策起草单位'],
          cooperating: ['各镇（街道）'],
          deadline: '全年',
        },
      ],
    },
    {
      item: '互动交流和精准服务',
      tasks: [
        {
          topic: 'messages',
          requirement:
            '打通县政府门户网站、政务服务便民热线、信访和服务窗口的咨询受理数据，实行首问负责、统一编号，一般性咨询1个工作日内答复；推行服务“好差评”，差评事项限期整改并公布结果。',
          lead: ['县信访局'],
          responsible: ['县政务服务中心', '县级有关部门'],
          cooperating: ['县大数据局'],
          deadline: '三季度前',
        },
        {
          topic: 'answers',
          requirement:
            '建设政策问答库和智能搜索，首批审核入库问答不少于300条，每条答复标注依据条款；依据文件废止的，相关问答同步下线，无法回答的问题转人工办理。',
          lead: ['县大数据局'],
          responsible: ['县级有关部门'],
          deadline: '10月底前',
        },
        {
          topic: 'push',
          requirement:
            '梳理面向特定行业和人群的政策条款，建立适用条件标签，经本人或者企业授权开展精准推送，向对象说明匹配理由，提供申领入口，并统计送达、阅读和办理情况。',
          lead: ['县审批局'],
          responsible: ['县发改局', '县工信科技局', '县人社局', '县税务局'],
          cooperating: ['县大数据局'],
          deadline: '2026年年底前完成，长期坚持',
        },
      ],
    },
    {
      item: '舆情回应和新闻发布',
      tasks: [
        {
          topic: 'opinion',
          requirement:
            '对政策措施和突发事件相关舆情实行监测、研判、转办、回应闭环管理；发生特别重大、重大突发事件时，5小时内发布权威信息，24小时内举行新闻发布会，并持续通报处置进展；对不实信息查明后及时公布真相。',
          lead: ['县委宣传部'],
          responsible: ['县委网信办', '县公安局'],
          cooperating: ['县级有关部门'],
          deadline: '持续推进',
        },
        {
          topic: 'opinion',
          requirement:
            '重要政策发布前评估社会影响和舆情风险，涉及多个单位的先行会商、统一口径；部门主要负责人出席新闻发布会全年不少于1次，同一内容统筹网站、新媒体、广播电视和公告栏发布。',
          lead: ['县委宣传部（县政府新闻办）'],
          responsible: ['县政府各部门'],
          cooperating: ['县融媒体中心'],
          deadline: '年底前',
        },
      ],
    },
  ],
};
