/** Samples of the routes of released copies for the walk over all routes. For tests only. */
import { systemActor } from '#kernel/actor.ts';
import type { App } from '#kernel/app.ts';
import type { RouteSample, RouteSamples } from '#kernel/testing/walk-routes.ts';
import { startRedaction } from '../service/redaction/start-redaction.ts';

interface RedactionWalkGiven {
  readonly app: App;
  readonly county: { readonly jurisdictionId: string; readonly education: string };
}

const source = { name: '名册.txt', mediaType: 'text/plain', bytes: Buffer.from('联系人张三丰，每月600元。') };

/** The samples; `caseOf` gives the case of the walk. */
export function redactionSamplesFor(
  caseOf: (given: RedactionWalkGiven) => Promise<string>,
): RouteSamples<RedactionWalkGiven> {
  const walked = new WeakMap<App, Promise<string>>();
  const redactionOf = (given: RedactionWalkGiven): Promise<string> => {
    const known = walked.get(given.app);
    if (known !== undefined) return known;
    const made = caseOf(given).then(async (requestId) => {
      const signal = new AbortController().signal;
      const input = { requestId, title: '名册', mode: 'text', source, signal } as const;
      return (await startRedaction(given.app, systemActor('test'), input)).redactionId;
    });
    walked.set(given.app, made);
    return made;
  };
  const onRedaction =
    (more: RouteSample = {}, params: Readonly<Record<string, string>> = {}) =>
    async (given: RedactionWalkGiven): Promise<RouteSample> => ({
      params: { redactionId: await redactionOf(given), ...params },
      ...more,
    });
  return {
    'requests.listRedactions': async (given) => ({ params: { requestId: await caseOf(given) } }),
    'requests.startRedaction': async (given) => ({
      params: { requestId: await caseOf(given) },
      body: { title: '名册', mode: 'text' },
      files: [{ field: 'file', ...source }],
    }),
    'requests.viewRedaction': onRedaction(),
    'requests.viewRedactionPage': onRedaction({}, { page: '1' }),
    'requests.saveRedactionMarks': onRedaction({ body: { version: 0, marks: [], boxes: [] } }),
    'requests.makeRedactedCopy': onRedaction(),
    'requests.releaseRedactedCopy': onRedaction(),
    'requests.downloadRedactedCopy': onRedaction(),
  };
}
