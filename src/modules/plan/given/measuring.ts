/** Builders for tests: proposed and confirmed bindings, and what the walk over all routes needs of them. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { Measure } from '#kernel/measure.ts';
import type { RouteSample, RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import type { AddBindingInput } from '../contract/measuring.ts';
import { gatherMeasures } from '../evaluation/run.ts';
import { listBindingsOfTasks, type StoredBindingRow } from '../queries/bindings.ts';
import { listTaskIdsOfPlan } from '../queries/evaluation.ts';
import { findStoredStandings } from '../queries/standings.ts';
import type { Standing } from '../rules/shapes.ts';
import { addTaskBinding, removeTaskBinding } from '../service/bindings/decide.ts';
import { proposePlanBindings } from '../service/bindings/propose.ts';
import { overrideStanding } from '../service/overrides.ts';
import { givenTrainingMeasure } from '../testing/measured-county.ts';

const builder = systemActor('test');

/** Terms as a person would leave them. */
export const usualTerms: Omit<AddBindingInput, 'measureId' | 'reason'> = {
  parameters: {},
  every: null,
  periodFrom: null,
  periodUntil: null,
  scope: 'together',
  unitChoice: 'assigned',
  unitIds: [],
  target: 1,
};

let serial = 0;

/** A measure of its own name that every task's text suggests. */
function walkedMeasure(): Measure {
  serial += 1;
  const measure = givenTrainingMeasure(() => []);
  return { ...measure, id: `test.walked${serial}`, hints: [{ pattern: /./u, reason: '途经测试' }] };
}

/** An open proposal for the plan's first task. */
export async function givenProposal(app: App, planId: string): Promise<StoredBindingRow> {
  const measure = walkedMeasure();
  await transact(app, builder, (work) => proposePlanBindings(work, { planId, measures: [measure] }));
  const [taskId = ''] = await listTaskIdsOfPlan(app.database.read, planId);
  const found = (await listBindingsOfTasks(app.database.read, [taskId])).find(
    ({ measureId }) => measureId === measure.id,
  );
  if (found === undefined) throw new Error('nothing was proposed');
  return found;
}

/** A confirmed binding of the task, to a measure that a module offers or to one of the test's own. */
export async function givenBinding(app: App, taskId: string, offered?: Measure): Promise<StoredBindingRow> {
  const measure = offered ?? walkedMeasure();
  const existing = (await listBindingsOfTasks(app.database.read, [taskId])).find(
    (one) => one.measureId === measure.id && one.status === 'confirmed',
  );
  if (existing !== undefined) return existing;
  const measures = new Map([[measure.id, measure]]);
  const input = { ...usualTerms, taskId, measureId: measure.id, reason: '途经测试', measures };
  const { bindingId } = await transact(app, builder, (work) => addTaskBinding(work, input));
  const found = (await listBindingsOfTasks(app.database.read, [taskId])).find(({ id }) => id === bindingId);
  if (found === undefined) throw new Error('the binding was not stored');
  return found;
}

interface Walked {
  readonly app: App;
}

type PlanOfWalk<Given> = (given: Given) => Promise<{ readonly planId: string; readonly taskId: string }>;

const seen = ({ id, version }: StoredBindingRow) => ({ bindingId: id, version });

/** The first measure the running modules offer. */
const offeredMeasure = (app: App): Measure | undefined => [...gatherMeasures(app).values()][0];

async function addSample(app: App, taskId: string): Promise<RouteSample> {
  const measure = offeredMeasure(app);
  const body = { ...usualTerms, measureId: measure?.id ?? 'none', reason: '途经测试' };
  if (measure === undefined) return { params: { taskId }, body, status: 422 };
  const existing = await givenBinding(app, taskId, measure);
  await transact(app, builder, (work) => removeTaskBinding(work, { ...seen(existing), reason: '途经测试' }));
  return { params: { taskId }, body };
}

async function findOverrideInForce(app: App, taskId: string): Promise<Standing | undefined> {
  const found = await findStoredStandings(app.database.read, [taskId]);
  return found.get(taskId)?.override?.standing;
}

/** Samples of the routes of measuring, over the plan of the walk. */
export function measuringRouteSamples<Given extends Walked>(
  planOfWalk: PlanOfWalk<Given>,
): RouteSamples<Given> {
  const plan = async (given: Given) => ({ params: { planId: (await planOfWalk(given)).planId } });
  const task = async (given: Given) => ({ params: { taskId: (await planOfWalk(given)).taskId } });
  const sign = async (given: Given) => {
    const { params } = await task(given);
    const inForce = await findOverrideInForce(given.app, params.taskId);
    const reason = '途经测试，理由至少要有十个字';
    return { params, inForce, body: { standing: inForce === 'met' ? 'failing' : 'met', reason } } as const;
  };
  return {
    'plan.listMeasures': async () => ({}),
    'plan.viewMeasuring': task,
    'plan.listEvidence': async (given) => {
      const { taskId } = await planOfWalk(given);
      return { params: { bindingId: (await givenBinding(given.app, taskId)).id } };
    },
    'plan.traceBinding': async (given) => {
      const { taskId } = await planOfWalk(given);
      return { params: { bindingId: (await givenBinding(given.app, taskId)).id } };
    },
    'plan.listBindings': plan,
    'plan.viewEvaluation': plan,
    'plan.proposeBindings': plan,
    'plan.confirmBindings': async (given) => {
      const { planId } = await planOfWalk(given);
      return { body: { bindings: [seen(await givenProposal(given.app, planId))] } };
    },
    'plan.rejectBindings': async (given) => {
      const { planId } = await planOfWalk(given);
      return { body: { bindings: [seen(await givenProposal(given.app, planId))], reason: '' } };
    },
    'plan.changeBinding': async (given) => {
      const { taskId } = await planOfWalk(given);
      const measure = offeredMeasure(given.app);
      const binding = await givenBinding(given.app, taskId, measure);
      const sample = {
        params: { bindingId: binding.id },
        body: { ...usualTerms, target: 2, version: binding.version },
      };
      return measure === undefined ? { ...sample, status: 422 } : sample;
    },
    'plan.removeBinding': async (given) => {
      const { taskId } = await planOfWalk(given);
      const { id, version } = await givenBinding(given.app, taskId);
      return { params: { bindingId: id }, body: { version, reason: '途经测试' } };
    },
    'plan.addBinding': async (given) => addSample(given.app, (await planOfWalk(given)).taskId),
    'plan.evaluatePlan': plan,
    'plan.evaluateTask': task,
    'plan.overrideStanding': async (given) => {
      const { params, body } = await sign(given);
      return { params, body };
    },
    'plan.withdrawOverride': async (given) => {
      const { params, inForce, body } = await sign(given);
      if (inForce === undefined) {
        await transact(given.app, builder, (work) => overrideStanding(work, { ...params, ...body }));
      }
      return { params, body: { reason: '途经测试' } };
    },
  };
}
