/** A year of the office's records: guidance, good practice and a major matter, by the officers who wrote them. Idempotent. */
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { dayOf } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { type PlannedWork, transactTogether } from '#kernel/work.ts';
import { listUnits } from '#modules/organisation/index.ts';
import {
  answerGuidance,
  closeGuidance,
  raiseQuestion,
  recordInspection,
} from '../service/office-records/guidance.ts';
import { createMatter } from '../service/office-records/matters.ts';
import {
  callForPractices,
  contributePractice,
  declinePractice,
  selectPractice,
  spreadPractice,
} from '../service/office-records/practices.ts';
import { practiceCalls } from '../tables/office-records.ts';
import { handsOfUnits } from './acting.ts';
import { seededPlanTasks } from './ledger.ts';
import { supervisorActing } from './supervision.ts';

const practices = [
  {
    unit: 'education',
    at: '2026-08-20T10:00:00+08:00',
    title: '招生入学“一图读懂”进社区',
    body: '把学区划分、报名时间和材料画成一张图，在32个社区公示栏张贴，咨询电话比去年同期少四成。',
    decided: 'selected',
    spread: '全县政务公开培训会',
  },
  {
    unit: 'human-resources',
    at: '2026-08-24T15:20:00+08:00',
    title: '就业补贴“免申即享”公示前移',
    body: '补贴名单先在村（社区）公示栏和线上专栏同步公示，再拨付到账，群众随时可查、可提异议。',
    decided: 'selected',
    spread: null,
  },
  {
    unit: 'shuanghe-town',
    at: '2026-08-28T09:10:00+08:00',
    title: '村务公开栏整改情况',
    body: '更换了6个村的公开栏。',
    decided: 'declined',
    spread: null,
  },
  {
    unit: 'health',
    at: '2026-11-12T11:00:00+08:00',
    title: '门诊价格一屏公开',
    body: '县医院大厅屏幕滚动公开常用诊疗项目价格和医保支付比例，并附扫码查询。',
    decided: null,
    spread: null,
  },
] as const;

/** Everything in one transaction, in the order of the days; nothing when it is there or the year is not that far. */
export async function seedOfficeRecords(present: App): Promise<void> {
  if (beijingDayOf(present.clock.now()) < '2026-11-13') return;
  const [known] = await present.database.read.select({ id: practiceCalls.id }).from(practiceCalls).limit(1);
  if (known !== undefined) return;
  const { jurisdictionId, tasks } = await seededPlanTasks(present, 2026);
  const supervisor = await supervisorActing(present, jurisdictionId);
  const units = await listUnits(present.database.read, jurisdictionId);
  const idOf = (code: string) => units.find((unit) => unit.code === code)?.id ?? '';
  const codes = [...new Set([...practices.map(({ unit }) => unit), 'housing', 'nanwan-town'])];
  const hands = await handsOfUnits(present, codes.map(idOf));
  const taskIds = tasks.slice(0, 1).map(({ id }) => id);
  const office = (at: string, body: PlannedWork['body']): PlannedWork => ({
    app: atInstant(present, at),
    actor: supervisor,
    body,
  });
  const unit = (code: string, at: string, body: PlannedWork['body']): PlannedWork[] => {
    const clerk = hands.get(idOf(code))?.clerk;
    return clerk === undefined ? [] : [{ app: atInstant(present, at), actor: clerk, body }];
  };
  let callId = '';
  let questionId = '';
  let inspectionId = '';
  const calls = office('2026-08-03T09:00:00+08:00', async (work) => {
    ({ id: callId } = await callForPractices(work, {
      jurisdictionId,
      title: '基层政务公开好做法征集',
      body: '围绕群众身边的公开事项，写清做法、成效和可复制之处，1500字以内。',
      dueOn: dayOf('2026-11-30'),
    }));
  });
  const contributions = practices.flatMap(
    ({ unit: code, at, title, body, decided, spread }): PlannedWork[] => {
      let id = '';
      const contributed = unit(code, at, async (work) => {
        const input = { unitId: idOf(code), callId, taskId: null, title, body, fileId: null };
        ({ id } = await contributePractice(work, input));
      });
      if (contributed.length === 0 || decided === null) return contributed;
      const judged = office('2026-09-07T10:00:00+08:00', (work) =>
        decided === 'selected'
          ? selectPractice(work, { id })
          : declinePractice(work, { id, reason: '只写了整改，没有写做法和成效，欢迎补充后再投。' }),
      );
      if (spread === null) return [...contributed, judged];
      const told = office('2026-09-18T17:00:00+08:00', (work) =>
        spreadPractice(work, { id, place: spread, spreadOn: dayOf('2026-09-18'), url: null }),
      );
      return [...contributed, judged, told];
    },
  );
  const asked = unit('housing', '2026-06-09T09:40:00+08:00', async (work) => {
    ({ id: questionId } = await raiseQuestion(work, {
      kind: 'question',
      unitId: idOf('housing'),
      subject: '物业招标文件里的报价能否公开',
      body: '业主要求公开各投标单位报价明细，是否属于商业秘密，请指导。',
      taskIds: [],
    }));
  });
  const guidance = [
    ...asked,
    ...asked.map(() =>
      office('2026-06-11T14:30:00+08:00', (work) =>
        answerGuidance(work, {
          id: questionId,
          answer: '中标结果和中标价应当公开；未中标单位的报价明细先征求第三方意见，按条例第三十二条办理。',
          followUp: null,
          followUpDue: null,
        }),
      ),
    ),
    office('2026-10-14T16:00:00+08:00', async (work) => {
      ({ id: inspectionId } = await recordInspection(work, {
        unitId: idOf('nanwan-town'),
        happenedOn: dayOf('2026-10-14'),
        subject: '检查南湾镇政务公开专区',
        body: '专区位置醒目，查阅电脑可用；办事指南有3份过期。',
        followUp: '更换3份过期的办事指南',
        followUpDue: dayOf('2026-10-30'),
        taskIds,
      }));
    }),
    office('2026-10-29T10:00:00+08:00', (work) =>
      closeGuidance(work, { id: inspectionId, closing: '已更换，现场照片见台账。' }),
    ),
  ];
  const matter = office('2026-07-06T09:00:00+08:00', async (work) => {
    await createMatter(work, {
      jurisdictionId,
      title: '望澜县老旧小区改造三年行动方案',
      note: '涉及面广，公开、解读和舆情回应一并安排。',
      taskIds,
      steps: [
        { id: null, kind: 'drafting', unitId: idOf('housing'), plannedOn: dayOf('2026-09-30') },
        { id: null, kind: 'release', unitId: idOf('government-office'), plannedOn: dayOf('2026-12-04') },
        { id: null, kind: 'interpretation', unitId: idOf('housing'), plannedOn: dayOf('2026-12-09') },
      ],
    });
  });
  await transactTogether([matter, ...guidance, calls, ...contributions]);
}
