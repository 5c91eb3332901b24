/**
 * Enters the requests of 望澜县 through the commands, each on its own days: intake in every way, corrections, consultations,
 * extensions, replies of every kind, the newest still open. Idempotent: a county that has requests gets none.
 */
import { count, eq } from 'drizzle-orm';
import type { OfficerActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { addWorkingDays, rollForward, type WorkingCalendar } from '#kernel/calendar/working-calendar.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { addDays, type Day, dayOf, daysBetween } from '#kernel/day.ts';
import type { SeedStep } from '#kernel/module.ts';
import { atInstant } from '#kernel/seeding.ts';
import { type PlannedWork, transactTogether, type Work } from '#kernel/work.ts';
import {
  findOfficerActor,
  listJurisdictions,
  listSupervisors,
  listUnits,
} from '#modules/organisation/index.ts';
import type { ApplicantInput } from '../contract/requests.ts';
import { archiveCase, dispatchReply, replyToCase, withdrawCase } from '../service/answer.ts';
import * as clarify from '../service/clarify.ts';
import { confirmReceipt } from '../service/intake.ts';
import { registerRequest } from '../service/register-request.ts';
import { digestContent, sealApplicant } from '../service/seal-applicant.ts';
import { requests } from '../tables/requests.ts';
import { seededFacts } from './facts.ts';
import { listSeededLives, type SeededLife } from './lives.ts';

const firstDay = dayOf('2024-01-02');
/** Requests of almost three years. */
const howMany = 400;

const surnames = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const givenNames = ['建国', '秀英', '志强', '丽华', '晓东', '雨桐', '文博', '佳宁', '国庆', '海燕'];

function applicantOf({ person, applicantKind }: SeededLife): ApplicantInput {
  const surname = surnames[person % surnames.length] ?? '王';
  const given = givenNames[Math.floor(person / 7) % givenNames.length] ?? '明';
  const isPerson = applicantKind === 'naturalPerson';
  const serial = String(person).padStart(4, '0');
  return {
    kind: applicantKind,
    name: isPerson ? `${surname}${given}` : `望澜县${surname}氏${given}商贸有限公司`,
    identityKind: isPerson ? 'otherDocument' : 'creditCode',
    identityNumber: `示例${isPerson ? '证' : '码'}${serial}`,
    contactPerson: isPerson ? '' : `${surname}${given}`,
    phone: `0000-555${serial}`,
    address: `望澜县示例路${person + 1}号`,
    postcode: '',
    email: '',
  };
}

interface Hands {
  readonly handler: OfficerActor;
  readonly head: OfficerActor;
}

interface County {
  readonly app: App;
  readonly calendar: WorkingCalendar;
  readonly today: Day;
  readonly hands: Hands;
}

function workingDay(calendar: WorkingCalendar, from: Day, after: number): Day {
  const verdict = after === 0 ? rollForward(calendar, from) : addWorkingDays(calendar, from, after);
  if (verdict.kind !== 'counted') throw new Error(`seed: no calendar for ${from}`);
  return verdict.due;
}

/** The steps of one life as units of work, as far as they lie before today. */
function worksOfLife(county: County, life: SeededLife, unitId: string): PlannedWork[] {
  const { app, calendar, today, hands } = county;
  const works: PlannedWork[] = [];
  let requestId = '';
  let clock = 9 * 60 + (life.no % 400);
  const at = (on: Day, body: (work: Work) => Promise<unknown>, actor = hands.handler) => {
    if (on > today) return;
    clock = Math.min(clock + 3, 17 * 60);
    const time = `${String(Math.floor(clock / 60)).padStart(2, '0')}:${String(clock % 60).padStart(2, '0')}`;
    works.push({ app: atInstant(app, `${on}T${time}:00+08:00`), actor, body });
  };
  const arrivedOn = workingDay(calendar, addDays(firstDay, life.arrivedAfter), 0);
  if (arrivedOn > today) return [];
  const { subject, description, way, course, leaf } = life;
  const isSettled = way === 'counter' || way === 'oral' || way === 'registeredMail';
  at(arrivedOn, async (work) => {
    const made = await registerRequest(work, {
      unitId,
      applicant: sealApplicant(app.config, applicantOf(life)),
      content: {
        subject,
        description,
        wantedMedium: life.byPost ? 'paper' : 'electronic',
        wantedChannel: life.byPost ? 'mail' : 'email',
      },
      contentDigest: digestContent(app.config, `${subject}${description}`),
      arrival: {
        way,
        arrivedOn,
        signedOn: way === 'registeredMail' ? arrivedOn : null,
        confirmedOn: null,
        misdirected: false,
        evidence: way === 'registeredMail' ? `邮件号XA0000${life.no}` : '',
      },
    });
    requestId = made.requestId;
  });
  const receivedOn = isSettled ? arrivedOn : workingDay(calendar, arrivedOn, 1);
  if (!isSettled) {
    at(receivedOn, (work) =>
      confirmReceipt(work, { requestId, on: receivedOn, evidence: '电话与申请人确认' }),
    );
  }
  let from = receivedOn;
  switch (course) {
    case 'corrected':
    case 'notCorrected': {
      const on = workingDay(calendar, receivedOn, 3);
      const until = workingDay(calendar, on, 10);
      at(on, (work) =>
        clarify.noticeCorrection(work, { requestId, on, points: ['请写明文件名称、文号或者年份'], until }),
      );
      if (course === 'notCorrected') {
        at(workingDay(calendar, until, 1), (work) => clarify.abandonCase(work, { requestId, note: '' }));
        return works;
      }
      from = workingDay(calendar, on, 5);
      const corrected = `${description}限2023年以来的。`;
      at(from, (work) =>
        clarify.recordCorrection(work, {
          requestId,
          on: dayOf(from),
          description: corrected,
          contentDigest: digestContent(app.config, corrected),
        }),
      );
      break;
    }
    case 'thirdParty': {
      const [sentOn, signedOn, answeredOn] = [2, 4, 11].map((after) =>
        workingDay(calendar, receivedOn, after),
      );
      if (sentOn === undefined || signedOn === undefined || answeredOn === undefined) break;
      let letter = '';
      at(sentOn, async (work) => {
        letter = await clarify.consultOn(work, {
          requestId,
          on: sentOn,
          whom: 'thirdParty',
          name: '某商贸有限公司',
        });
      });
      const opinion = leaf === 'tradeSecret' ? 'objects' : 'agrees';
      const record = (on: Day, what: 'received' | 'answered') =>
        at(on, (work) =>
          clarify.recordConsultation(work, {
            requestId,
            letter,
            what,
            on,
            opinion: what === 'answered' ? opinion : null,
            reasonable: what === 'answered' && opinion === 'objects' ? true : null,
            note: '',
          }),
        );
      record(signedOn, 'received');
      record(answeredOn, 'answered');
      from = answeredOn;
      break;
    }
    case 'extended': {
      const on = workingDay(calendar, receivedOn, 15);
      at(on, (work) =>
        clarify.proposeExtension(work, { requestId, days: 10, reason: '信息分散在多个股室，须逐件核对' }),
      );
      at(on, (work) => clarify.consentExtension(work, { requestId }), hands.head);
      const noticedOn = workingDay(calendar, on, 1);
      at(noticedOn, (work) =>
        clarify.noticeExtension(work, { requestId, on: noticedOn, proof: '延期告知书，电话告知并邮寄' }),
      );
      from = workingDay(calendar, receivedOn, 17);
      break;
    }
    case 'withdrawn': {
      const on = workingDay(calendar, receivedOn, 4);
      at(on, (work) => withdrawCase(work, { requestId, on, reason: '申请人来电撤回，已做记录' }));
      return works;
    }
    case 'fee': {
      const on = workingDay(calendar, receivedOn, 6);
      at(on, (work) => clarify.noticeFee(work, { requestId, on, basis: 'byPages', pages: 62 }));
      from = workingDay(calendar, on, 5);
      const paidOn = from;
      at(paidOn, (work) =>
        clarify.settleFee(work, {
          requestId,
          on: paidOn,
          how: 'paid',
          receiptNumber: `财0000${life.no}`,
          reason: '',
        }),
      );
      break;
    }
    case 'plain':
      break;
  }
  const after =
    course === 'thirdParty' || course === 'extended' ? Math.min(life.replyAfter, 8) : life.replyAfter;
  const repliedOn = workingDay(calendar, from, after);
  at(repliedOn, (work) =>
    replyToCase(work, {
      requestId,
      leaf,
      letterId: null,
      facts: { ...seededFacts(leaf, subject, repliedOn) },
    }),
  );
  at(repliedOn, (work) =>
    dispatchReply(work, {
      requestId,
      on: repliedOn,
      way: life.byPost ? 'post' : 'electronic',
      signedOn: null,
      proof: life.byPost ? `挂号信XA9000${life.no}` : '发送至申请人指定的电子邮箱',
    }),
  );
  if (life.no % 2 === 0) {
    at(workingDay(calendar, repliedOn, 10), (work) => archiveCase(work, { requestId }));
  }
  return works;
}

/** Cases that share a transaction. */
const livesTogether = 40;

async function seedRequests(app: App): Promise<void> {
  const { read } = app.database;
  const [home] = await listJurisdictions(read);
  if (home === undefined) return;
  const [known] = await read
    .select({ rows: count() })
    .from(requests)
    .where(eq(requests.jurisdictionId, home.id));
  const begun = known?.rows ?? 0;
  const [first, second] = await listSupervisors(read, home.id);
  const handler = first === undefined ? undefined : await findOfficerActor(app, first);
  const head = second === undefined ? undefined : await findOfficerActor(app, second);
  if (handler === undefined || head === undefined) return;
  const today = beijingDayOf(app.clock.now());
  const county: County = { app, calendar: await app.calendar(), today, hands: { handler, head } };
  const codes = new Map((await listUnits(read, home.id)).map(({ code, id }) => [code, id]));
  const lives = listSeededLives(howMany, Math.max(1, daysBetween(firstDay, today))).slice(begun);
  for (let start = 0; start < lives.length; start += livesTogether) {
    const works = lives.slice(start, start + livesTogether).flatMap((life) => {
      const unitId = codes.get(life.unitCode);
      return unitId === undefined ? [] : worksOfLife(county, life, unitId);
    });
    if (works.length > 0) await transactTogether(works);
  }
}

export const requestSeeds: readonly SeedStep[] = [{ name: '政府信息公开申请', run: seedRequests }];
