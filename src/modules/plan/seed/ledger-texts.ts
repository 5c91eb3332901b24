/** What the units of the example county report, by what a task is about. Invented; the same task and month give the same words. */

interface ReportFigure {
  readonly label: string;
  readonly unit: string;
  readonly from: number;
  readonly upTo: number;
}

interface ReportKind {
  readonly about: RegExp;
  readonly sentences: readonly string[];
  readonly figure?: ReportFigure;
}

const kinds: readonly ReportKind[] = [
  {
    about: /培训|学法/u,
    sentences: [
      '组织经办人员集中学习公开目录和填报要求，会后逐人答疑。',
      '对新到岗人员单独讲解台账填报和佐证要求。',
    ],
    figure: { label: '参训人数', unit: '人', from: 12, upTo: 68 },
  },
  {
    about: /民生实事/u,
    sentences: [
      '更新项目进度和资金拨付情况，现场照片已归档。',
      '邀请受益群众到现场看进度，意见当场登记。',
      '公布本月完成的工程量和下月安排。',
    ],
    figure: { label: '公布项目', unit: '个', from: 3, upTo: 10 },
  },
  {
    about: /预决算|财政/u,
    sentences: ['核对各单位预决算公开表格，退回补正后全部公布。', '公布民生项目资金分配结果，附通俗说明。'],
    figure: { label: '公布项目', unit: '个', from: 1, upTo: 5 },
  },
  {
    about: /解读/u,
    sentences: [
      '新印发文件配套发布图解和问答，从适用对象讲起。',
      '负责人录制解读短视频，在网站和新媒体同步推出。',
      '收集经办窗口反映的疑问，补充解读。',
    ],
    figure: { label: '发布解读', unit: '篇', from: 1, upTo: 6 },
  },
  {
    about: /答复|依申请|申请/u,
    sentences: ['本月申请均在期限内答复，答复书经法律顾问审核。', '复查已办案卷，规范送达回证和归档次序。'],
    figure: { label: '办结申请', unit: '件', from: 0, upTo: 9 },
  },
  {
    about: /咨询|热线|好差评|堵点/u,
    sentences: ['梳理高频问题，更新常见问答，一般咨询当日答复。', '差评件逐件回访，整改结果已公布。'],
    figure: { label: '答复咨询', unit: '件', from: 20, upTo: 160 },
  },
  {
    about: /栏目|网站|巡检|错链|断链/u,
    sentences: ['逐栏目检查更新情况，补齐空白栏目内容。', '巡检发现的断链已全部修复，截图留存。'],
    figure: { label: '检查栏目', unit: '个', from: 20, upTo: 90 },
  },
  {
    about: /新媒体|账号/u,
    sentences: ['核对账号备案信息，长期不更新的账号已约谈。', '统一推送重要政策，转发情况汇总通报。'],
    figure: { label: '检查账号', unit: '个', from: 6, upTo: 24 },
  },
  {
    about: /村（社区）|补贴|征收|公示栏|专区/u,
    sentences: [
      '到村（社区）检查公示栏，线上线下内容一致。',
      '汇总发放名单并按村打印张贴，照片归档。',
      '更新办事指南和政策汇编，专人值守。',
    ],
    figure: { label: '检查村（社区）', unit: '个', from: 5, upTo: 26 },
  },
  {
    about: /目录|清单|标准/u,
    sentences: ['对照标准逐条核对目录，缺项已补齐。', '更新清单，注明依据和办理单位。'],
    figure: { label: '更新条目', unit: '条', from: 8, upTo: 70 },
  },
  {
    about: /数据/u,
    sentences: ['新增开放数据集，完成安全和个人信息风险评估。', '按更新周期刷新已开放的数据集。'],
    figure: { label: '新增数据集', unit: '个', from: 1, upTo: 5 },
  },
  {
    about: /决策|列席|开放日/u,
    sentences: ['公布草案和说明，意见征集期满后公布采纳情况。', '邀请群众代表到场，提问和答复整理成稿公布。'],
    figure: { label: '收到意见', unit: '条', from: 4, upTo: 60 },
  },
  {
    about: /./u,
    sentences: [
      '按计划推进，本月内容已公布，佐证随附。',
      '牵头召开碰头会，明确分工和时间表。',
      '对照要求自查，发现的问题列出清单逐项改正。',
      '更新公开内容，补充办理流程和联系方式。',
    ],
    figure: { label: '公布信息', unit: '条', from: 2, upTo: 18 },
  },
];

/** A number from words, the same on every machine (FNV-1a). */
export function numberFromWords(words: string): number {
  let hash = 0x811c9dc5;
  for (const sign of words) {
    hash ^= sign.codePointAt(0) ?? 0;
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** The report of a unit on a task in a month: a sentence and a figure. */
export function reportOf(
  requirement: string,
  key: string,
): { readonly body: string; readonly figures: { label: string; amount: string; unit: string }[] } {
  const kind = kinds.find(({ about }) => about.test(requirement));
  const chance = numberFromWords(key);
  const body = kind?.sentences[chance % kind.sentences.length] ?? '按计划推进。';
  const figure = kind?.figure;
  if (figure === undefined || chance % 3 === 0) return { body, figures: [] };
  const amount = figure.from + ((chance >>> 8) % (figure.upTo - figure.from + 1));
  return { body, figures: [{ label: figure.label, amount: String(amount), unit: figure.unit }] };
}
