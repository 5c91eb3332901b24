/** What tests of the records share: acting, the code of a refusal, every command walked by every role. */
import { type Actor, type OfficerActor, type OfficerRole, officerRoles, visitor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { Refusal } from '#kernel/refusal.ts';
import { transact, type Work } from '#kernel/work.ts';

/** The code of the refusal that the work ends with; throws when it succeeds or fails otherwise. */
export async function refusalCodeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => new Error('nothing was refused'),
    (reason: unknown) => reason,
  );
  if (error instanceof Refusal) return error.code;
  throw error;
}

/** A command on an object of its own. */
export interface WalkedCommand {
  readonly name: string;
  readonly roles: readonly OfficerRole[];
  /** Makes what the command needs, on the platform's authority, and returns the command. */
  readonly prepare: () => Promise<(work: Work) => Promise<unknown>>;
}

/** Sentences for every role (and a visitor) that the command treats otherwise than the table says. */
export async function walkCommand(
  app: App,
  command: WalkedCommand,
  actorOf: (role: OfficerRole) => Promise<OfficerActor>,
  stranger: OfficerActor,
  countAudit: () => Promise<number>,
): Promise<string[]> {
  const findings: string[] = [];
  for (const role of officerRoles.filter((one) => command.roles.includes(one))) {
    const run = await command.prepare();
    const actor = await actorOf(role);
    const before = await countAudit();
    await transact(app, actor, run).catch((error: unknown) => {
      findings.push(`${command.name}: ${role} should pass: ${String(error)}`);
    });
    if ((await countAudit()) <= before) findings.push(`${command.name}: ${role} left no audit entry`);
  }
  const run = await command.prepare();
  const denied: (readonly [string, Actor])[] = [
    ['visitor', visitor],
    ['stranger', stranger],
  ];
  for (const role of officerRoles.filter((one) => !command.roles.includes(one))) {
    denied.push([role, await actorOf(role)]);
  }
  for (const [label, actor] of denied) {
    const before = await countAudit();
    const code = await refusalCodeOf(transact(app, actor, run)).catch(String);
    if (!['access.forbidden', 'access.otherUnit', 'access.signInNeeded'].includes(code)) {
      findings.push(`${command.name}: ${label} should be denied, got ${code}`);
    }
    if ((await countAudit()) !== before)
      findings.push(`${command.name}: denying ${label} left an audit entry`);
  }
  return findings;
}
