/** The checks a letter passes before it is sent for review and again before it is signed; run outside the transaction. */
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { checkText, type PlacedFinding } from '#modules/checking/index.ts';
import { composeStoredLetter } from '../../queries/letter-detail.ts';
import { findReachableLetter, loadLetterMatter } from '../../queries/letters.ts';
import { plainTextOfPaper } from '../../rules/letters/compose-letter.ts';
import { letterRefusals } from '../../words/letters.ts';
import type { LetterChecks } from './sign-off.ts';

export interface CheckedLetter {
  readonly checks: LetterChecks;
  readonly findings: readonly PlacedFinding[];
}

/** Checks the words of a letter as it stands, the applicant masked. */
export async function checkLetter(
  app: App,
  actor: Actor,
  question: { readonly letterId: string; readonly signal?: AbortSignal },
): Promise<CheckedLetter> {
  const { read } = app.database;
  const found = await findReachableLetter(read, actor, question.letterId);
  if (found === undefined) throw letterRefusals.refuse('requests.letterNotFound', {});
  const today = beijingDayOf(app.clock.now());
  const matter = await loadLetterMatter(read, found.request, today);
  const { paper } = composeStoredLetter(matter, found.letter, today, {
    name: matter.maskedName,
    queryCode: '',
  });
  const findings = await checkText(app, actor, {
    day: today,
    isPublishedList: false,
    text: plainTextOfPaper(paper),
    ...(question.signal === undefined ? {} : { signal: question.signal }),
  });
  const blocks = findings
    .filter(({ severity }) => severity === 'block')
    .map(({ text, reason }) => `“${text}”：${reason}`);
  return { checks: { version: found.letter.version, blocks }, findings };
}
