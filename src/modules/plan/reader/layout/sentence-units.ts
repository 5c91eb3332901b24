/** Units that only the sentence of a task names: 由A牵头，B配合，…. */
import { simplifyCharacters } from '../fields/index.ts';
import { looksLikeUnits } from './cell-kind.ts';
import { type DutyTexts, noDuties, type RawTask } from './raw-task.ts';

const inSentence =
  /(?:^|[，。；]|由)(?<lead>[^，。；由]{2,80}?)(?:牵头(?:负责)?|负责)(?:，(?<others>[^，。；]{2,80}?)(?:配合|参与|协助|协同))?(?=[，。；、]|$)/gu;

/**
 * Who does the work as the sentence itself says it: 由A牵头，B配合，…. For passages no bracket or label closes; the
 * text stays part of the requirement.
 */
function dutiesInSentence(text: string): DutyTexts | undefined {
  const simple = simplifyCharacters(text);
  for (const match of simple.matchAll(inSentence)) {
    const { lead, others } = match.groups ?? {};
    if (lead === undefined || !looksLikeUnits(lead)) continue;
    const at = simple.indexOf(lead, match.index);
    const printed = text.slice(at, at + lead.length);
    const behind = others === undefined ? -1 : simple.indexOf(others, at + lead.length);
    const cooperating =
      others === undefined || behind < 0 ? null : text.slice(behind, behind + others.length);
    const leads = match[0].includes('牵头');
    return { ...noDuties, [leads ? 'lead' : 'responsible']: printed, cooperating };
  }
  return undefined;
}

const fromSentence = '责任单位取自任务文字，请核对';

/** A task without a statement of its own, with the units its sentence names; undefined when it names none. */
export function withUnitsOfSentence(task: RawTask): RawTask | undefined {
  const duties = dutiesInSentence(task.requirement);
  if (duties === undefined) return undefined;
  return { ...task, duties, flags: [...task.flags, { field: 'responsible', reason: fromSentence }] };
}
