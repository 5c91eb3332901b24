/** The command on an officer's mail address. */
import { eq } from 'drizzle-orm';
import type { Work } from '#kernel/work.ts';
import { maskEmail } from '../rules/email.ts';
import { officerEmails } from '../tables/email.ts';
import { getOfficerForChange, mayKeepRegister } from './register.ts';

/** Sets or takes away the address: the officer's own, or any as the keeper of the register. The audit knows it masked. */
export async function setOfficerEmail(work: Work, officerId: string, email: string | null): Promise<void> {
  const officer = await getOfficerForChange(work, officerId);
  const isOwn = work.actor.kind === 'officer' && work.actor.id === officerId;
  if (!isOwn) mayKeepRegister(work, 'organisation.manageOfficers', officer.jurisdictionId);
  const [before] = await work.db.select().from(officerEmails).where(eq(officerEmails.officerId, officerId));
  if (email === null) await work.db.delete(officerEmails).where(eq(officerEmails.officerId, officerId));
  else {
    await work.db
      .insert(officerEmails)
      .values({ officerId, email, setAt: work.now })
      .onConflictDoUpdate({ target: officerEmails.officerId, set: { email, setAt: work.now } });
  }
  work.audit({
    action: 'organisation.setOfficerEmail',
    objectKind: 'officer',
    objectId: officerId,
    unitId: officer.unitId,
    summary: email === null ? '删除工作人员的邮箱' : '登记工作人员的邮箱',
    before: { email: before === undefined ? null : maskEmail(before.email) },
    after: { email: email === null ? null : maskEmail(email) },
    affectsPortal: false,
  });
}
