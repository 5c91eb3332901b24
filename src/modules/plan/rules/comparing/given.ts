/** Builders for tests of comparisons and lints. */
import { dayOf } from '#kernel/day.ts';
import type { ComparableTask } from './shapes.ts';

/** A task with this text; without a day it is open-ended. */
export function givenComparableTask(
  id: string,
  requirement: string,
  given: {
    readonly lead?: string[];
    readonly responsible?: string[];
    readonly cooperating?: string[];
    readonly due?: string;
    readonly deadlineText?: string;
    readonly kind?: ComparableTask['deadline']['kind'];
    readonly quotas?: ComparableTask['quotas'];
  } = {},
): ComparableTask {
  const date = given.due === undefined ? null : dayOf(given.due);
  return {
    id,
    no: null,
    section: null,
    subsection: null,
    item: null,
    requirement,
    lead: given.lead ?? [],
    responsible: given.responsible ?? [],
    cooperating: given.cooperating ?? [],
    deadlineText: given.deadlineText ?? given.due ?? '持续推进',
    deadline: {
      kind: given.kind ?? (date === null ? 'ongoing' : 'date'),
      date,
      thenOngoing: false,
      days: null,
      dayUnit: null,
      from: null,
      milestones: [],
    },
    quotas: given.quotas ?? [],
  };
}
