import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isItemActionAllowed, itemActions } from './item-actions.ts';
import {
  applyItemEvent,
  findReviewObstacle,
  foldItem,
  type ItemEvent,
  type ItemState,
  itemStages,
  publicStandings,
} from './item-state.ts';
import { isItemPublic } from './visibility.ts';

const people = ['author', 'first', 'second', 'final', 'secrecy'] as const;
const born = foldItem([{ kind: 'created', revisionId: 'r1', by: 'author' }]);

/** An event of the actions the state allows, by anybody, on the working revision or a new one. */
const anyEvent: fc.Arbitrary<(state: ItemState, next: string) => ItemEvent> = fc
  .tuple(fc.nat(1000), fc.constantFrom(...people), fc.boolean())
  .map(([choice, by, isGood]) => (state, next) => {
    const revisionId = state.workingRevisionId;
    const allowed = itemActions.filter((action) => isItemActionAllowed(state, action));
    // The way forward is taken as often as all side ways together, or hardly a walk would reach a release.
    const forward = allowed.filter((action) =>
      ['submit', 'pass', 'reviewSecrecy', 'release'].includes(action),
    );
    const pool = choice % 3 === 0 || forward.length === 0 ? allowed : forward;
    const action = pool[choice % pool.length] ?? 'save';
    switch (action) {
      case 'save':
        return { kind: 'revised', revisionId: next, by };
      case 'submit':
        return { kind: 'submitted', revisionId, by };
      case 'recall':
        return { kind: 'recalled', revisionId, by };
      case 'pass': {
        const step = (['firstReview', 'secondReview', 'finalReview'] as const).find(
          (one) => one === state.stage,
        );
        return { kind: 'passed', revisionId, by, step: step ?? 'firstReview' };
      }
      case 'return':
        return { kind: 'returned', revisionId, by };
      case 'reviewSecrecy':
        return { kind: 'secrecyReviewed', revisionId, by, opinion: isGood ? 'passed' : 'refused' };
      case 'schedule':
        return { kind: 'scheduled', revisionId, by };
      case 'unschedule':
        return { kind: 'unscheduled', revisionId, by };
      case 'release':
        return { kind: 'released', revisionId, by, openness: isGood ? 'proactive' : 'withheld' };
      case 'releaseInEmergency':
        return { kind: 'emergencyReleased', revisionId, by };
      case 'reviewLater':
        return { kind: 'laterReviewed', revisionId, by };
      case 'changeOpenness':
        return { kind: 'opennessChanged', revisionId, by, openness: isGood ? 'proactive' : 'withheld' };
      // The time set for later leads to the same event.
      case 'scheduleWithdrawal':
      case 'withdraw':
        return { kind: 'withdrawn', revisionId, by };
    }
  });

const actionOf: Readonly<Record<ItemEvent['kind'], (typeof itemActions)[number] | undefined>> = {
  created: undefined,
  imported: undefined,
  revised: 'save',
  submitted: 'submit',
  recalled: 'recall',
  passed: 'pass',
  returned: 'return',
  secrecyReviewed: 'reviewSecrecy',
  scheduled: 'schedule',
  unscheduled: 'unschedule',
  released: 'release',
  emergencyReleased: 'releaseInEmergency',
  laterReviewed: 'reviewLater',
  opennessChanged: 'changeOpenness',
  withdrawn: 'withdraw',
};

/** Takes only the steps the rules allow, as the service does. */
function walkLawfully(makers: readonly ((state: ItemState, next: string) => ItemEvent)[]) {
  const events: ItemEvent[] = [];
  let state = born;
  for (const [index, make] of makers.entries()) {
    const event = make(state, `r${index + 2}`);
    const action = actionOf[event.kind];
    if (action === undefined || !isItemActionAllowed(state, action)) continue;
    if (event.kind === 'passed' && findReviewObstacle(state, event.step, event.by) !== undefined) continue;
    state = applyItemEvent(state, event);
    events.push(event);
  }
  return { state, events };
}

describe('whatever is tried, in whatever order', () => {
  test('walks do reach releases, so that the next tests are not empty', () => {
    const walks = fc.sample(fc.array(anyEvent, { minLength: 60, maxLength: 60 }), { numRuns: 300, seed: 1 });
    const reached = walks.filter((makers) =>
      walkLawfully(makers).events.some(({ kind }) => kind === 'released'),
    );
    expect(reached.length).toBeGreaterThan(60);
  });

  test('a normal release stands on three different reviewers, none of them an author, and a secrecy review', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (makers) => {
        const { events } = walkLawfully(makers);
        for (const [index, event] of events.entries()) {
          if (event.kind !== 'released') continue;
          const before = foldItem([
            { kind: 'created', revisionId: 'r1', by: 'author' },
            ...events.slice(0, index),
          ]);
          const reviewers = Object.values(before.reviewers);
          expect(new Set(reviewers).size).toBe(3);
          expect(reviewers.some((reviewer) => before.authors.includes(reviewer))).toBe(false);
          expect(before.secrecy).toBe('passed');
          expect(before.approvedRevisionId).toBe(event.revisionId);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('what is public was released and is neither withdrawn nor converted away', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 60 }), (makers) => {
        const { state, events } = walkLawfully(makers);
        const last = events.findLast(({ kind }) =>
          ['released', 'emergencyReleased', 'opennessChanged', 'withdrawn'].includes(kind),
        );
        const isOut =
          last?.kind === 'emergencyReleased' ||
          ((last?.kind === 'released' || last?.kind === 'opennessChanged') && last.openness === 'proactive');
        expect(isItemPublic(state)).toBe(isOut);
      }),
      { numRuns: 2000 },
    );
  });
});

test('every stage has a way on, and no action is allowed at a stage that does not list it', () => {
  for (const stage of itemStages) {
    for (const standing of publicStandings) {
      const state: ItemState = { ...born, stage, standing, owesLaterReview: true };
      const open = itemActions.filter((action) => isItemActionAllowed(state, action));
      expect(open.length, `${stage} ${standing}`).toBeGreaterThan(0);
    }
  }
});
