/** The `Idempotency-Key` of creating requests: read here, claimed and kept by `transact` with the work itself. */
import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../actor.ts';
import { canonicalJson } from '../audit/chain.ts';
import { type OnceClaim, onceRefusals, openOnceClaim } from '../once/once.ts';
import { httpRefusals } from './http-refusals.ts';
import type { RequestInput } from './request-input.ts';
import type { Route } from './route.ts';

export const idempotencyHeader = 'idempotency-key';

function actorKeyOf(actor: Actor): string {
  return actor.kind === 'officer' ? `officer:${actor.id}` : actor.kind;
}

function hashRequest(route: Route, input: RequestInput): string {
  const hash = createHash('sha256');
  hash.update(
    canonicalJson({ route: route.name, params: input.params, query: input.query, body: input.body }),
  );
  for (const file of input.files) {
    hash.update(`\n${file.field} ${file.name} ${file.bytes.byteLength}\n`).update(file.bytes);
  }
  return hash.digest('hex');
}

/** The claim of a creating request; undefined on other routes, a refusal that explains when the key is missing. */
export function readOnceClaim(
  route: Route,
  request: FastifyRequest,
  actor: Actor,
  input: RequestInput,
): OnceClaim | undefined {
  if (route.kind === 'page' || !route.creates) return undefined;
  const key = request.headers[idempotencyHeader];
  if (typeof key !== 'string' || !/^[\w-]{8,128}$/.test(key))
    throw httpRefusals.refuse('http.keyMissing', {});
  return openOnceClaim({ actorKey: actorKeyOf(actor), key, requestHash: hashRequest(route, input) });
}

/** Runs at most one request of a key at a time on this node; between nodes the database does the same. */
export async function aloneUnderKey<Outcome>(
  claim: OnceClaim | undefined,
  keysInFlight: Set<string>,
  body: () => Promise<Outcome>,
): Promise<Outcome> {
  if (claim === undefined) return body();
  const name = `${claim.actorKey} ${claim.key}`;
  if (keysInFlight.has(name)) throw onceRefusals.refuse('once.keyInUse', {});
  keysInFlight.add(name);
  try {
    return await body();
  } finally {
    keysInFlight.delete(name);
  }
}
