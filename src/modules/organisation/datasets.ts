/** Tables this module offers to open data: trainings and meetings by number, without anybody's name. */
import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm';
import { nextBareKey } from '#kernel/http/paging.ts';
import type { DatasetOffer } from '#kernel/module.ts';
import { countDecisionsOfMeetings } from './queries/decisions.ts';
import { countTrainingPeople } from './queries/trainings.ts';
import { groupMeetings, leadingGroups } from './tables/meetings.ts';
import { units } from './tables/register.ts';
import { trainingSessions } from './tables/training.ts';
import { trainingKindTitles } from './words/training.ts';

const trainings: DatasetOffer = {
  id: 'organisation.trainings',
  title: '政务公开培训场次',
  description: '已举办的政务公开业务培训、领导干部学法和政策培训：日期、主题、组织单位和人数，不含姓名。',
  columns: [
    { key: 'id', title: '编号', type: 'text' },
    { key: 'day', title: '举办日期', type: 'day' },
    { key: 'kind', title: '种类', type: 'text' },
    { key: 'topic', title: '主题', type: 'text' },
    { key: 'organiser', title: '组织单位', type: 'text' },
    { key: 'minutes', title: '时长（分钟）', type: 'number' },
    { key: 'people', title: '参训人数', type: 'number' },
    { key: 'units', title: '参训单位数', type: 'number' },
  ],
  async listRows(db, page) {
    const rows = await db
      .select({ training: trainingSessions, organiser: units.name })
      .from(trainingSessions)
      .innerJoin(units, eq(units.id, trainingSessions.organiserId))
      .where(
        and(
          isNotNull(trainingSessions.heldOn),
          isNull(trainingSessions.cancelledOn),
          page.after === null ? undefined : gt(trainingSessions.id, page.after),
        ),
      )
      .orderBy(asc(trainingSessions.id))
      .limit(page.limit);
    const people = await countTrainingPeople(
      db,
      rows.map(({ training }) => training.id),
    );
    return {
      rows: rows.map(({ training, organiser }) => ({
        id: training.id,
        day: training.heldOn,
        kind: trainingKindTitles[training.kind],
        topic: training.topic,
        organiser,
        minutes: training.minutes,
        people: people.get(training.id)?.people ?? 0,
        units: people.get(training.id)?.unitIds.size ?? 0,
      })),
      next: nextBareKey(rows, page.limit, ({ training }) => training.id),
    };
  },
};

const meetings: DatasetOffer = {
  id: 'organisation.meetings',
  title: '政务公开领导小组会议',
  description: '已召开的政务公开领导小组会议：日期、名称、议定事项数和办结数，不含出席人员和会议内容。',
  columns: [
    { key: 'id', title: '编号', type: 'text' },
    { key: 'day', title: '召开日期', type: 'day' },
    { key: 'group', title: '领导小组', type: 'text' },
    { key: 'title', title: '会议名称', type: 'text' },
    { key: 'decisions', title: '议定事项数', type: 'number' },
    { key: 'done', title: '已办结数', type: 'number' },
  ],
  async listRows(db, page) {
    const rows = await db
      .select({ meeting: groupMeetings, group: leadingGroups.name })
      .from(groupMeetings)
      .innerJoin(leadingGroups, eq(leadingGroups.id, groupMeetings.groupId))
      .where(
        and(
          isNotNull(groupMeetings.heldOn),
          isNull(groupMeetings.cancelledOn),
          page.after === null ? undefined : gt(groupMeetings.id, page.after),
        ),
      )
      .orderBy(asc(groupMeetings.id))
      .limit(page.limit);
    const decisions = await countDecisionsOfMeetings(
      db,
      rows.map(({ meeting }) => meeting.id),
    );
    return {
      rows: rows.map(({ meeting, group }) => ({
        id: meeting.id,
        day: meeting.heldOn,
        group,
        title: meeting.title,
        decisions: decisions.get(meeting.id)?.all ?? 0,
        done: decisions.get(meeting.id)?.done ?? 0,
      })),
      next: nextBareKey(rows, page.limit, ({ meeting }) => meeting.id),
    };
  },
};

export const organisationDatasets: readonly DatasetOffer[] = [trainings, meetings];
