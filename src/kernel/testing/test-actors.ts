/** Officers for tests that need somebody with a role in a unit and no rows behind them. */
import { randomUUID } from 'node:crypto';
import type { OfficerActor, OfficerRole } from '../actor.ts';

/** An officer with these roles in one unit; `reach` lists further units below it. */
export function testOfficer(options: {
  readonly roles: readonly OfficerRole[];
  readonly unitId: string;
  readonly reach?: readonly string[];
  readonly jurisdictionId?: string;
  readonly id?: string;
}): OfficerActor {
  return {
    kind: 'officer',
    id: options.id ?? randomUUID(),
    name: `测试${options.roles.join('、')}`,
    jurisdictionId: options.jurisdictionId ?? '00000000-0000-7000-8000-000000000001',
    grants: options.roles.map((role) => ({
      role,
      unitId: options.unitId,
      reach: [options.unitId, ...(options.reach ?? [])],
    })),
    sessionId: randomUUID(),
  };
}
