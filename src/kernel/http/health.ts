/** What the operator's machines ask: is the process alive, may it be sent requests, how is it doing. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../app.ts';
import { listMigrations } from '../db/migrate.ts';
import { migrationsFolder } from '../open-app.ts';
import { sameSecretText } from '../secret.ts';
import type { Engine } from './engine.ts';
import { httpRefusals } from './http-refusals.ts';

const patienceMilliseconds = 2_000;
const countSchema = z.tuple([z.object({ applied: z.coerce.number() })]);

/** Whether the database answers in time and holds every migration this program brings. */
async function isReady(app: App): Promise<boolean> {
  const needed = listMigrations(migrationsFolder()).length;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), patienceMilliseconds);
  });
  const asked = app.database.pool
    .query('select count(*) as applied from schema_migration')
    .then(({ rows }) => countSchema.parse(rows)[0].applied >= needed)
    .catch(() => false);
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Figures go to this machine itself, or to whoever shows the configured token. */
function maySeeFigures(app: App, request: FastifyRequest): boolean {
  const token = app.config.GONGKAI_METRICS_TOKEN;
  if (token !== undefined) return sameSecretText(request.headers.authorization ?? '', `Bearer ${token}`);
  // A request that came through a proxy on this machine is not from this machine.
  const isForwarded =
    request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !isForwarded && /^(127\.|::1$|::ffff:127\.)/.test(request.socket.remoteAddress ?? '');
}

/** Adds `/health/live`, `/health/ready` and `/metrics`. */
export function serveHealth(server: FastifyInstance, engine: Engine): void {
  server.get('/health/live', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ status: 'live' }),
  );
  server.get('/health/ready', async (_request, reply) => {
    if (engine.isClosing() || !(await isReady(engine.app))) throw httpRefusals.refuse('http.notReady', {});
    return reply.header('cache-control', 'no-store').send({ status: 'ready' });
  });
  server.get('/metrics', async (request, reply) => {
    if (!maySeeFigures(engine.app, request)) throw httpRefusals.refuse('http.notFound', {});
    const { registry } = engine.metrics;
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics());
  });
}
