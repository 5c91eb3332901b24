/** Measures of the leading group: meetings held, decisions done in time. */
import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type Day, dayOfMonthOf, monthOf } from '#kernel/day.ts';
import { defineMeasure, foldByGroup, type Measure } from '#kernel/measure.ts';
import { decisionStateOf, decisionTimingOn } from '../rules/meetings.ts';
import { decisionEvents, groupMeetings, leadingGroups, meetingDecisions } from '../tables/meetings.ts';
import { decisionTimingTitles } from '../words/meetings.ts';
import { countOf, isCounted, shareOf } from './evidence.ts';

const dayInWords = (day: Day) => `${monthOf(day)}月${dayOfMonthOf(day)}日`;

const groupMeetingsMeasure = defineMeasure({
  id: 'organisation.leadingGroupMeetings',
  title: '领导小组会议次数',
  description: '已召开的政务公开领导小组会议次数；计划中的和取消的不算。',
  parameters: z.object({
    of: z
      .enum(['jurisdiction', 'ownUnit'])
      .default('jurisdiction')
      .meta({
        title: '算哪一级的会议',
        choices: {
          jurisdiction: '本级政府领导小组的会议，不论任务分给谁',
          ownUnit: '责任单位自己的领导小组的会议',
        },
      }),
  }),
  valueUnit: '次',
  direction: 'atLeast',
  judged: 'byDueDay',
  scope: 'together',
  usualTarget: 1,
  hints: [
    {
      pattern: /领导小组[^。；]{0,60}(召开|举行|定期)[^。；]{0,12}会议?|召开[^。；]{0,16}领导小组会/,
      reason: '任务要求召开领导小组会议',
    },
    {
      pattern: /各级[^。；]{0,8}领导小组/,
      reason: '任务针对各级领导小组，算责任单位自己的会议',
      parameters: { of: 'ownUnit' },
    },
  ],
  async evaluate(question, { of }) {
    const rows = await question.db
      .select({ meeting: groupMeetings, group: leadingGroups })
      .from(groupMeetings)
      .innerJoin(leadingGroups, eq(leadingGroups.id, groupMeetings.groupId))
      .where(
        and(
          eq(leadingGroups.jurisdictionId, question.jurisdictionId),
          of === 'jurisdiction' ? eq(leadingGroups.ofJurisdiction, true) : undefined,
          isNotNull(groupMeetings.heldOn),
          isNull(groupMeetings.cancelledOn),
          sql`${groupMeetings.heldOn} >= ${question.from}::date and ${groupMeetings.heldOn} < ${question.until}::date`,
        ),
      )
      .orderBy(asc(groupMeetings.heldOn), asc(groupMeetings.id));
    const counted = rows.flatMap(({ meeting, group }) =>
      meeting.heldOn !== null && isCounted(question, meeting.heldOn)
        ? [
            {
              ...meeting,
              heldOn: meeting.heldOn,
              groupUnitId: group.unitId,
              officeUnitId: group.officeUnitId,
            },
          ]
        : [],
    );
    // The county's meetings count for everybody; a unit's own for the unit, whether named by itself or by its office.
    const unitsOf = (meeting: (typeof counted)[number]): readonly (string | null)[] =>
      of === 'jurisdiction' ? [null] : [...new Set([meeting.groupUnitId, meeting.officeUnitId])];
    const ofUnits = counted.flatMap((meeting) => unitsOf(meeting).map((unitId) => ({ unitId, meeting })));
    return foldByGroup(question, ofUnits, (own) => {
      const once = new Map(own.map(({ meeting }) => [meeting.id, meeting]));
      return countOf(
        [...once.values()].map((meeting) => ({
          key: `groupMeeting:${meeting.id}`,
          title: `${dayInWords(meeting.heldOn)}召开“${meeting.title}”`,
          day: meeting.heldOn,
          unitId: meeting.officeUnitId,
          address: `/organisation/meetings/${meeting.id}`,
          digest: `${meeting.heldOn}|${meeting.minutesOn === null ? '无纪要' : '有纪要'}|${meeting.title}`,
          isPublic: true,
        })),
      );
    });
  },
});

const decisionsInTime = defineMeasure({
  id: 'organisation.decisionsInTime',
  title: '议定事项按期办结率',
  description: '期内到期的领导小组会议议定事项中，在期限内办结的占比；终止的和未到期的不算。',
  parameters: z.object({}),
  valueUnit: '%',
  direction: 'atLeast',
  judged: 'always',
  scope: 'together',
  usualTarget: 100,
  hints: [
    { pattern: /议定事项[^。；]{0,20}(落实|办结|督办|跟踪)/, reason: '任务要求落实会议议定事项' },
    { pattern: /会议[^。；]{0,12}(精神|部署|决定)[^。；]{0,8}(落实|督办)/, reason: '任务要求落实会议决定' },
  ],
  async evaluate(question) {
    const due = await question.db
      .select({ decision: meetingDecisions })
      .from(meetingDecisions)
      .innerJoin(groupMeetings, eq(groupMeetings.id, meetingDecisions.meetingId))
      .innerJoin(leadingGroups, eq(leadingGroups.id, groupMeetings.groupId))
      .where(
        and(
          eq(leadingGroups.jurisdictionId, question.jurisdictionId),
          isNull(groupMeetings.cancelledOn),
          sql`${meetingDecisions.dueOn} >= ${question.from}::date and ${meetingDecisions.dueOn} < ${question.until}::date`,
        ),
      )
      .orderBy(asc(meetingDecisions.dueOn), asc(meetingDecisions.id));
    const ids = due.map(({ decision }) => decision.id);
    const events =
      ids.length === 0
        ? []
        : await question.db
            .select()
            .from(decisionEvents)
            .where(inArray(decisionEvents.decisionId, ids))
            .orderBy(asc(decisionEvents.position));
    const rows = due.flatMap(({ decision }) => {
      const state = decisionStateOf(
        events.filter((event) => event.decisionId === decision.id && event.day <= question.today),
      );
      const timing = decisionTimingOn(state, decision.dueOn, question.today);
      return timing === 'inTime' || timing === 'late'
        ? [{ unitId: decision.unitId, decision, state, timing }]
        : [];
    });
    return foldByGroup(question, rows, (own) =>
      shareOf(
        own.filter((row) => row.timing === 'inTime').length,
        own.length,
        own.map(({ decision, state, timing, unitId }) => ({
          key: `meetingDecision:${decision.id}`,
          title: `${decision.content.slice(0, 60)}（${dayInWords(decision.dueOn)}到期，${decisionTimingTitles[timing]}）`,
          day: state.doneOn ?? decision.dueOn,
          unitId,
          address: `/organisation/meetings/${decision.meetingId}`,
          digest: `${decision.dueOn}|${state.doneOn ?? '未办结'}|${timing}`,
          isPublic: false,
        })),
        '期内还没有到期的议定事项',
      ),
    );
  },
});

export const meetingMeasures: readonly Measure[] = [groupMeetingsMeasure, decisionsInTime];
