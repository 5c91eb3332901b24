/** Tries a word before it takes effect: what would newly be found and no longer be found in what is public already. Stores nothing. */
import type { Actor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import { authorise } from '#kernel/authorise.ts';
import { beijingDayOf } from '#kernel/clock.ts';
import { listPublicDocuments, type PublicDocumentKey } from '#kernel/search/public-documents.ts';
import type { TriedWord, TryWordInput } from '../contract.ts';
import { buildCheckContext, listDatedWords, scopeOfActor } from '../queries/check-context.ts';
import type { PlacedFinding } from '../rules/finding.ts';
import type { CheckContext } from '../rules/recogniser.ts';
import { wordsInForce } from '../rules/words-in-force.ts';
import { checkLive } from './checkers.ts';

interface TriedText {
  readonly title: string;
  readonly address: string | null;
  readonly text: string;
}

const pageSize = 200;
/** Documents that hold the word and are checked; beyond, the answer says that it is not whole. */
const mostChecked = 200;
const mostSamples = 20;
const charactersAround = 20;

async function gatherTexts(
  app: App,
  phrases: readonly string[],
): Promise<{ readonly documents: number; readonly holding: TriedText[] }> {
  const holding: TriedText[] = [];
  let documents = 0;
  let after: PublicDocumentKey | null = null;
  for (;;) {
    const page = await listPublicDocuments(app.database.read, { after, limit: pageSize });
    documents += page.length;
    for (const { title, body, address } of page) {
      const text = `${title}\n${body}`;
      if (phrases.some((phrase) => text.includes(phrase))) holding.push({ title, address, text });
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return { documents, holding };
    after = { kind: last.kind, objectId: last.objectId };
  }
}

async function findingsIn(text: string, context: CheckContext): Promise<readonly PlacedFinding[]> {
  const outcome = await checkLive({ content: { kind: 'text', text }, context, classes: null });
  return outcome?.ok === true ? outcome.findings : [];
}

const keyOfFinding = (finding: PlacedFinding) =>
  `${finding.code} ${finding.severity} ${finding.start} ${finding.end} ${finding.suggestion ?? ''}`;

function sampleOf(
  change: 'appear' | 'disappear',
  { title, address, text }: TriedText,
  finding: PlacedFinding,
) {
  return {
    change,
    title,
    address,
    before: text.slice(Math.max(0, finding.start - charactersAround), finding.start),
    mark: finding.text,
    after: text.slice(finding.end, finding.end + charactersAround),
    reason: finding.reason,
  };
}

/** Compares the checks of all public documents that hold the word, and of a text of one's own, without it and with it. */
export async function tryWord(app: App, actor: Actor, input: TryWordInput): Promise<TriedWord> {
  const { word, replacesId, text } = input;
  if (word.unitId === null) authorise(app, actor, 'checking.keepCountyWords');
  else authorise(app, actor, 'checking.keepUnitWords', { unitId: word.unitId });
  const today = beijingDayOf(app.clock.now());
  const { jurisdictionId } = await scopeOfActor(app.database.read, actor);
  const unitIds = word.unitId === null ? [] : [word.unitId];
  const before = await buildCheckContext(app.database.read, {
    jurisdictionId,
    unitIds,
    today,
    documentDay: null,
    isPublishedList: false,
  });
  const known = await listDatedWords(app.database.read, { jurisdictionId, unitIds });
  const replaced = known.find(({ id }) => id === replacesId);
  const { kind, phrase, replacement, severity, reason } = word;
  const after: CheckContext = {
    ...before,
    dictionary: [
      ...wordsInForce(
        known.filter(({ id }) => id !== replacesId),
        today,
      ),
      { kind, phrase, replacement: kind === 'wrong' ? replacement : null, severity, reason },
    ],
  };
  const phrases = replaced === undefined ? [phrase] : [phrase, replaced.phrase];
  const { documents, holding } = await gatherTexts(app, phrases);
  const texts = [
    ...(text === '' ? [] : [{ title: '您的文字', address: null, text }]),
    ...holding.slice(0, mostChecked),
  ];
  const samples: TriedWord['samples'] = [];
  let [appear, disappear] = [0, 0];
  for (const tried of texts) {
    const without = await findingsIn(tried.text, before);
    const withWord = await findingsIn(tried.text, after);
    const [old, now] = [new Set(without.map(keyOfFinding)), new Set(withWord.map(keyOfFinding))];
    const come = withWord.filter((finding) => !old.has(keyOfFinding(finding)));
    const gone = without.filter((finding) => !now.has(keyOfFinding(finding)));
    appear += come.length;
    disappear += gone.length;
    for (const finding of come) samples.push(sampleOf('appear', tried, finding));
    for (const finding of gone) samples.push(sampleOf('disappear', tried, finding));
  }
  return {
    documents,
    holding: holding.length,
    isWhole: holding.length <= mostChecked,
    appear,
    disappear,
    samples: samples.slice(0, mostSamples),
  };
}
