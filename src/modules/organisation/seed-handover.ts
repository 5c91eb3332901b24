/** A change of liaison in the supervising office, handed over item by item, filed and accepted. Idempotent. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { dayOf } from '#kernel/day.ts';
import { atInstant } from '#kernel/seeding.ts';
import { transact } from '#kernel/work.ts';
import { loadAppointments } from './queries/liaisons.ts';
import { listOfficerRows } from './queries/officer-screens.ts';
import { listUnits } from './queries/register.ts';
import { findSeededJurisdiction } from './seed.ts';
import { addHandoverItem, tickWholeHandover } from './service/handover/items.ts';
import { signHandover } from './service/handover/sign.ts';
import { changeLiaison } from './service/liaison/appoint.ts';
import { acceptLiaisonFiling, fileLiaison } from './service/liaison/filing.ts';

const recorder = systemActor('示例数据');

const items = [
  ['matter', '2026年任务台账和佐证材料', '电子台账已在平台；纸质佐证12册，存301室文件柜。'],
  ['matter', '依申请公开登记簿', '在办件已逐件说明办理期限。'],
  ['other', '联络员工作群和通讯录', '已移交管理权限，通知各单位。'],
] as const;

/** From 许文茵 to 段知秋 in September, watched by 梁伯衡. */
export async function seedHandover(present: App): Promise<void> {
  const app = atInstant(present, '2026-09-01T09:30:00+08:00');
  const { read } = app.database;
  if (app.clock.now() > present.clock.now()) return;
  const jurisdictionId = await findSeededJurisdiction(read);
  if (jurisdictionId === undefined) return;
  const office = (await listUnits(read, jurisdictionId)).find(({ code }) => code === 'government-office');
  const { rows } = await listOfficerRows(read, jurisdictionId, { after: undefined, limit: 200 });
  const officerId = (name: string) => rows.find((row) => row.name === name)?.id;
  const [receiver, witness] = [officerId('段知秋'), officerId('梁伯衡')];
  if (office === undefined || receiver === undefined || witness === undefined) return;
  const { appointments } = await loadAppointments(read, { jurisdictionId, unitId: office.id });
  if (appointments.length !== 1) return;
  await transact(app, recorder, async (work) => {
    const { appointmentId, handoverId } = await changeLiaison(
      work,
      {
        unitId: office.id,
        officerId: receiver,
        substituteId: null,
        from: dayOf('2026-09-01'),
        witnessId: witness,
        reason: '岗位调整',
      },
      [],
    );
    for (const [category, title, detail] of items) {
      await addHandoverItem(work, handoverId, { category, title, detail });
    }
    for (const party of ['giver', 'receiver'] as const) await tickWholeHandover(work, handoverId, { party });
    for (const party of ['giver', 'receiver', 'witness'] as const) {
      await signHandover(work, handoverId, { party });
    }
    await fileLiaison(work, appointmentId, { text: '岗位调整，已办理交接。' });
    await acceptLiaisonFiling(work, appointmentId);
  });
}
