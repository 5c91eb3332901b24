/** Commands on the office's own words: add, change, end. A change is a further row; what was in force stays readable. */

import { and, eq, isNull } from 'drizzle-orm';
import { signatureOf } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import type { Work } from '#kernel/work.ts';
import { findUnit, getHomeJurisdictionId } from '#modules/organisation/index.ts';
import type { WordInput } from '../contract.ts';
import { checkingRefusals } from '../refusals.ts';
import { maskPersonalData } from '../rules/recognisers/personal-data/mask-document.ts';
import { stateOfWord } from '../rules/words-in-force.ts';
import { checkWords } from '../tables.ts';
import { wordKindTitles } from '../words.ts';

type WordRecord = typeof checkWords.$inferSelect;

/** Lets pass who keeps the words of the unit, or those of the county; returns the jurisdiction. */
async function mayKeepWords(work: Work, unitId: string | null): Promise<string> {
  const jurisdictionId = await getHomeJurisdictionId(work.db, work.actor);
  if (unitId === null) {
    work.authorise('checking.keepCountyWords', { jurisdictionId });
    return jurisdictionId;
  }
  work.authorise('checking.keepUnitWords', { unitId });
  const unit = await findUnit(work.db, unitId);
  if (unit === undefined) throw checkingRefusals.refuse('checking.unitNotFound', {});
  work.authorise('checking.keepUnitWords', { unitId, jurisdictionId: unit.jurisdictionId });
  return unit.jurisdictionId;
}

function refuseBadWord(word: WordInput, from: Day, today: Day): void {
  if (from < today) {
    throw checkingRefusals.refuse('checking.wordInPast', {}, [
      { path: 'fromDay', message: '启用日期不能早于今天' },
    ]);
  }
  if (word.untilDay !== null && word.untilDay <= from) {
    throw checkingRefusals.refuse('checking.wordNeverSpeaks', {}, [
      { path: 'untilDay', message: '截止日期须晚于启用日期' },
    ]);
  }
  const texts = [word.phrase, word.replacement ?? '', word.reason];
  const isPersonal = texts.some((text) => maskPersonalData(text) !== text);
  if (isPersonal) throw checkingRefusals.refuse('checking.wordIsPersonal', {});
}

async function refuseSecondWord(
  work: Work,
  jurisdictionId: string,
  word: WordInput,
  exceptId: string | null,
): Promise<void> {
  const same = await work.db
    .select()
    .from(checkWords)
    .where(
      and(
        eq(checkWords.jurisdictionId, jurisdictionId),
        eq(checkWords.phrase, word.phrase),
        word.unitId === null ? isNull(checkWords.unitId) : eq(checkWords.unitId, word.unitId),
      ),
    )
    .for('update');
  const replaced = new Set(same.map(({ supersedesId }) => supersedesId));
  const standing = same.find((row) => {
    const state = stateOfWord(row, replaced.has(row.id), work.today);
    return row.id !== exceptId && (state === 'inForce' || state === 'coming');
  });
  if (standing !== undefined) {
    throw checkingRefusals.refuse('checking.wordThere', { phrase: word.phrase }, [
      { path: 'phrase', message: '词库里已经有这个词' },
    ]);
  }
}

async function insertWord(
  work: Work,
  row: {
    readonly jurisdictionId: string;
    readonly word: WordInput;
    readonly from: Day;
    readonly supersedesId: string | null;
  },
): Promise<string> {
  const { unitId, kind, phrase, replacement, severity, reason, untilDay } = row.word;
  const id = work.newId();
  await work.db.insert(checkWords).values({
    id,
    jurisdictionId: row.jurisdictionId,
    unitId,
    kind,
    phrase,
    replacement: kind === 'wrong' ? replacement : null,
    severity,
    reason,
    fromDay: row.from,
    untilDay,
    supersedesId: row.supersedesId,
    createdBy: signatureOf(work.actor).by,
    createdByName: signatureOf(work.actor).name,
    createdAt: work.now,
    endedByName: null,
    endedOn: null,
    endReason: null,
  });
  return id;
}

function auditWord(
  work: Work,
  entry: {
    verb: string;
    what: string;
    id: string;
    word: Pick<WordRecord, 'unitId' | 'kind' | 'phrase'>;
    before?: unknown;
    after?: unknown;
  },
): void {
  work.audit({
    action: `checking.${entry.verb}`,
    objectKind: 'checkWord',
    objectId: entry.id,
    ...(entry.word.unitId === null ? {} : { unitId: entry.word.unitId }),
    summary: `${entry.what}词库中的${wordKindTitles[entry.word.kind]}“${entry.word.phrase}”`,
    before: entry.before,
    after: entry.after,
    affectsPortal: false,
  });
}

/** Adds a word; it speaks from today or from the day given. Returns its identifier. */
export async function addWord(work: Work, word: WordInput): Promise<string> {
  const jurisdictionId = await mayKeepWords(work, word.unitId);
  const from = word.fromDay ?? work.today;
  refuseBadWord(word, from, work.today);
  await refuseSecondWord(work, jurisdictionId, word, null);
  const id = await insertWord(work, { jurisdictionId, word, from, supersedesId: null });
  auditWord(work, { verb: 'addWord', what: '添加', id, word, after: word });
  return id;
}

/** Loads a word that still speaks or is yet to, for whoever keeps it. */
async function getStandingWord(
  work: Work,
  wordId: string,
): Promise<WordRecord & { readonly isComing: boolean }> {
  const [row] = await work.db.select().from(checkWords).where(eq(checkWords.id, wordId)).for('update');
  if (row === undefined) {
    work.authorise('checking.keepUnitWords');
    throw checkingRefusals.refuse('checking.wordNotFound', {});
  }
  const jurisdictionId = await mayKeepWords(work, row.unitId);
  if (row.jurisdictionId !== jurisdictionId) throw checkingRefusals.refuse('checking.wordNotFound', {});
  const later = await work.db
    .select({ id: checkWords.id })
    .from(checkWords)
    .where(eq(checkWords.supersedesId, wordId));
  const state = stateOfWord(row, later.length > 0, work.today);
  if (state === 'ended' || state === 'replaced')
    throw checkingRefusals.refuse('checking.wordNotNow', { phrase: row.phrase });
  return { ...row, isComing: state === 'coming' };
}

/** Replaces a word by a new row that names it. A change of a word in force is in force at once. */
export async function changeWord(work: Work, wordId: string, word: WordInput): Promise<string> {
  const before = await getStandingWord(work, wordId);
  const jurisdictionId = await mayKeepWords(work, word.unitId);
  const from = before.isComing ? (word.fromDay ?? before.fromDay) : work.today;
  refuseBadWord(word, from, work.today);
  await refuseSecondWord(work, jurisdictionId, word, wordId);
  const id = await insertWord(work, { jurisdictionId, word, from, supersedesId: wordId });
  const { kind, phrase, replacement, severity, reason, fromDay, untilDay } = before;
  auditWord(work, {
    verb: 'changeWord',
    what: '修改',
    id,
    word,
    before: { kind, phrase, replacement, severity, reason, fromDay, untilDay },
    after: { ...word, fromDay: from },
  });
  return id;
}

/** Ends a word today; it stays on record. */
export async function endWord(work: Work, wordId: string, input: { readonly reason: string }): Promise<void> {
  const word = await getStandingWord(work, wordId);
  const after = { endedOn: work.today, endedByName: signatureOf(work.actor).name, endReason: input.reason };
  await work.db.update(checkWords).set(after).where(eq(checkWords.id, wordId));
  auditWord(work, { verb: 'endWord', what: '停用', id: wordId, word, before: { endedOn: null }, after });
}
