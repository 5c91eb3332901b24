/** A year of meetings and trainings of the example county, on record through the commands. Idempotent. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { addDays, dayOf } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { listOfficerRows } from './queries/officer-screens.ts';
import { listUnits } from './queries/register.ts';
import { findSeededJurisdiction } from './seed.ts';
import { addDecision, reportDecision } from './service/decisions.ts';
import { appointGroupMember, establishLeadingGroup } from './service/leading-groups.ts';
import { holdMeeting, planMeeting, recordMinutes } from './service/meetings.ts';
import { holdTraining, planTraining, recordAttendance } from './service/trainings.ts';
import { leadingGroups } from './tables/meetings.ts';
import { trainingSessions } from './tables/training.ts';

const recorder = systemActor('示例数据');

interface SeededTraining {
  readonly kind: 'business' | 'legalStudy' | 'policy';
  readonly day: string;
  readonly topic: string;
  readonly organiser: string;
  readonly audiences: readonly ('liaisons' | 'allStaff' | 'newEntrants' | 'leaders' | 'units')[];
  readonly minutes: number;
  readonly lecturer: string;
  readonly law?: string;
  readonly policy?: string;
  /** Of every hundred officers invited so many came. */
  readonly came: number;
}

const trainings: readonly SeededTraining[] = [
  {
    kind: 'business',
    day: '2025-05-16',
    topic: '政务公开业务培训',
    organiser: 'government-office',
    audiences: ['liaisons'],
    minutes: 180,
    lecturer: '沈佩兰',
    came: 80,
  },
  {
    kind: 'business',
    day: '2026-04-17',
    topic: '台账填报和佐证要求',
    organiser: 'government-office',
    audiences: ['liaisons', 'newEntrants'],
    minutes: 150,
    lecturer: '沈佩兰',
    came: 92,
  },
  {
    kind: 'legalStudy',
    day: '2026-05-28',
    topic: '领导干部集体学习',
    organiser: 'justice',
    audiences: ['leaders'],
    minutes: 90,
    lecturer: '县司法局',
    law: '中华人民共和国政府信息公开条例',
    came: 88,
  },
  {
    kind: 'policy',
    day: '2026-06-24',
    topic: '就业补贴申领基层经办培训',
    organiser: 'human-resources',
    audiences: ['units'],
    minutes: 120,
    lecturer: '县人社局',
    policy: '望澜县就业创业补贴实施办法',
    came: 60,
  },
  {
    kind: 'business',
    day: '2026-09-10',
    topic: '政策解读和依申请公开办理',
    organiser: 'government-office',
    audiences: ['allStaff'],
    minutes: 210,
    lecturer: '许文茵',
    came: 74,
  },
];

interface County {
  readonly jurisdictionId: string;
  readonly unitOf: (code: string) => string;
  readonly officers: readonly { readonly id: string; readonly unitId: string; readonly name: string }[];
}

/** The seeded county by the codes of its units. */
export async function loadCounty(app: App): Promise<County> {
  const jurisdictionId = await findSeededJurisdiction(app.database.read);
  if (jurisdictionId === undefined) throw new Error('seed: the register comes first');
  const units = await listUnits(app.database.read, jurisdictionId);
  const ids = new Map(units.map(({ id, code }) => [id, code]));
  const byCode = new Map([...ids].map(([id, code]) => [code, id]));
  const { rows } = await listOfficerRows(app.database.read, jurisdictionId, { after: undefined, limit: 200 });
  return {
    jurisdictionId,
    officers: rows,
    unitOf(code) {
      const id = byCode.get(code);
      if (id === undefined) throw new Error(`seed: no unit ${code}`);
      return id;
    },
  };
}

async function seedTraining(app: App, county: County, training: SeededTraining): Promise<void> {
  const day = dayOf(training.day);
  const before = atInstant(app, `${addDays(day, -7)}T10:00:00+08:00`);
  const after = atInstant(app, `${day}T17:30:00+08:00`);
  const sessionId = await transact(before, recorder, (work) =>
    planTraining(work, {
      kind: training.kind,
      organiserId: county.unitOf(training.organiser),
      topic: training.topic,
      plannedFor: day,
      mode: 'onSite',
      place: '县行政中心二楼会议室',
      minutes: training.minutes,
      audiences: [...training.audiences],
      invitedUnitIds: [],
      lecturer: training.lecturer,
      law: training.law ?? null,
      policyTitle: training.policy ?? null,
      policyNumber: null,
    }),
  );
  const came = county.officers.filter((_, index) => (index * 37 + training.minutes) % 100 < training.came);
  await transact(after, recorder, (work) => holdTraining(work, sessionId, { heldOn: day, summary: '' }));
  await transact(after, recorder, (work) =>
    recordAttendance(work, sessionId, {
      attendees: came.map(({ id }, index) => ({ officerId: id, newEntrant: index % 17 === 0 })),
      headCounts: [],
    }),
  );
}

/** The trainings of last year and this year that are over. */
export async function seedTrainings(app: App): Promise<void> {
  const county = await loadCounty(app);
  const known = await app.database.read
    .select({ topic: trainingSessions.topic, plannedFor: trainingSessions.plannedFor })
    .from(trainingSessions);
  for (const training of trainings) {
    const stands = known.some(
      ({ topic, plannedFor }) => topic === training.topic && plannedFor === training.day,
    );
    if (!stands) await seedTraining(app, county, training);
  }
}

const members = [
  ['head', '常务副县长', 'county-government'],
  ['deputyHead', '主任', 'government-office'],
  ['officeHead', '政务公开科科长', 'government-office'],
  ['member', '局长', 'justice'],
  ['member', '局长', 'finance'],
  ['member', '局长', 'human-resources'],
  ['member', '副部长', 'publicity'],
] as const;
const memberNames = ['季明远', '顾承远', '沈佩兰', '卫书恒', '邵启年', '江若澜', '祁安宁'] as const;

const minutes =
  '会议听取了上年度工作要点“回头看”情况和本年度任务进展，研究了政策文件库建设和镇（街道）公开专区运行中的问题。会议要求，各单位对照任务分解表逐项落实，台账随办随记；未完成整改的单位六月底前整改到位。';

/** The county's leading group, its meeting of this year, and what was decided there. */
export async function seedLeadingGroup(app: App): Promise<void> {
  const [known] = await app.database.read.select({ id: leadingGroups.id }).from(leadingGroups).limit(1);
  if (known !== undefined) return;
  const county = await loadCounty(app);
  const founded = atInstant(app, '2025-01-10T09:00:00+08:00');
  // One unit of work for the group with its members: there is never a group without a head.
  const { groupId, memberIds } = await transact(founded, recorder, async (work) => {
    const id = await establishLeadingGroup(work, {
      name: '望澜县政务公开领导小组',
      unitId: county.unitOf('leading-group'),
      officeUnitId: county.unitOf('government-office'),
      ofJurisdiction: true,
    });
    const ids: string[] = [];
    for (const [index, [role, position, unit]] of members.entries()) {
      const name = memberNames[index] ?? '';
      const officer = county.officers.find((one) => one.name === name);
      ids.push(
        await appointGroupMember(work, id, {
          role,
          officerId: officer?.id ?? null,
          name: officer === undefined ? name : '',
          position,
          unitId: county.unitOf(unit),
          from: dayOf('2025-01-10'),
        }),
      );
    }
    return { groupId: id, memberIds: ids };
  });
  const meetingId = await transact(atInstant(app, '2026-04-20T09:00:00+08:00'), recorder, (work) =>
    planMeeting(work, {
      groupId,
      title: '县政务公开领导小组2026年第一次会议',
      plannedFor: dayOf('2026-04-29'),
      place: '县政府第一会议室',
      agenda: [
        {
          kind: 'hearing',
          title: '听取2025年工作要点落实情况汇报',
          unitId: county.unitOf('government-office'),
        },
        { kind: 'deployment', title: '部署2026年重点任务', unitId: null },
      ],
    }),
  );
  const held = atInstant(app, '2026-04-29T16:00:00+08:00');
  await transact(held, recorder, (work) =>
    holdMeeting(work, meetingId, {
      heldOn: dayOf('2026-04-29'),
      attendance: memberIds.map((memberId, index) => ({
        memberId,
        state: index === 5 ? ('leave' as const) : ('present' as const),
        substituteName: '',
      })),
    }),
  );
  const written = atInstant(app, '2026-05-06T10:00:00+08:00');
  await transact(written, recorder, (work) => recordMinutes(work, meetingId, { text: minutes }));
  const decisions = [
    ['政策文件库六月底前完成存量文件录入', 'justice', '2026-06-30', '2026-06-26'],
    ['镇（街道）公开专区统一更换办事指南', 'administrative-approval', '2026-09-30', '2026-10-12'],
    ['各单位公开经费在下年度部门预算中单列', 'finance', '2026-11-30', null],
  ] as const;
  for (const [content, unit, dueOn, doneOn] of decisions) {
    const decisionId = await transact(written, recorder, (work) =>
      addDecision(work, meetingId, { content, unitId: county.unitOf(unit), dueOn: dayOf(dueOn) }),
    );
    if (doneOn === null) continue;
    await transact(atInstant(app, `${doneOn}T15:00:00+08:00`), recorder, (work) =>
      reportDecision(work, decisionId, {
        kind: 'done',
        day: dayOf(doneOn),
        text: '已按要求办结，情况见台账。',
        link: '/plan/ledger',
      }),
    );
  }
}
