/** Commands on leading groups and who belongs to them. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Day } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import type { AppointMemberInput, EstablishGroupInput } from '../contract/meetings.ts';
import { groupMembers, leadingGroups } from '../tables/meetings.ts';
import { groupRoleTitles, meetingRefusals } from '../words/meetings.ts';
import { organisationRefusals } from '../words/register.ts';
import { getOfficersOf, refuseForeignUnits, refuseFutureDay } from './facts.ts';
import { getActiveUnit, getUnitForChange } from './register.ts';

export type LeadingGroupRecord = typeof leadingGroups.$inferSelect;

/** Loads the group and lets those pass who keep its records: the officers of the unit where its office sits. */
export async function getGroupFor(work: Work, groupId: string): Promise<LeadingGroupRecord> {
  const [row] = await work.db.select().from(leadingGroups).where(eq(leadingGroups.id, groupId)).for('update');
  if (row === undefined) throw meetingRefusals.refuse('organisation.groupNotFound', {});
  work.authorise('organisation.holdMeetings', {
    unitId: row.officeUnitId,
    jurisdictionId: row.jurisdictionId,
  });
  return row;
}

/** Registers the leading group of the county or of a unit; returns its identifier. */
export async function establishLeadingGroup(work: Work, input: EstablishGroupInput): Promise<string> {
  const unit = await getUnitForChange(work, input.unitId);
  const { jurisdictionId } = unit;
  work.authorise('organisation.establishGroups', { jurisdictionId });
  await getActiveUnit(work, unit.id, jurisdictionId);
  await getActiveUnit(work, input.officeUnitId, jurisdictionId);
  const [existing] = await work.db
    .select({ name: leadingGroups.name })
    .from(leadingGroups)
    .where(eq(leadingGroups.unitId, unit.id));
  if (existing !== undefined) throw meetingRefusals.refuse('organisation.groupExists', existing);
  if (input.ofJurisdiction) await refuseSecondCountyGroup(work, jurisdictionId);
  const id = work.newId();
  await work.db.insert(leadingGroups).values({ id, jurisdictionId, ...input, createdAt: work.now });
  work.audit({
    action: 'organisation.establishLeadingGroup',
    objectKind: 'leadingGroup',
    objectId: id,
    unitId: input.officeUnitId,
    summary: `登记“${input.name}”`,
    after: input,
    affectsPortal: false,
  });
  return id;
}

async function refuseSecondCountyGroup(work: Work, jurisdictionId: string): Promise<void> {
  const [county] = await work.db
    .select({ name: leadingGroups.name })
    .from(leadingGroups)
    .where(and(eq(leadingGroups.jurisdictionId, jurisdictionId), eq(leadingGroups.ofJurisdiction, true)));
  if (county !== undefined) throw meetingRefusals.refuse('organisation.groupExists', county);
}

/** Takes a person into the group from a day on; returns the membership's identifier. */
export async function appointGroupMember(
  work: Work,
  groupId: string,
  input: AppointMemberInput,
): Promise<string> {
  const group = await getGroupFor(work, groupId);
  refuseFutureDay(work, input.from, '任职日期', 'from');
  const found = await getOfficersOf(
    work,
    group.jurisdictionId,
    input.officerId === null ? [] : [input.officerId],
  );
  const officer = input.officerId === null ? undefined : found.get(input.officerId);
  const unitId = input.unitId ?? officer?.unitId ?? null;
  await refuseForeignUnits(work, group.jurisdictionId, unitId === null ? [] : [unitId]);
  const id = work.newId();
  const member = {
    id,
    groupId,
    role: input.role,
    officerId: input.officerId,
    name: officer?.name ?? input.name,
    position: input.position === '' ? (officer?.position ?? '') : input.position,
    unitId,
    fromDay: input.from,
    untilDay: null,
  };
  await work.db.insert(groupMembers).values(member);
  work.audit({
    action: 'organisation.appointGroupMember',
    objectKind: 'leadingGroup',
    objectId: groupId,
    unitId: group.officeUnitId,
    summary: `“${group.name}”增加一名${groupRoleTitles[input.role]}`,
    after: member,
    affectsPortal: false,
  });
  return id;
}

/** Ends a membership: `until` is the first day on which the person is no longer a member. */
export async function endGroupMembership(
  work: Work,
  memberId: string,
  input: { readonly until: Day },
): Promise<void> {
  const [member] = await work.db
    .select()
    .from(groupMembers)
    .where(and(eq(groupMembers.id, memberId), isNull(groupMembers.untilDay)));
  if (member === undefined) throw meetingRefusals.refuse('organisation.memberNotFound', {});
  const group = await getGroupFor(work, member.groupId);
  refuseFutureDay(work, input.until, '免职日期', 'until');
  if (input.until < member.fromDay) {
    throw organisationRefusals.refuse('organisation.endsBeforeStart', {}, [
      { path: 'until', message: '结束日期不能早于开始日期' },
    ]);
  }
  await work.db.update(groupMembers).set({ untilDay: input.until }).where(eq(groupMembers.id, memberId));
  work.audit({
    action: 'organisation.endGroupMembership',
    objectKind: 'leadingGroup',
    objectId: member.groupId,
    unitId: group.officeUnitId,
    summary: `“${group.name}”减少一名${groupRoleTitles[member.role]}`,
    before: { memberId, untilDay: null },
    after: { memberId, untilDay: input.until },
    affectsPortal: false,
  });
}
