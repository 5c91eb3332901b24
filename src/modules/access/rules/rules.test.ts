import { describe, expect, it } from 'vitest';
import { countFailure, delayAfterFailures, type FailureCount, waitingUntil } from './delay.ts';
import { judgePassword } from './password.ts';
import { permissionMapOf, visibleScreens } from './permission-map.ts';
import { deviceInWords, isSessionAlive, needsSecondFactor, stageOfSession } from './session.ts';
import { loginNameOfClaims, safeReturnAddress } from './single-sign-on.ts';

describe('a password', () => {
  it.each([
    ['竹外桃花三两枝春江', ['tooShort']],
    ['竹外桃花三两枝春江水暖', []],
    ['correct horse battery', []],
    ['short', ['tooShort']],
    ['liming-is-here-2026', ['accountName']],
    ['aaaaaaaaaaaa', ['repeated']],
    ['1234567890', ['sequence', 'triedFirst']],
    ['9876543210', ['sequence', 'triedFirst']],
    ['Password2026!', ['triedFirst']],
    ['２０２６１１２００９', ['triedFirst']],
    ['x'.repeat(201), ['tooLong', 'repeated']],
  ])('%s has the faults %j', (password, faults) => {
    expect(judgePassword(password, 'liming')).toEqual(faults);
  });
});

describe('failed attempts', () => {
  it('cost nothing four times, then a minute, doubling to an hour', () => {
    expect([1, 4, 5, 6, 7, 10, 11, 500].map(delayAfterFailures)).toEqual([
      0, 0, 60, 120, 240, 1920, 3600, 3600,
    ]);
  });

  it('are forgotten after a day of rest and not before', () => {
    const start = new Date('2026-11-20T01:00:00Z');
    let count: FailureCount | undefined;
    for (let attempt = 0; attempt < 5; attempt += 1) count = countFailure(count, start);
    expect(count?.failures).toBe(5);
    expect(waitingUntil(count, new Date('2026-11-20T01:00:59Z'))).toEqual(new Date('2026-11-20T01:01:00Z'));
    expect(waitingUntil(count, new Date('2026-11-20T01:01:00Z'))).toBeUndefined();
    expect(countFailure(count, new Date('2026-11-21T00:59:00Z')).failures).toBe(6);
    expect(countFailure(count, new Date('2026-11-21T01:00:01Z')).failures).toBe(1);
  });
});

describe('a session', () => {
  const times = {
    lastUsedAt: new Date('2026-11-20T02:00:00Z'),
    endsAt: new Date('2026-11-20T13:00:00Z'),
    endedAt: null,
  };
  it.each([
    ['2026-11-20T02:59:59Z', times, true],
    ['2026-11-20T03:00:00Z', times, false],
    ['2026-11-20T13:00:00Z', { ...times, lastUsedAt: new Date('2026-11-20T12:59:00Z') }, false],
    ['2026-11-20T02:00:01Z', { ...times, endedAt: new Date('2026-11-20T02:00:01Z') }, false],
  ])('at %s', (now, session, alive) => {
    expect(isSessionAlive(session, new Date(now))).toBe(alive);
  });

  const finished = {
    enrolled: true,
    secondFactorPassed: true,
    secondFactorRequired: true,
    mustChangePassword: false,
    signedInBy: 'password' as const,
    firstAdministrator: false,
  };
  it.each([
    [{}, 'signedIn'],
    [{ secondFactorPassed: false, mustChangePassword: true }, 'secondFactorNeeded'],
    [{ mustChangePassword: true }, 'passwordChangeNeeded'],
    [{ mustChangePassword: true, signedInBy: 'singleSignOn' as const }, 'signedIn'],
    [{ enrolled: false, secondFactorPassed: false }, 'enrolmentNeeded'],
    [{ enrolled: false, secondFactorPassed: false, secondFactorRequired: false }, 'signedIn'],
    [{ enrolled: false, secondFactorRequired: false, firstAdministrator: true }, 'handOverNeeded'],
  ])('%j is %s', (change, stage) => {
    expect(stageOfSession({ ...finished, ...change })).toBe(stage);
  });

  it('demands a second factor of the three administrators only', () => {
    expect(needsSecondFactor(['clerk', 'supervisor'])).toBe(false);
    expect(needsSecondFactor(['auditor'])).toBe(true);
  });

  it('keeps of the machine only what its owner recognises', () => {
    expect(
      deviceInWords('Mozilla/5.0 (Windows NT 10.0; Win64) AppleWebKit/537 Chrome/150 Safari/537 Edg/150'),
    ).toBe('Edge · Windows');
    expect(deviceInWords('curl/8')).toBe('其他程序');
  });
});

describe('single sign-on', () => {
  it.each([
    [{ preferred_username: 'LiMing' }, 'preferred_username', { known: true, loginName: 'liming' }],
    [{}, 'preferred_username', { known: false, because: 'missing' }],
    [{ sub: 3 }, 'sub', { known: false, because: 'missing' }],
    [{ email: 'liming@x.cn' }, 'email', { known: false, because: 'unverified' }],
    [{ email: 'liming@x.cn', email_verified: true }, 'email', { known: true, loginName: 'liming' }],
  ])('%j by %s', (claims, claim, verdict) => {
    expect(loginNameOfClaims(claims, claim)).toEqual(verdict);
  });

  it.each([
    ['/desk/plan/board?a=1', '/desk/plan/board?a=1'],
    ['/desk', '/desk'],
    ['//evil.example/desk', '/desk'],
    ['/desk\\evil', '/desk'],
    ['/deskevil', '/desk'],
    ['https://evil.example', '/desk'],
    [undefined, '/desk'],
  ])('returns from %s to %s', (wanted, address) => {
    expect(safeReturnAddress(wanted)).toBe(address);
  });
});

describe('what an officer may', () => {
  const table = {
    'plan.import': { title: '导入', roles: ['supervisor'], reach: 'jurisdiction' },
    'plan.report': { title: '填报', roles: ['clerk'], reach: 'unit' },
    'access.audit': { title: '审计', roles: ['auditor'], reach: 'jurisdiction' },
  } as const;
  const actor = {
    grants: [
      { role: 'clerk', unitId: 'town', reach: ['town', 'village'] },
      { role: 'clerk', unitId: 'office', reach: ['office'] },
      { role: 'supervisor', unitId: 'office', reach: ['office'] },
    ],
  } as const;

  it('maps each held code to the units it reaches', () => {
    expect(permissionMapOf(table, actor)).toEqual({
      'plan.import': 'all',
      'plan.report': ['town', 'village', 'office'],
    });
  });

  it('opens the screens of held codes and those for everybody', () => {
    const screen = (id: string, permissions: string[]) =>
      ({ id, title: id, path: '/x', group: '任务', permissions, inMenu: true }) as const;
    const screens = [screen('a', []), screen('b', ['plan.import', 'x']), screen('c', ['access.audit'])];
    expect(visibleScreens(screens, permissionMapOf(table, actor)).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
