/** Whether a case carries what its leaf demands, and whether the ground contradicts what the file says. Pure verdicts. */
import { parseDay } from '#kernel/day.ts';
import { type DispositionFactName, type DispositionFacts, dispositionFacts } from './facts.ts';
import type { DispositionLeaf } from './leaves.ts';

export interface MissingFact {
  readonly fact: DispositionFactName;
  readonly label: string;
  /** `blank` nothing entered, `boilerplate` only a citation or stock phrase, `unreadable` no day or none of the choices. */
  readonly because: 'blank' | 'boilerplate' | 'unreadable';
  readonly article: string;
}

/** A fact of the case that forbids the chosen leaf, with the leaf that fits instead where there is one. */
export interface GroundConflict {
  readonly says: string;
  readonly article: string;
  readonly instead: DispositionLeaf['id'] | null;
}

/** Words with which a citation is padded out; they explain nothing about this case. */
const citations =
  /《[^》]*》|〈[^〉]*〉|中华人民共和国|政府信息公开条例|条例|第[一二三四五六七八九十百零〇\d]+[条款项]|[（(][一二三四五六七八九十\d]+[)）]/gu;
const stockWords =
  /根据|依据|依照|按照|之规定|的规定|规定|属于|不予公开|不公开|该信息|本机关|您申请的|申请公开的|政府信息|信息|相关|经审查|经研究|决定|现答复如下|因此|故|法律|行政法规|禁止|国家秘密|商业秘密|个人隐私|过程性|内部事务|行政执法案卷/gu;

/** What a sentence says beyond citing: its signs without citations, stock words and punctuation. */
function meaningfulLength(text: string): number {
  return text
    .replace(citations, '')
    .replace(stockWords, '')
    .replace(/[\s\p{P}\p{S}]/gu, '').length;
}

/** Why this entry does not do for the fact; undefined when it does. */
export function judgeFactEntry(
  fact: DispositionFactName,
  entry: string | undefined,
): MissingFact['because'] | undefined {
  const { shape } = dispositionFacts[fact];
  const entered = entry?.trim() ?? '';
  if (entered === '') return 'blank';
  switch (shape.kind) {
    case 'day':
      return parseDay(entered) === undefined ? 'unreadable' : undefined;
    case 'choice':
      return Object.hasOwn(shape.options, entered) ? undefined : 'unreadable';
    case 'text': {
      if ([...entered].length < shape.atLeast) return 'boilerplate';
      const explains = fact === 'reasons' || fact === 'harm' || fact === 'publicInterest';
      return explains && meaningfulLength(entered) < shape.atLeast ? 'boilerplate' : undefined;
    }
  }
}

/** Facts the leaf does not ask about in this case: nobody explains why parts cannot be told apart that can. */
function asksFor(fact: DispositionFactName, facts: DispositionFacts): boolean {
  if (fact === 'whyInseparable') return facts.separable !== 'yes';
  if (fact === 'providedWhen') return facts.provision !== 'attached';
  return true;
}

/**
 * What the leaf still needs before a reply may be drafted, in the order of the leaf; empty when complete.
 * 政府信息公开条例第三十六条 (reasons, whereabouts, search), 第三十二条 (opinion of the third party), 第三十五条 (reasons asked for).
 */
export function findMissingFacts(leaf: DispositionLeaf, facts: DispositionFacts): readonly MissingFact[] {
  return leaf.facts
    .filter((fact) => asksFor(fact, facts))
    .flatMap((fact) => {
      const because = judgeFactEntry(fact, facts[fact]);
      if (because === undefined) return [];
      const { label, article } = dispositionFacts[fact];
      return [{ fact, label, because, article }];
    });
}

const regulation = (article: string) => `政府信息公开条例${article}`;

/** What forbids this leaf although every field is filled in. */
export function findGroundConflicts(
  leaf: DispositionLeaf,
  facts: DispositionFacts,
): readonly GroundConflict[] {
  const conflicts: GroundConflict[] = [];
  const refused = leaf.group === 'withheld';
  if (refused && leaf.facts.includes('separable') && facts.separable === 'yes') {
    conflicts.push({
      says: '能够区分处理的，应当公开可以公开的内容，并对不公开的部分说明理由',
      article: regulation('第三十七条'),
      instead: 'partial',
    });
  }
  if (leaf.row === 'thirdParty' && facts.thirdPartyAnswer === 'agreed') {
    conflicts.push({
      says: '第三方同意公开的，不得以其合法权益为由不予公开',
      article: regulation('第十五条'),
      instead: 'disclosedWithConsent',
    });
  }
  if (leaf.id === 'disclosedWithConsent' && facts.thirdPartyAnswer === 'objectedWithGrounds') {
    conflicts.push({
      says: '第三方不同意公开且有合理理由的，不予公开；不公开可能对公共利益造成重大影响的，另行决定公开',
      article: regulation('第三十二条'),
      instead: 'disclosedForPublicInterest',
    });
  }
  if (leaf.facts.includes('noDutyToPublish') && facts.noDutyToPublish === 'some') {
    conflicts.push({
      says: '法律、法规、规章规定应当公开的，从其规定',
      article: regulation('第十六条第二款'),
      instead: 'disclosed',
    });
  }
  const { correctionNoticedOn, correctionDueOn, feeNoticedOn, feeDueOn } = facts;
  if (leaf.id === 'notCorrected' && isAfter(correctionNoticedOn, correctionDueOn)) {
    conflicts.push({
      says: '补正期限不能早于补正告知之日届满',
      article: regulation('第三十条'),
      instead: null,
    });
  }
  if (leaf.id === 'feeNotPaid' && isAfter(feeNoticedOn, feeDueOn)) {
    conflicts.push({
      says: '缴费期限不能早于收费通知送达之日届满',
      article: '政府信息公开信息处理费管理办法',
      instead: null,
    });
  }
  return conflicts;
}

function isAfter(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== '' && other !== '' && one > other;
}
