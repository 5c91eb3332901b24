/** Every action that has a form of fields on the desk; the reply has a dialog of its own. */
import type { CaseAction } from '../../rules/case-actions.ts';
import { answerForms } from './answer.ts';
import { clarifyForms } from './clarify.ts';
import { intakeForms } from './intake.ts';
import type { ActionForm } from './shapes.ts';

export const actionForms: Readonly<Partial<Record<CaseAction, ActionForm>>> = {
  ...intakeForms,
  ...clarifyForms,
  ...answerForms,
};
