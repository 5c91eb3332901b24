/** One letter for its screen: the form prefilled, the paper as it will look, what is lacking, who may do what. */
import type { Actor } from '#kernel/actor.ts';
import type { Day } from '#kernel/day.ts';
import { longDay } from '#kernel/day-words.ts';
import type { ReadDb } from '#kernel/db/database.ts';
import type { OfficialPaper } from '#kernel/paper/paper.ts';
import { judgePermission } from '#kernel/permission.ts';
import type { LetterDetail, LetterFieldView, LetterRowView, PreviewBlock } from '../contract/letters.ts';
import { type DispositionFacts, dispositionFacts } from '../rules/dispositions/facts.ts';
import { findGroundConflicts, findMissingFacts } from '../rules/dispositions/judge-facts.ts';
import { findDispositionLeaf } from '../rules/dispositions/leaves.ts';
import { adviseNarrowestGround } from '../rules/dispositions/narrowest-ground.ts';
import { type ComposedLetter, composeLetter } from '../rules/letters/compose-letter.ts';
import {
  isGivenField,
  type LetterFieldName,
  type LetterValues,
  letterFieldOf,
} from '../rules/letters/letter-fields.ts';
import { letterKindOf } from '../rules/letters/letter-kinds.ts';
import {
  judgeLetterAction,
  type LetterAction,
  type LetterHand,
  letterActions,
} from '../rules/letters/letter-state.ts';
import { gatherLetterValues } from '../rules/letters/letter-values.ts';
import { fieldsOfTemplate, readLetterTemplate } from '../rules/letters/template-text.ts';
import { remedyBodyTitles } from '../rules/remedies.ts';
import { requestPermissions } from '../rules/request-permissions.ts';
import { caseStageTitles } from '../rules/stage-titles.ts';
import type { RequestLetterRow } from '../tables/letters.ts';
import { judgeLetterRemedy, type LetterMatter, letterCaseOf, listLetterSteps } from './letters.ts';

/**
 * The fields officers fill in for a letter: the facts its leaf demands and what its text prints. Facts of other leaves that a
 * shared text prints only where they are known are left out.
 */
export function enteredFieldsOf(
  letter: Pick<RequestLetterRow, 'template' | 'leaf'>,
): readonly LetterFieldName[] {
  const leaf = findDispositionLeaf(letter.leaf ?? '');
  const template = readLetterTemplate(letter.template);
  const always = fieldsOfTemplate({
    ...template,
    lines: template.lines.filter((line) => line.condition === null),
  });
  const asked = leaf === undefined ? fieldsOfTemplate(template) : [...leaf.facts, ...always];
  const sometimes = fieldsOfTemplate(template).filter((field) => !Object.hasOwn(dispositionFacts, field));
  const all = new Set<LetterFieldName>([...asked, ...sometimes, 'enclosures']);
  return [...all].filter((field) => !isGivenField(field));
}

/** The entries that are facts of the disposition. */
export function factsOfLetter(entered: LetterValues): DispositionFacts {
  return Object.fromEntries(Object.entries(entered));
}

/** The paper of a letter as of that day. An issued letter prints what was frozen when it was signed. */
export function composeStoredLetter(
  matter: LetterMatter,
  letter: RequestLetterRow,
  today: Day,
  applicant: { readonly name: string; readonly queryCode: string },
): ComposedLetter & { readonly values: LetterValues } {
  const day = letter.signedOn ?? today;
  const leaf = findDispositionLeaf(letter.leaf ?? '');
  const fresh = gatherLetterValues(
    letter.kind,
    leaf,
    letter.entered,
    letterCaseOf(matter, letter, day, applicant),
  );
  const values =
    letter.frozen === null
      ? fresh
      : { ...letter.frozen, applicantName: applicant.name, queryCode: applicant.queryCode };
  const head = {
    organ: values.organ ?? '',
    documentNumber: letter.documentNumber,
    signedOn: letter.signedOn,
    day,
  };
  return { ...composeLetter(letter.kind, letter.template, values, head), values };
}

/** What still stands against issuing the letter, as sentences. */
export function findLetterFaults(
  matter: LetterMatter,
  letter: RequestLetterRow,
  composed: ComposedLetter,
  on: Day,
): readonly string[] {
  const leaf = findDispositionLeaf(letter.leaf ?? '');
  const facts = factsOfLetter(letter.entered);
  const remedy = judgeLetterRemedy(letter.kind, leaf, on, matter.answering);
  const missing = composed.missing
    .filter((field) => field !== 'remedy')
    .map((field) => `缺“${letterFieldOf(field).label}”`);
  const factFaults = (leaf === undefined ? [] : findMissingFacts(leaf, facts)).map(
    ({ label, because, article }) =>
      because === 'boilerplate'
        ? `“${label}”没有说明本案的情况（${article}）`
        : `${because === 'blank' ? '缺' : '看不懂'}“${label}”（${article}）`,
  );
  const conflicts = (leaf === undefined ? [] : findGroundConflicts(leaf, facts)).map(
    ({ says, article }) => `${says}（${article}）`,
  );
  const bodies =
    remedy.kind === 'missingBody' ? [`没有登记${remedyBodyTitles[remedy.body]}的名称，救济途径写不出来`] : [];
  return [
    ...new Set([
      ...missing.filter((one) => !factFaults.some((fault) => fault.startsWith(one))),
      ...factFaults,
      ...conflicts,
      ...bodies,
    ]),
  ];
}

function previewOf(paper: OfficialPaper): PreviewBlock[] {
  const words = (text: string | readonly { readonly text: string }[]) =>
    typeof text === 'string' ? text : text.map((run) => run.text).join('');
  return paper.blocks.flatMap((block): PreviewBlock[] => {
    switch (block.kind) {
      case 'title':
        return [{ kind: 'title', lines: [...block.lines] }];
      case 'number':
      case 'addressee':
        return [{ kind: block.kind, text: block.text }];
      case 'paragraph':
        return [{ kind: 'paragraph', text: words(block.text) }];
      case 'facts':
        return [{ kind: 'facts', rows: block.rows.map(([label, value]) => [label, words(value)]) }];
      case 'attachments':
        return [{ kind: 'attachments', titles: [...block.titles] }];
      case 'signature':
        return [
          { kind: 'signature', office: block.office, day: block.day === null ? '' : longDay(block.day) },
        ];
      default:
        return [];
    }
  });
}

export function viewLetterRow(letter: RequestLetterRow): LetterRowView {
  const { id, kind, leaf, stage, documentNumber, signedOn, createdAt } = letter;
  const { title } = letterKindOf(kind);
  return { id, kind, title, leaf, stage, documentNumber, signedOn, createdAt: createdAt.toISOString() };
}

/** Who the officer is for a letter: whether it is theirs to sign. */
export function letterHandOf(actor: Actor, jurisdictionId: string): LetterHand {
  const heads = judgePermission(requestPermissions['requests.lead'], actor, { jurisdictionId }).allowed;
  return { id: actor.kind === 'officer' ? actor.id : 'system', heads };
}

const actionNames: readonly LetterAction[] = ['edit', 'submit', 'approve', 'sign', 'giveBack', 'cancel'];

function viewField(
  name: LetterFieldName,
  values: LetterValues,
  missing: ReadonlySet<string>,
): LetterFieldView {
  const { label, hint, shape } = letterFieldOf(name);
  const shown = shape.kind === 'choice' ? { kind: shape.kind, options: { ...shape.options } } : shape;
  return { name, label, hint, shape: shown, value: values[name] ?? '', missing: missing.has(name) };
}

/** Facts of the case that stand beside the form. */
function caseFactsOf({ request, state, replyDue, maskedName }: LetterMatter): [string, string][] {
  return [
    ['申请人', maskedName],
    ['申请内容', request.description],
    ['收到日期', request.receivedOn === null ? '尚未确定' : longDay(request.receivedOn)],
    ['答复期限', replyDue === null ? '尚不能推算' : longDay(replyDue)],
    ['办理状态', caseStageTitles[state.stage]],
    ...state.consultations.map(
      ({
        name,
        opinion,
        note,
      }: {
        name: string;
        opinion: string | null;
        note?: string;
      }): [string, string] => [
        `征求意见：${name}`,
        note ??
          (opinion === null
            ? '尚未答复'
            : ({ agrees: '同意', objects: '不同意', partly: '部分同意' }[opinion] ?? opinion)),
      ],
    ),
  ];
}

export async function viewLetterDetail(
  db: ReadDb,
  actor: Actor,
  letter: RequestLetterRow,
  matter: LetterMatter,
  today: Day,
): Promise<LetterDetail> {
  const composed = composeStoredLetter(matter, letter, today, { name: matter.maskedName, queryCode: '' });
  const leaf = findDispositionLeaf(letter.leaf ?? '');
  const facts = factsOfLetter(letter.entered);
  const hand = letterHandOf(actor, letter.jurisdictionId);
  const verdicts = actionNames.map((action) => ({
    action,
    verdict: judgeLetterAction(action, letter, hand),
  }));
  const steps = await listLetterSteps(db, letter.id);
  const lacking = new Set<string>([
    ...composed.missing,
    ...(leaf === undefined ? [] : findMissingFacts(leaf, facts)).map(({ fact }) => fact),
  ]);
  const isOpen = letter.stage !== 'issued' && letter.stage !== 'void';
  const hindered = verdicts.find(({ verdict }) => !verdict.allowed && !verdict.because.startsWith('文书'));
  return {
    ...viewLetterRow(letter),
    requestId: letter.requestId,
    requestNumber: matter.request.number,
    subject: matter.request.subject,
    maskedName: matter.maskedName,
    leafTitle: leaf?.title ?? null,
    version: letter.version,
    fields: enteredFieldsOf(letter).map((name) => viewField(name, letter.entered, lacking)),
    preview: previewOf(composed.paper),
    faults: isOpen ? [...findLetterFaults(matter, letter, composed, today)] : [],
    advice:
      leaf === undefined || !isOpen
        ? []
        : adviseNarrowestGround(leaf, facts).map(({ says, article }) => ({ says, article })),
    caseFacts: caseFactsOf(matter),
    steps: steps.map(({ action, byName, at, note }) => ({
      action: action in letterActions ? letterActions[action as LetterAction] : '起草',
      byName,
      at: at.toISOString(),
      note,
    })),
    actions: verdicts.filter(({ verdict }) => verdict.allowed).map(({ action }) => action),
    whyNot: hindered === undefined || hindered.verdict.allowed ? null : hindered.verdict.because,
    pdfSha256: letter.pdfSha256,
  };
}
