/** Whether a document is an 行政规范性文件 as far as its unit and its title say. Pure; browser-safe. */
import { needsInterpretation } from './needs-interpretation.ts';

/**
 * 国办发〔2018〕37号. The unit's own word decides both ways; where it gave none, the title does: papers that only repeal,
 * forward or ask for opinions make no rules.
 */
export function isNormativeDocument(document: { readonly title: string; readonly nature: unknown }): boolean {
  if (document.nature === 'normative') return true;
  if (document.nature === 'other') return false;
  return needsInterpretation({ title: document.title, nature: null }).isNeeded;
}
