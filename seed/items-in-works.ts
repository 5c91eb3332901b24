/** What the units of 望澜县 have begun and not published: late, soon due, without its day, and in good time. */

export interface SeededDraft {
  readonly unit: string;
  readonly column: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  readonly fields: Readonly<Record<string, string | number>>;
  /** Null: the author forgot it, and the list of limits says so. */
  readonly formedOn: string | null;
  readonly begunAt: string;
}

export const draftsInWorks: readonly SeededDraft[] = [
  {
    unit: '县教育局',
    column: 'notices',
    kind: 'notice',
    title: '关于调整部分学校作息时间的通知',
    body: '<p>自冬季作息时间执行之日起，部分学校上午到校时间推迟二十分钟，具体以各校告家长书为准。</p>',
    fields: {},
    formedOn: '2026-10-13',
    begunAt: '2026-10-15T09:20:00+08:00',
  },
  {
    unit: '县市场监管局',
    column: 'penalties',
    kind: 'enforcement',
    title: '县市场监管局2026年11月行政处罚决定公示',
    body: '<p>本批公示食品标签和计量器具方面的行政处罚决定。</p>',
    fields: {
      sort: 'penalty',
      decisions: 6,
      party: '某食品店等六家',
      matter: '食品标签不符合规定等',
      ground: '食品安全法第一百二十五条等',
      result: '警告、罚款',
    },
    formedOn: '2026-11-12',
    begunAt: '2026-11-13T15:05:00+08:00',
  },
  {
    unit: '县财政局',
    column: 'budget',
    kind: 'budget',
    title: '望澜县2026年预算调整方案',
    body: '<p>县人民代表大会常务委员会批准的2026年预算调整方案及说明。</p>',
    fields: { fiscalYear: 2026 },
    formedOn: '2026-11-05',
    begunAt: '2026-11-09T10:40:00+08:00',
  },
  {
    unit: '县水利局',
    column: 'notices',
    kind: 'notice',
    title: '关于东浦街道部分区域临时停水的公告',
    body: '<p>因管网接驳施工，东浦街道部分区域将临时停水，恢复时间视施工进度确定。</p>',
    fields: {},
    formedOn: '2026-11-17',
    begunAt: '2026-11-17T16:30:00+08:00',
  },
  {
    unit: '县住建局',
    column: 'notices',
    kind: 'notice',
    title: '县城区道路挖掘计划公告',
    body: '<p>明年一季度城区道路挖掘计划见附表，施工期间请注意绕行标志。</p>',
    fields: {},
    formedOn: null,
    begunAt: '2026-11-16T11:10:00+08:00',
  },
];
