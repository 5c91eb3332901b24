/**
 * The words plans use to head a column or label a line, and the role each gives to what stands under or behind
 * it. The only list of such words in the layout reader.
 */
import { simplifyCharacters } from '../fields/index.ts';

/**
 * What a column or labelled text holds. `group` and `topic` are headings over several tasks, `item` names one
 * task, `text` says what to do; which of the four a column really is, its contents decide.
 */
export const headedRoles = [
  'no',
  'group',
  'topic',
  'item',
  'text',
  'lead',
  'responsible',
  'cooperating',
  'deadline',
  'remarks',
  'person',
  'other',
] as const;
export type HeadedRole = (typeof headedRoles)[number];

const roleShapes: readonly (readonly [HeadedRole, RegExp])[] = [
  ['no', /^(?:序号?|编号|项次|项目号|任务(?:序|编)?号|no\.?)$/iu],
  [
    'lead',
    /^(?:主要|总)?(?:牵头|主办|主责|主管|主抓)(?:责任|负责)?(?:单位|部门|科室|处室|股室|镇街|方)?(?:及配合)?$/u,
  ],
  [
    'cooperating',
    /^(?:配合|协办|协同|参与|协助|参加|会办|配合及参与|协作)(?:责任)?(?:单位|部门|科室|处室|股室|方)?$/u,
  ],
  [
    'responsible',
    /^(?:具体)?(?:责任|承办|落实|实施|负责|执行|承担|主体责任|任务)(?:主体)?(?:单位|部门|科室|处室|股室|主体|分工|镇街)(?:分工)?(?:及(?:责任|负责)人)?(?:[（(].{1,12}[）)])?$|^(?:单位|部门)?分工$|^责任(?:分解|落实)$|^(?:责任|牵头|主办)(?:单位|部门)?[、和及与/](?:责任|配合|协办|牵头)(?:单位|部门)$/u,
  ],
  [
    'person',
    /^(?:.*(?:责任人|负责人|联系人|联络员|领导|经办人)(?:及.*)?|联系(?:电话|方式)|(?:办公|手机)?电话|手机(?:号码)?|传真|邮箱|姓名|职务)$/u,
  ],
  [
    'deadline',
    /^(?:计划|预计|拟|要求|工作|任务|落实|整改)?(?:完成)?(?:时限|期限|时间|时间节点|节点|日期|进度时限)(?:要求|节点|安排|进度)?(?:（.{1,10}）)?$|^(?:截止|办结|起止)(?:时间|日期)$|^(?:进度|时间)(?:安排|要求|节点|计划)$|^完成(?:进度)?时(?:间|限|点)(?:及要求)?$/u,
  ],
  ['remarks', /^(?:备注|说明|备注说明|注)$/u],
  [
    'group',
    /^(?:类别|分类|板块|领域|工作领域|重点领域|方面|任务类别|工作类别|类型|一级指标|大类|专项|任务分类|工作板块|重点方向)$/u,
  ],
  [
    'text',
    /^(?:具体|主要|详细|重点|工作|任务|公开|目标)?(?:工作|任务|公开)?(?:要求|内容|举措|措施|任务|事项内容|目标任务|做法|安排)(?:及(?:要求|措施|标准|目标|内容))?$|^(?:具体|重点|细化|主要)(?:工作)?任务$|^重点工作$|^(?:任务|工作)(?:分解|细化)$/u,
  ],
  [
    'item',
    /^(?:工作|任务|重点|公开)?(?:名称|事项|项目)$|^(?:工作|任务|重点)(?:任务|工作|事项|项目|目标)(?:名称)?$|^任务名称$|^目标$/u,
  ],
  [
    'other',
    /^(?:成果(?:形式|体现)?|完成情况|进展(?:情况)?|考核(?:分值|标准|指标)|分值|评分标准|依据|政策依据|公开(?:渠道|方式|主体)|落实情况|工作进度|佐证材料|数量|.{0,6}(?:金额|预算|经费|单价|得分)|(?:预算|支出|收入|资金)(?:数额|来源)?)$/u,
  ],
];

/** Header words that name a heading over tasks as often as the task itself; the contents decide. */
const topicWords =
  /^(?:主要|重点|年度)?(?:工作任务|任务|重点任务|工作重点|重点工作|主要工作任务|主要任务|工作目标|一级任务|二级任务|工作项目|目标任务|任务要点|工作要点)$/u;

function bareHeader(printed: string): string {
  return simplifyCharacters(printed)
    .replace(/\s+/gu, '')
    .replace(/^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.]/u, '')
    .replace(/[:：*＊]+$/u, '');
}

/** The role a header cell or label gives; undefined for a text that is no such word. */
export function headedRole(printed: string): HeadedRole | undefined {
  if (printed.length > 40) return undefined;
  const word = bareHeader(printed);
  if (word === '' || word.length > 18) return undefined;
  if (topicWords.test(word)) return 'topic';
  return roleShapes.find(([, shape]) => shape.test(word))?.[0];
}

/** Roles that say who does the work. */
export function isUnitRole(role: HeadedRole | undefined): role is 'lead' | 'responsible' | 'cooperating' {
  return role === 'lead' || role === 'responsible' || role === 'cooperating';
}
