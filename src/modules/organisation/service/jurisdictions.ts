/** Commands on jurisdictions; the platform alone gives them, at the first start, when handing over or seeding. */
import { eq } from 'drizzle-orm';
import { permissionRefusals } from '#kernel/permission.ts';
import type { Work } from '#kernel/work.ts';
import type { JurisdictionLevel } from '../contract/register.ts';
import { jurisdictions } from '../tables/register.ts';
import { lockRegister } from './register.ts';

export interface JurisdictionInput {
  readonly code: string;
  readonly name: string;
  readonly level: JurisdictionLevel;
  readonly parentName: string | null;
}

function refuseUnlessPlatform(work: Work): void {
  if (work.actor.kind === 'system') return;
  throw permissionRefusals.refuse('access.forbidden', { title: '登记行政区', roles: '平台初始化程序' });
}

/** Opens a jurisdiction; only the platform does it, at the first start or when seeding. */
export async function openJurisdiction(work: Work, input: JurisdictionInput): Promise<string> {
  refuseUnlessPlatform(work);
  const id = work.newId();
  await work.db.insert(jurisdictions).values({ id, ...input, treeVersion: 1, createdAt: work.now });
  work.audit({
    action: 'organisation.openJurisdiction',
    objectKind: 'jurisdiction',
    objectId: id,
    summary: `登记行政区“${input.name}”`,
    after: input,
  });
  return id;
}

/** Gives the jurisdiction its name; only the platform does it, when the first administrator hands over. */
export async function renameJurisdiction(
  work: Work,
  jurisdictionId: string,
  input: Omit<JurisdictionInput, 'code'>,
): Promise<void> {
  refuseUnlessPlatform(work);
  const before = await lockRegister(work, jurisdictionId);
  await work.db.update(jurisdictions).set(input).where(eq(jurisdictions.id, jurisdictionId));
  work.audit({
    action: 'organisation.renameJurisdiction',
    objectKind: 'jurisdiction',
    objectId: jurisdictionId,
    summary: `行政区改称“${input.name}”`,
    before: { name: before.name, level: before.level, parentName: before.parentName },
    after: input,
  });
}
