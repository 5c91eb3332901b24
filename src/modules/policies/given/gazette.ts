/** Issues of the gazette for the walk over all routes. */
import { systemActor } from '#kernel/actor.ts';
import type { RouteSamples } from '#kernel/testing/walk-routes.ts';
import { transact } from '#kernel/work.ts';
import { listGazetteIssues } from '../queries/gazette.ts';
import { arrangeGazette, openGazetteIssue, publishGazette } from '../service/gazette.ts';
import { type PolicyWalkGiven, walkDocument } from './documents.ts';

const office = systemActor('test');

/** Whatever is open is published, so that a next issue can be opened. */
async function closeOpen(given: PolicyWalkGiven): Promise<void> {
  const { jurisdictionId } = given.county;
  const { rows } = await listGazetteIssues(given.app.database.read, jurisdictionId, { limit: 1 });
  const open = rows.find(({ publishedOn }) => publishedOn === null);
  if (open === undefined) return;
  const itemIds = [...open.documents.map(({ itemId }) => itemId), await walkDocument(given)];
  await transact(given.app, office, (work) => arrangeGazette(work, { issueId: open.id, itemIds }));
  await transact(given.app, office, (work) => publishGazette(work, { issueId: open.id }));
}

/** An open issue with one document of its own. */
async function openIssue(given: PolicyWalkGiven) {
  await closeOpen(given);
  const itemId = await walkDocument(given);
  const { jurisdictionId } = given.county;
  const { issueId } = await transact(given.app, office, (work) => openGazetteIssue(work, { jurisdictionId }));
  await transact(given.app, office, (work) => arrangeGazette(work, { issueId, itemIds: [itemId] }));
  return { issueId, itemId };
}

async function publishedIssue(given: PolicyWalkGiven): Promise<string> {
  const { issueId } = await openIssue(given);
  await transact(given.app, office, (work) => publishGazette(work, { issueId }));
  return issueId;
}

export const gazetteRouteSamples: RouteSamples<PolicyWalkGiven> = {
  'policies.listGazettes': async () => ({}),
  'policies.openGazette': async (given) => {
    await closeOpen(given);
    await walkDocument(given);
    return {};
  },
  'policies.viewGazette': async (given) => ({ params: { issueId: (await openIssue(given)).issueId } }),
  'policies.arrangeGazette': async (given) => {
    const { issueId, itemId } = await openIssue(given);
    return { params: { issueId }, body: { itemIds: [itemId] } };
  },
  'policies.publishGazette': async (given) => ({ params: { issueId: (await openIssue(given)).issueId } }),
  'policies.gazettesPage': async () => ({}),
  'policies.gazettePage': async (given) => ({ params: { issueId: await publishedIssue(given) } }),
  'policies.gazetteFile': async (given) => ({
    params: { issueId: await publishedIssue(given), format: 'docx' },
  }),
};
