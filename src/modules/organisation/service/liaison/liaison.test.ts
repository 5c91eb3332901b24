import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OfficerActor, type OfficerRole, systemActor } from '#kernel/actor.ts';
import { dayOf } from '#kernel/day.ts';
import { openTestApp, type TestApp } from '#kernel/testing/test-app.ts';
import { transact, type Work } from '#kernel/work.ts';
import {
  actingOfficer,
  type GivenCounty,
  givenCounty,
  givenDecision,
  givenHandover,
  givenLeadingGroup,
  givenLiaison,
  givenMeeting,
  givenOfficer,
  givenOfficerOfEachRole,
  givenPerson,
  givenTraining,
} from '../../given.ts';
import { organisation } from '../../module.ts';
import {
  findLeaver,
  gatherHandoverOffers,
  getHandoverDetail,
  listHandoversWaitingFor,
} from '../../queries/handovers.ts';
import { getUnitLiaison, listLiaisonRows } from '../../queries/liaisons.ts';
import { findOfficerRow } from '../../queries/officer-screens.ts';
import { refusalCodeOf, type WalkedCommand, walkCommand } from '../../testing/records.ts';
import {
  addHandoverItem,
  removeHandoverItem,
  tickHandoverItem,
  tickWholeHandover,
} from '../handover/items.ts';
import { signHandover, withdrawHandoverSignature } from '../handover/sign.ts';
import { cancelHandover, changeHandoverWitness, noteGiverAbsent, startHandover } from '../handover/start.ts';
import { changeOfficer, deactivateOfficer } from '../officers.ts';
import { createUnit } from '../units.ts';
import { appointLiaison, changeLiaison, changeSubstitute, endLiaison } from './appoint.ts';
import { acceptLiaisonFiling, fileLiaison, returnLiaisonFiling, setLiaisonFigure } from './filing.ts';

let place: TestApp;
let county: GivenCounty;
let officers: Readonly<Record<OfficerRole, OfficerActor>>;
let stranger: OfficerActor;

const today = dayOf('2026-05-06');

beforeAll(async () => {
  place = await openTestApp({ modules: [organisation], now: '2026-05-06T09:00:00+08:00' });
  county = await givenCounty(place.app);
  officers = await givenOfficerOfEachRole(place.app, county);
  stranger = await givenOfficer(place.app, county.jurisdictionId, county.town, ['clerk', 'unitLeader']);
});
afterAll(() => place.close());

const platform = systemActor('test');
const act = <Result>(body: (work: Work) => Promise<Result>) => transact(place.app, platform, body);
const countAudit = async () => {
  const { rows } = await place.app.database.read.execute(sql`select count(*)::int as n from audit_entry`);
  return Number(rows[0]?.n);
};
const person = (unitId: string, name = '某同志') => givenPerson(place.app, county, unitId, name);
/** A unit below the office, with nobody in it. */
const newUnit = () =>
  act((work) =>
    createUnit(work, county.jurisdictionId, {
      kind: 'department',
      name: `青禾县第${work.newId()}局`,
      parentId: county.office,
    }),
  );
const appointed = async (filed = false) => {
  const unitId = await newUnit();
  const officerId = await person(unitId);
  return givenLiaison(place.app, { unitId, officerId, from: '2026-05-01', filed });
};
const handedOver = async () =>
  givenHandover(place.app, county, await newUnit(), { from: dayOf('2026-05-01') });
const stateOf = async (unitId: string) =>
  (await listLiaisonRows(place.app.database.read, county.jurisdictionId, today)).find(
    (row) => row.unitId === unitId,
  );

/** With the reach of today: the commands make units below the office. */
const actorOf = (role: OfficerRole) => actingOfficer(place.app, officers[role].id);

const unitRoles: readonly OfficerRole[] = ['clerk', 'unitLeader'];
const onAppointment =
  (
    run: (work: Work, id: string) => Promise<unknown>,
    before?: (work: Work, id: string) => Promise<unknown>,
  ) =>
  async () => {
    const id = await appointed();
    if (before !== undefined) await act((work) => before(work, id));
    return (work: Work) => run(work, id);
  };
const onHandover = (run: (work: Work, id: string) => Promise<unknown>) => async () => {
  const { handoverId } = await handedOver();
  return (work: Work) => run(work, handoverId);
};

const commands: readonly WalkedCommand[] = [
  {
    name: 'appointLiaison',
    roles: unitRoles,
    prepare: async () => {
      const unitId = await newUnit();
      const officerId = await person(unitId);
      return (work) => appointLiaison(work, { unitId, officerId, substituteId: null, from: today });
    },
  },
  {
    name: 'changeLiaison',
    roles: unitRoles,
    prepare: async () => {
      const unitId = await newUnit();
      const [first, officerId, witnessId] = [
        await person(unitId),
        await person(unitId),
        await person(unitId),
      ];
      await givenLiaison(place.app, { unitId, officerId: first, from: '2026-01-05' });
      const input = { unitId, officerId, substituteId: null, from: today, witnessId, reason: '退休' };
      return (work) => changeLiaison(work, input, []);
    },
  },
  {
    name: 'changeSubstitute',
    roles: unitRoles,
    prepare: onAppointment((work, id) => changeSubstitute(work, id, { substituteId: null })),
  },
  {
    name: 'endLiaison',
    roles: unitRoles,
    prepare: onAppointment((work, id) => endLiaison(work, id, { until: today, reason: '调离' })),
  },
  {
    name: 'fileLiaison',
    roles: unitRoles,
    prepare: onAppointment((work, id) => fileLiaison(work, id, { text: '' })),
  },
  {
    name: 'acceptLiaisonFiling',
    roles: ['supervisor'],
    prepare: onAppointment(
      (work, id) => acceptLiaisonFiling(work, id),
      (work, id) => fileLiaison(work, id, { text: '' }),
    ),
  },
  {
    name: 'returnLiaisonFiling',
    roles: ['supervisor'],
    prepare: onAppointment(
      (work, id) => returnLiaisonFiling(work, id, { reason: '电话有误' }),
      (work, id) => fileLiaison(work, id, { text: '' }),
    ),
  },
  {
    name: 'setLiaisonFigure',
    roles: ['supervisor'],
    prepare: async () => (work) =>
      setLiaisonFigure(work, county.jurisdictionId, { filingDays: 5, basis: '县政府办公室通知' }),
  },
  {
    name: 'startHandover',
    roles: unitRoles,
    prepare: async () => {
      const { handoverId, appointmentId, witnessId } = await handedOver();
      await act((work) => cancelHandover(work, handoverId, { reason: '选错了人' }));
      return (work) => startHandover(work, appointmentId, { witnessId, reason: '补办' }, []);
    },
  },
  {
    name: 'addHandoverItem',
    roles: unitRoles,
    prepare: onHandover((work, id) =>
      addHandoverItem(work, id, { category: 'seal', title: '专用章', detail: '' }),
    ),
  },
  {
    name: 'noteGiverAbsent',
    roles: unitRoles,
    prepare: onHandover((work, id) => noteGiverAbsent(work, id, { reason: '已调往外地' })),
  },
  {
    name: 'changeHandoverWitness',
    roles: unitRoles,
    prepare: async () => {
      const { handoverId } = await handedOver();
      const witnessId = await person(county.office);
      return (work) => changeHandoverWitness(work, handoverId, { witnessId });
    },
  },
  {
    name: 'cancelHandover',
    roles: unitRoles,
    prepare: onHandover((work, id) => cancelHandover(work, id, { reason: '选错了人' })),
  },
];

test.each(commands)('$name is for its roles', async (command) => {
  expect(await walkCommand(place.app, command, actorOf, stranger, countAudit)).toEqual([]);
});

describe('a liaison', () => {
  test('is appointed, filed, returned, filed again and accepted; the officer carries the mark', async () => {
    const unitId = await newUnit();
    expect(await stateOf(unitId)).toMatchObject({ standing: 'none', expected: true, liaison: null });
    const officerId = await person(unitId, '邱同志');
    const id = await givenLiaison(place.app, { unitId, officerId, from: '2026-04-20', filed: false });
    // Five working days after 20 April: the 27th. Today is past it.
    expect(await stateOf(unitId)).toMatchObject({
      standing: 'unfiled',
      liaison: { name: '邱同志' },
      filingDue: '2026-04-27',
      late: true,
    });
    const { read } = place.app.database;
    expect((await findOfficerRow(read, county.jurisdictionId, officerId))?.liaison).toBe(true);
    await act((work) => fileLiaison(work, id, { text: '随文报送' }));
    expect(await refusalCodeOf(act((work) => fileLiaison(work, id, { text: '' })))).toBe(
      'organisation.filingNotNow',
    );
    await act((work) => returnLiaisonFiling(work, id, { reason: '未盖章' }));
    expect(await stateOf(unitId)).toMatchObject({ standing: 'returned', filedOn: null });
    await act((work) => fileLiaison(work, id, { text: '' }));
    await act((work) => acceptLiaisonFiling(work, id));
    expect(await stateOf(unitId)).toMatchObject({
      standing: 'accepted',
      filedOn: '2026-05-06',
      acceptedOn: '2026-05-06',
    });
  });

  test('is one at a time, of the unit, in office from a day that has come', async () => {
    const unitId = await newUnit();
    const officerId = await person(unitId);
    const codeOf = (input: Partial<Parameters<typeof appointLiaison>[1]>) =>
      refusalCodeOf(
        act((work) => appointLiaison(work, { unitId, officerId, substituteId: null, from: today, ...input })),
      );
    expect(await codeOf({ officerId: await person(county.town) })).toBe('organisation.liaisonOfOtherUnit');
    expect(await codeOf({ substituteId: officerId })).toBe('organisation.sameLiaison');
    expect(await codeOf({ from: dayOf('2026-05-07') })).toBe('organisation.dayInFuture');
    await givenLiaison(place.app, { unitId, officerId, from: '2026-05-01' });
    expect(await codeOf({ officerId: await person(unitId) })).toBe('organisation.liaisonHeld');
  });

  test('who leaves the unit or the service is the liaison no more, and the successor needs a handover', async () => {
    const unitId = await newUnit();
    const [mover, leaver, next, witnessId] = [
      await person(unitId),
      await person(unitId),
      await person(unitId),
      await person(unitId),
    ];
    await givenLiaison(place.app, { unitId, officerId: mover, from: '2026-01-05' });
    await act((work) => changeOfficer(work, mover, { unitId: county.town }));
    expect(await stateOf(unitId)).toMatchObject({ standing: 'none' });
    await givenLiaison(place.app, { unitId, officerId: leaver, from: '2026-05-06' });
    await act((work) => deactivateOfficer(work, leaver, { reason: '辞职' }));
    const id = await givenLiaison(place.app, { unitId, officerId: next, from: '2026-05-06' });
    expect(await stateOf(unitId)).toMatchObject({ handoverMissing: true, standing: 'accepted' });
    await act((work) => startHandover(work, id, { witnessId, reason: '前任辞职' }, []));
    expect(await stateOf(unitId)).toMatchObject({ handoverMissing: false, handover: { status: 'open' } });
    const history = await getUnitLiaison(place.app.database.read, county.jurisdictionId, unitId, {
      today,
      calendar: await place.app.calendar(),
    });
    expect(history.appointments.map((row) => [row.liaison.officerId, row.until])).toEqual([
      [next, null],
      [leaver, '2026-05-06'],
      [mover, '2026-05-06'],
    ]);
  });

  test('changed under another figure is bound by the figure of that day', async () => {
    const other = await givenCounty(place.app, '白泽县', 'baize');
    const bound = async (unitId: string) => {
      const officerId = await givenPerson(place.app, other, unitId, '某同志');
      await givenLiaison(place.app, { unitId, officerId, from: '2026-05-06', filed: false });
      const rows = await listLiaisonRows(place.app.database.read, other.jurisdictionId, today);
      return () => rows.find((row) => row.unitId === unitId)?.filingDue;
    };
    const before = await bound(other.education);
    await act((work) =>
      setLiaisonFigure(work, other.jurisdictionId, { filingDays: 10, basis: '县政府办公室通知' }),
    );
    const after = await bound(other.town);
    expect([before(), after()]).toEqual(['2026-05-12', '2026-05-19']);
  });
});

describe('a handover', () => {
  const detailOf = async (handoverId: string, actor: OfficerActor = officers.supervisor) =>
    getHandoverDetail(place.app, actor, handoverId, await place.app.calendar());
  const as = (officerId: string) => actingOfficer(place.app, officerId);

  test('lists what the leaver holds, is ticked by both, signed by three, and is then complete', async () => {
    const unitId = await newUnit();
    const [giverId, receiverId, witnessId] = [
      await person(unitId, '甲'),
      await person(unitId, '乙'),
      await person(unitId, '丙'),
    ];
    await givenLiaison(place.app, { unitId, officerId: giverId, from: '2026-01-05' });
    const group = await givenLeadingGroup(place.app, { unitId: county.town, officeUnitId: county.office });
    const meetingId = await givenMeeting(place.app, {
      ...group,
      plannedFor: '2026-04-01',
      heldOn: '2026-04-01',
    });
    await givenDecision(place.app, { meetingId, unitId, dueOn: '2026-06-30' });
    await givenTraining(place.app, { organiserId: unitId, plannedFor: '2026-06-10', topic: '全员培训' });
    const { read } = place.app.database;
    const offers = await gatherHandoverOffers(place.app, await findLeaver(read, { unitId }));
    const change = {
      unitId,
      officerId: receiverId,
      substituteId: null,
      from: today,
      witnessId,
      reason: '轮岗',
    };
    const { handoverId } = await act((work) => changeLiaison(work, change, offers));
    const sheet = await detailOf(handoverId);
    expect(sheet.items.map((item) => [item.category, item.title])).toEqual([
      ['matter', '领导小组会议议定事项：补齐镇村公开专区的办事指南'],
      ['matter', '计划中的培训：全员培训'],
      ['account', '网站后台和政务新媒体账号'],
      ['seal', '政务公开（信息公开）专用章'],
      ['document', '文件和台账'],
      ['other', '工作群和联系渠道'],
    ]);
    expect(sheet.due).toMatchObject({ due: '2026-05-12', provisional: false });
    expect(await listHandoversWaitingFor(read, giverId)).toMatchObject([
      { does: 'give', dueOn: '2026-05-12' },
    ]);
    expect(await listHandoversWaitingFor(read, receiverId)).toEqual([]);

    const giver = await as(giverId);
    const receiver = await as(receiverId);
    const witness = await as(witnessId);
    const seal = sheet.items[3]?.id ?? '';
    await transact(place.app, receiver, (work) => removeHandoverItem(work, seal));
    await transact(place.app, giver, (work) => tickWholeHandover(work, handoverId, { party: 'giver' }));
    expect(await listHandoversWaitingFor(read, receiverId)).toMatchObject([{ does: 'take' }]);
    await transact(place.app, receiver, (work) => tickWholeHandover(work, handoverId, { party: 'receiver' }));
    await transact(place.app, giver, (work) => signHandover(work, handoverId, { party: 'giver' }));
    expect(await listHandoversWaitingFor(read, witnessId)).toEqual([]);
    await transact(place.app, receiver, (work) => signHandover(work, handoverId, { party: 'receiver' }));
    expect(await listHandoversWaitingFor(read, witnessId)).toMatchObject([{ does: 'sign' }]);
    await transact(place.app, witness, (work) => signHandover(work, handoverId, { party: 'witness' }));
    expect(await detailOf(handoverId)).toMatchObject({
      status: 'completed',
      completedOn: '2026-05-06',
      late: false,
    });
    expect(await stateOf(unitId)).toMatchObject({ standing: 'unfiled', handover: { status: 'completed' } });
    expect(
      await refusalCodeOf(
        transact(place.app, giver, (work) => signHandover(work, handoverId, { party: 'giver' })),
      ),
    ).toBe('organisation.handoverClosed');
  });

  test('is acted on by its own people only, and by the witness for a giver who is away', async () => {
    const { handoverId, giverId, receiverId, witnessId } = await handedOver();
    const [first] = (await detailOf(handoverId)).items;
    const itemId = first?.id ?? '';
    const tick = async (officerId: string, party: 'giver' | 'receiver') => {
      const actor = await as(officerId);
      return transact(place.app, actor, (work) => tickHandoverItem(work, itemId, { party, done: true }));
    };
    expect(await refusalCodeOf(tick(receiverId, 'giver'))).toBe('organisation.notHandoverParty');
    expect(await refusalCodeOf(tick(witnessId, 'giver'))).toBe('organisation.notHandoverParty');
    expect(await refusalCodeOf(tick(receiverId, 'receiver'))).toBe('organisation.itemNotGiven');
    await act((work) => noteGiverAbsent(work, handoverId, { reason: '已调往外地' }));
    await tick(witnessId, 'giver');
    await tick(receiverId, 'receiver');
    const witness = await as(witnessId);
    await transact(place.app, witness, (work) => tickWholeHandover(work, handoverId, { party: 'giver' }));
    const receiver = await as(receiverId);
    await transact(place.app, receiver, (work) => tickWholeHandover(work, handoverId, { party: 'receiver' }));
    await transact(place.app, witness, (work) => signHandover(work, handoverId, { party: 'giver' }));
    expect((await detailOf(handoverId)).signatures).toMatchObject([{ party: 'giver', onBehalf: true }]);
    expect(await detailOf(handoverId, await as(giverId))).toMatchObject({ ownParties: ['giver'] });
    await expect(detailOf(handoverId, stranger)).rejects.toMatchObject({ code: 'access.otherUnit' });
  });

  test('stands as signed: nothing is changed until the signature is taken back', async () => {
    const { handoverId } = await handedOver();
    for (const party of ['giver', 'receiver'] as const) {
      await act((work) => tickWholeHandover(work, handoverId, { party }));
    }
    await act((work) => signHandover(work, handoverId, { party: 'giver' }));
    const late = { category: 'seal' as const, title: '又想起一枚章', detail: '' };
    expect(await refusalCodeOf(act((work) => addHandoverItem(work, handoverId, late)))).toBe(
      'organisation.handoverSigned',
    );
    await act((work) => withdrawHandoverSignature(work, handoverId, { party: 'giver' }));
    await act((work) => addHandoverItem(work, handoverId, late));
    expect(await refusalCodeOf(act((work) => signHandover(work, handoverId, { party: 'giver' })))).toBe(
      'organisation.itemsOpen',
    );
  });

  test('needs three people', async () => {
    const unitId = await newUnit();
    const [first, second] = [await person(unitId), await person(unitId)];
    await givenLiaison(place.app, { unitId, officerId: first, from: '2026-01-05' });
    const change = { unitId, officerId: second, substituteId: null, from: today, reason: '轮岗' };
    for (const witnessId of [first, second]) {
      expect(await refusalCodeOf(act((work) => changeLiaison(work, { ...change, witnessId }, [])))).toBe(
        'organisation.handoverPeople',
      );
    }
  });
});
