import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from './actor.ts';
import { defineAnnouncement } from './announcement.ts';
import { defineModule } from './module.ts';
import { openTestApp, type TestApp } from './testing/test-app.ts';
import { transact } from './work.ts';

const doorOpened = defineAnnouncement<{ readonly door: string }>('house.doorOpened');
const bellRung = defineAnnouncement<{ readonly times: number }>('house.bellRung');

const entryOf = (objectId: string) => ({
  action: 'test.hear',
  objectKind: 'door',
  objectId,
  summary: '听到',
  after: {},
});

let place: TestApp;
beforeAll(async () => {
  place = await openTestApp({
    modules: [
      defineModule({
        name: 'porter',
        title: '门房',
        listeners: [
          doorOpened.listen(async (work, { door }) => {
            if (door === 'locked') throw new Error('the porter will not have it');
            work.audit(entryOf(`porter ${door}`));
            bellRung.make(work, { times: 2 });
          }),
          bellRung.listen(async (work, { times }) => work.audit(entryOf(`bell ${times}`))),
        ],
      }),
    ],
  });
});
afterAll(() => place.close());

async function heard(): Promise<unknown[]> {
  const { rows } = await place.app.database.read.execute(
    sql`select object_id from audit_entry where action = 'test.hear' order by seq`,
  );
  return rows.map((row) => row.object_id);
}

test('listeners move along in the same transaction, those of an announcement made by a listener too', async () => {
  await transact(place.app, systemActor('test'), async (work) => {
    work.audit(entryOf('opened front'));
    doorOpened.make(work, { door: 'front' });
  });
  expect(await heard()).toEqual(['opened front', 'porter front', 'bell 2']);
});

test('a listener that fails takes the command back with it', async () => {
  const before = await heard();
  const opening = transact(place.app, systemActor('test'), async (work) => {
    work.audit(entryOf('opened locked'));
    doorOpened.make(work, { door: 'locked' });
  });
  await expect(opening).rejects.toThrow('porter');
  expect(await heard()).toEqual(before);
});

test('nobody can announce in the name of a declaration', async () => {
  const forged = transact(place.app, systemActor('test'), async (work) => {
    work.audit(entryOf('forged'));
    work.announce({ kind: doorOpened.kind, content: { door: 'front' } });
  });
  await expect(forged).rejects.toThrow('something else than its declaration');
});
