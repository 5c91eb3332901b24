/** Marks of secrecy, routing slips, signed opinions and work instructions planted into papers, and texts that only speak of them. */
import type { FindingClass } from '#modules/checking/rules/finding.ts';
import { type PlantedCase, type PlantedSet, plantCase, type Random } from '../planted-set.ts';

const perMark = 8;

const titles = [
  '关于做好2026年度防汛备汛工作的通知',
  '望澜县2026年民生实事项目进展情况',
  '关于开展农村饮用水水质检测的通告',
  '望澜县财政局关于预算执行情况的说明',
] as const;
const paragraphs = [
  '各镇人民政府、街道办事处，县政府各部门：',
  '为进一步做好有关工作，经县政府同意，现将有关事项通知如下。',
  '各单位要加强组织领导，明确责任分工，按时完成任务。',
  '全年共完成投资12.6亿元，同比增长8.5%，惠及群众3.2万人。',
  '对符合条件的申请人，自受理之日起五个工作日内作出决定。',
] as const;

/** A paper of some paragraphs with a line planted between them. */
function paperWith(random: Random, faultClass: FindingClass, mark: string, isFirst: boolean): PlantedCase {
  const draft = plantCase();
  if (isFirst) draft.fault(faultClass, mark).clean('\n');
  draft.clean(`${random.pick(titles)}\n${random.pick(paragraphs)}\n`);
  if (!isFirst) draft.fault(faultClass, mark).clean('\n');
  return draft.clean(`${random.pick(paragraphs)}\n望澜县人民政府办公室\n2026年3月20日\n`).finish();
}

const levels = ['绝密', '机密', '秘密', '机 密', '绝　密'] as const;
const stars = ['★', '☆', ' ★ ', '⭐', '★★', '　★'] as const;
const periods = ['10年', '3年', '6个月', '长期', '', '二十年', '１年', ' 5 年', '启用前'] as const;
const secretLines = [
  '内部资料',
  '内部资料 注意保存',
  '内部文件，请勿外传',
  '【内部使用】',
  '（内部参考）',
  '工作秘密',
  '【工作秘密】',
  '密级：机密',
  '密　级：秘密',
  '阅后收回',
  '阅后销毁，不得外传',
  '（仅供内部传阅）',
  '仅限内部掌握',
  '此件不予公开',
  '（此件依申请公开）',
  '公开方式：依申请公开',
  '信息公开属性：不予公开',
  '公开类型：不公开',
  '本材料请勿外传',
  '请勿翻印，注意保密',
] as const;
const routingLines = [
  '望澜县水利局签报',
  '呈批件',
  '收文处理单',
  '拟办意见：请县应急局牵头办理。',
  '领导批示：同意，抓紧落实。',
  '会签意见：无不同意见。',
  '批示：请抓紧推进。',
  '主办处室：办公室',
  '拟稿人：王明',
  '核稿：李强',
  '妥否，请批示。',
  '以上意见妥否，请领导审示。',
  '请陈县长阅示。',
  '呈县长审定。',
  '已阅。王明 3月5日',
  '同意印发。李强 2026.3.5',
  '文件传阅单',
  '望澜县2026年防汛预案（送审稿）',
  '望澜县水资源管理办法（代拟稿）',
  '办公室拟办意见：建议同意。',
] as const;
const instructions = [
  '对外口径如下：供水正在逐步恢复。',
  '请各单位按统一口径答复来电群众。',
  '以上口径仅供内部掌握。',
  '本通知不得对外公布。',
  '此次检查安排请勿在网上发布。',
  '请组织网评员跟帖，做好正面引导。',
  '各镇街要发动干部点赞转发，每日跟帖不少于20条。',
  '要及时删帖，压降负面舆情。',
  '各媒体不炒作、不评论、不跟进。',
  '有关事件一律不接受媒体采访。',
  '请做好重点人员稳控工作。',
  '上访人员由所在村盯防，确保不越级上访。',
  '本名单不要转发。',
  '请口头传达，不留文字。',
  '会议内容不得拍照外传。',
  '此项工作不上网、不见报。',
  '上述情况不得向媒体透露。',
  '对相关帖文予以冷处理。',
  '电话通知，不另行文。',
  '本方案一律不得对外公开。',
] as const;

const harmless = [
  '国家秘密的密级分为绝密、机密、秘密三级。',
  '依申请公开',
  '2026年受理依申请公开申请120件，均按时办结。',
  '涉及国家秘密、工作秘密的信息不予公开。',
  '公开方式：主动公开',
  '（此件公开发布）',
  '应当在文件首页标注“秘密★”字样。',
  '加强内部资料管理，防止失密泄密。',
  '县委主要领导作出批示，要求抓好落实。',
  '会议审议通过《望澜县防汛预案（送审稿）》。',
  '经会签相关部门后报县政府审定。',
  '签发人：王明',
  '妥否，请批复。',
  '统一统计口径，提高数据质量。',
  '加强舆情监测，及时回应社会关切。',
  '信访人对处理意见不服的，可以请求复查。',
  '按可比口径计算，增长5.2%。',
  '做好网络宣传，讲好望澜故事，欢迎点赞转发。',
  '未经批准不得擅自改变规划。',
  '任何单位和个人不得泄露举报人信息。',
  '望澜县防汛预案（征求意见稿）',
  '保密工作责任制落实情况',
  '商业秘密受法律保护。',
  '内部审计报告应当及时报送。',
  '严禁公款吃喝、公车私用。',
  '请各单位于3月31日前报送联系人名单。',
] as const;

function marks(random: Random, name: string, faultClass: FindingClass, lines: readonly string[]): PlantedSet {
  const cases = lines.flatMap((line) =>
    Array.from({ length: perMark }, () => paperWith(random, faultClass, line, random.fraction() < 0.5)),
  );
  return { name, classes: [faultClass], cases };
}

export function plantSets(random: Random): readonly PlantedSet[] {
  const starred = Array.from(
    { length: 30 },
    () => random.pick(levels) + random.pick(stars) + random.pick(periods),
  ).map((mark) => mark.trim());
  return [
    marks(random, '国家秘密标志', 'secretMark', starred),
    marks(random, '内部、工作秘密、不公开标志', 'secretMark', secretLines),
    marks(random, '签批单据和意见', 'internalRouting', routingLines),
    marks(random, '内部工作指令', 'internalRouting', instructions),
    {
      name: '谈到保密、批示、舆情的文字',
      classes: ['secretMark', 'internalRouting'],
      cases: harmless.flatMap((line) =>
        [true, false].map((isFirst) => {
          const rest = `${random.pick(titles)}\n${random.pick(paragraphs)}\n`;
          return plantCase()
            .clean(isFirst ? `${line}\n${rest}` : `${rest}${line}\n${random.pick(paragraphs)}\n`)
            .finish();
        }),
      ),
    },
  ];
}
