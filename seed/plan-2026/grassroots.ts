/** Section 5 of the demonstration plan: standard catalogues, villages, public enterprises, reading places. */
import type { SeedPlanSection } from './seed-plan.ts';

export const grassroots: SeedPlanSection = {
  title: '推动公开标准落到基层',
  groups: [
    {
      item: '标准目录落地',
      tasks: [
        {
          topic: 'catalogue',
          requirement:
            '对照国家已经发布的试点领域标准指引，修订县、镇两级公开事项标准目录，栏目与目录条目一一对应，可引用其他系统数据的以链接方式公开，每季度通报覆盖率和更新及时率。',
          lead: ['县政府办公室'],
          responsible: ['县级有关部门', '各镇（街道）'],
          deadline: '6月底前',
        },
      ],
    },
    {
      item: '村级和涉农信息公开',
      merged: ['cooperating'],
      tasks: [
        {
          topic: 'grassroots',
          requirement:
            '在村（社区）推行财务、资产、工程、救助、用地等公开“一件事”模块，线上专栏与公示栏内容一致，涉及同一事项的政务服务结果同步展示。',
          lead: ['县民政局'],
          responsible: ['县农业农村局', '各镇（街道）'],
          cooperating: ['各村（社区）'],
          deadline: '9月底前',
        },
        {
          topic: 'grassroots',
          requirement:
            '汇总当年惠民惠农财政补贴的政策依据、补贴标准、发放对象和金额，按村编印公示单在公示栏张贴，张贴照片同步归档，期满后资料留存备查。',
          lead: ['县财政局'],
          responsible: ['县农业农村局', '各镇（街道）'],
          cooperating: ['各村（社区）'],
          deadline: '12月底前',
        },
        {
          topic: 'grassroots',
          requirement:
            '农村集体土地征收信息按预公告、现状调查、补偿安置方案、批准文件、费用支付等环节公开，涉征村（社区）全部覆盖，并提供历史批次查询。',
          lead: ['县自然资源局'],
          responsible: ['各镇（街道）'],
          deadline: '持续推进',
        },
      ],
    },
    {
      item: '公共企事业单位和公开场所',
      tasks: [
        {
          topic: 'grassroots',
          requirement:
            '摸清公共企事业单位名录和公开现状，分行业编制公开内容规范；将具有市场支配地位或者投诉较多的单位列为重点监管对象，逾期不整改的予以通报。',
          lead: ['县政府办公室'],
          responsible: ['公共企事业单位主管部门'],
          cooperating: ['各公共企事业单位'],
          deadline: '9月底前完成，长期坚持',
        },
        {
          topic: 'grassroots',
          requirement:
            '县、镇、村三级政务公开专区统一标识、功能、设备和管理，明确专人维护，设置政策咨询综合窗口；档案馆、图书馆查阅点每月接收新公开信息并登记利用情况。',
          lead: ['县审批局（县政务服务局）'],
          responsible: ['各镇（街道）'],
          cooperating: ['县档案馆', '县图书馆'],
          deadline: '11月30日前',
        },
      ],
    },
  ],
};
