/**
 * The first start: one administrator with a one-time password, who can do a single thing, hand the three roles to
 * three people. Handing over ends the account in the same transaction.
 */
import { count, eq } from 'drizzle-orm';
import { type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { Refusal } from '#kernel/refusal.ts';
import { onPlatformAuthority, transact, type Work } from '#kernel/work.ts';
import {
  changeUnit,
  createOfficer,
  createUnit,
  deactivateOfficer,
  findOfficer,
  findUnit,
  grantRole,
  listJurisdictions,
  listUnits,
  openJurisdiction,
  renameJurisdiction,
} from '#modules/organisation/index.ts';
import type { HandOverInput, IssuedPassword } from '../contract.ts';
import { accounts } from '../tables.ts';
import { accessRefusals } from '../words.ts';
import { createAccount, type PreparedPassword, prepareOneTimePassword } from './accounts.ts';
import { endSessions } from './sessions.ts';

export const firstLoginName = 'admin';

/** Where the first administrator stands until the real names are given. */
const unnamed = { jurisdiction: '未命名行政区', government: '未命名人民政府' };

/** Makes the first administrator if nobody has an account yet; of several nodes that start together one does it. */
export async function ensureFirstAdministrator(
  app: App,
): Promise<{ readonly loginName: string; readonly password: string } | undefined> {
  const [existing] = await app.database.read.select({ n: count() }).from(accounts);
  if (existing !== undefined && existing.n > 0) return undefined;
  const prepared = await prepareOneTimePassword();
  try {
    await transact(app, systemActor('start'), async (work) => {
      const { jurisdictionId, unitId } = await groundForFirst(work);
      const officerId = await createOfficer(work, jurisdictionId, {
        name: '初始管理员',
        unitId,
        position: '',
      });
      await createAccount(work, { officerId, loginName: firstLoginName, firstAdministrator: true }, prepared);
    });
  } catch (error) {
    if (error instanceof Refusal && error.status === 409) return undefined;
    throw error;
  }
  return { loginName: firstLoginName, password: prepared.password };
}

async function groundForFirst(work: Work): Promise<{ jurisdictionId: string; unitId: string }> {
  const [known] = await listJurisdictions(work.db);
  const [root] = known === undefined ? [] : await listUnits(work.db, known.id);
  if (known !== undefined && root !== undefined) return { jurisdictionId: known.id, unitId: root.id };
  const jurisdictionId = await openJurisdiction(work, {
    code: 'local',
    name: unnamed.jurisdiction,
    level: 'county',
    parentName: null,
  });
  const unitId = await createUnit(work, jurisdictionId, {
    code: 'government',
    kind: 'government',
    name: unnamed.government,
    parentId: null,
  });
  return { jurisdictionId, unitId };
}

function refuseSamePeople(input: HandOverInput): void {
  const people = [input.systemAdministrator, input.securityAdministrator, input.auditor];
  const distinct = (values: readonly string[]) => new Set(values).size === people.length;
  const namesDiffer = distinct(people.map(({ name, position }) => `${name} ${position}`));
  if (!namesDiffer || !distinct(people.map(({ loginName }) => loginName))) {
    throw accessRefusals.refuse('access.threePeople', {});
  }
}

/** The passwords of the three people, made outside of the transaction. */
export async function prepareHandOver(): Promise<
  readonly [PreparedPassword, PreparedPassword, PreparedPassword]
> {
  return Promise.all([prepareOneTimePassword(), prepareOneTimePassword(), prepareOneTimePassword()]);
}

/**
 * Names the jurisdiction, enters three people with the three roles, and ends the first administrator. What the
 * register is told here it is told by the platform, as the first administrator holds no role of it.
 */
export async function handOver(
  work: Work,
  input: HandOverInput,
  prepared: readonly [PreparedPassword, PreparedPassword, PreparedPassword],
): Promise<IssuedPassword[]> {
  const first = await getFirstAdministrator(work);
  refuseSamePeople(input);
  const platform = onPlatformAuthority(work, 'access.handOver');
  const { actor, accountId, unitId } = first;
  await renameJurisdiction(platform, actor.jurisdictionId, {
    name: input.jurisdiction.name,
    level: input.jurisdiction.level,
    parentName: input.jurisdiction.parentName ?? null,
  });
  const root = await findUnit(work.db, unitId);
  if (root !== undefined && root.name !== input.governmentName) {
    await changeUnit(platform, unitId, {
      name: input.governmentName,
      shortName: input.governmentName,
      keepFormerName: false,
    });
  }
  const known = await listUnits(work.db, actor.jurisdictionId);
  const officeId =
    known.find((unit) => unit.name === input.officeName)?.id ??
    (await createUnit(platform, actor.jurisdictionId, {
      kind: 'department',
      name: input.officeName,
      parentId: unitId,
    }));
  const roles: readonly (OfficerRole & keyof HandOverInput)[] = [
    'systemAdministrator',
    'securityAdministrator',
    'auditor',
  ];
  const issued: IssuedPassword[] = [];
  for (const [index, role] of roles.entries()) {
    const password = prepared[index];
    const person = input[role];
    if (password === undefined) throw new Error(`no password for ${role}`);
    const { name, position, loginName } = person;
    const officerId = await createOfficer(platform, actor.jurisdictionId, {
      name,
      position,
      unitId: officeId,
    });
    await grantRole(platform, officerId, { role, unitId: officeId });
    const id = await createAccount(platform, { officerId, loginName }, password);
    issued.push({ accountId: id, loginName, initialPassword: password.password });
  }
  await closeFirstAdministrator(work, { accountId, officerId: actor.id });
  return issued;
}

async function getFirstAdministrator(
  work: Work,
): Promise<{ actor: OfficerActor; accountId: string; unitId: string }> {
  const { actor } = work;
  if (actor.kind === 'officer') {
    const [account] = await work.db
      .select()
      .from(accounts)
      .where(eq(accounts.officerId, actor.id))
      .for('update');
    const officer = await findOfficer(work.db, actor.id);
    const open =
      account?.firstAdministrator === true && account.closedAt === null && !account.mustChangePassword;
    if (open && officer !== undefined) return { actor, accountId: account.id, unitId: officer.unitId };
  }
  throw accessRefusals.refuse('access.notFirstAdministrator', {});
}

async function closeFirstAdministrator(
  work: Work,
  first: { readonly accountId: string; readonly officerId: string },
): Promise<void> {
  await work.db
    .update(accounts)
    .set({ closedAt: work.now, passwordHash: null })
    .where(eq(accounts.id, first.accountId));
  await endSessions(work, first.accountId);
  const platform = onPlatformAuthority(work, 'access.handOver');
  await deactivateOfficer(platform, first.officerId, { reason: '管理权限已移交' });
  work.audit({
    action: 'access.handOver',
    objectKind: 'account',
    objectId: first.accountId,
    summary: '初始管理员把三类管理权限移交给三名人员，账号关闭',
    affectsPortal: false,
  });
}
