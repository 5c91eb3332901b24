/** Composition root of a serving node: application, HTTP, jobs and the control socket, and their end in order. */
import type { FastifyInstance } from 'fastify';
import { openControlSocket } from '#kernel/cli/control-socket.ts';
import { listAppCommands } from '#kernel/cli/gather-commands.ts';
import type { Config } from '#kernel/config.ts';
import { createServer } from '#kernel/http/create-server.ts';
import { httpRefusals } from '#kernel/http/http-refusals.ts';
import { startJobRunner } from '#kernel/jobs/runner.ts';
import type { Manifest } from '#kernel/module.ts';
import { beginServing, openApp } from '#kernel/open-app.ts';
import { followSearchChanges } from '#kernel/search/follow-changes.ts';
import { awaitsSeeding, seedCounty } from '#kernel/seeding.ts';
import { portalErrorPage } from '#portal/error-page.tsx';
import { findSiteName } from '#portal/frame.ts';
import { portalFrame } from '#portal/framed-document.tsx';
import { readSiteMarks } from '#portal/site-marks.ts';
import { modules as allModules } from './modules.ts';

export interface ServingNode {
  /** `http://127.0.0.1:8080`. */
  readonly address: string;
  /** Finishes running requests, gives running jobs back, closes the database. */
  readonly close: () => Promise<void>;
}

/** Opens the installation and serves it; `say` is told what a person at the terminal should read. */
export async function serveInstallation(
  config: Config,
  options: {
    readonly seedIfEmpty: boolean;
    readonly say: (line: string) => void;
    /** All modules unless given. */
    readonly modules?: readonly Manifest[];
  },
): Promise<ServingNode> {
  const modules = options.modules ?? allModules;
  const opened = await openApp({ config, modules });
  const closers: (() => Promise<unknown>)[] = [opened.close];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const { app } = opened;
    if (options.seedIfEmpty && (await awaitsSeeding(app))) {
      await seedCounty(app, (step) => options.say(`正在装入示例数据：${step}`));
    }
    for (const line of await beginServing(app)) options.say(line);
    const endSearch = followSearchChanges(opened);
    closers.push(async () => endSearch());
    const siteName = await findSiteName(app);
    const marks = readSiteMarks(config);
    const server = await createServer(app, {
      onCommit: opened.onCommit,
      processFigures: true,
      renderErrorPage: portalErrorPage(siteName, marks),
      frameDocument: portalFrame(siteName, marks),
    });
    closers.push(() => server.close());
    if (app.database.kind === 'embedded') {
      const control = await openControlSocket(app, listAppCommands(modules));
      closers.push(control.close);
    }
    const runner = startJobRunner(opened);
    closers.push(runner.stop);
    return { address: await listenOn(server, config), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listenOn(
  server: FastifyInstance,
  config: Pick<Config, 'GONGKAI_HOST' | 'GONGKAI_PORT'>,
): Promise<string> {
  const { GONGKAI_HOST: host, GONGKAI_PORT: port } = config;
  try {
    return await server.listen({ host, port });
  } catch (error) {
    const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
    if (code === 'EADDRINUSE' || code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw httpRefusals.refuse('http.portTaken', { host, port });
    }
    throw error;
  }
}
