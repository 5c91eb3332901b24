/** Figures of one node for Prometheus. Labels are route names and statuses, never addresses or people. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { PublicCache } from './public-cache.ts';

export interface HttpMetrics {
  readonly registry: Registry;
  /** One answered request. */
  readonly noteAnswer: (route: string, method: string, status: number, milliseconds: number) => void;
  readonly noteFault: (route: string) => void;
}

/** Opens the figures of a server; `process` adds memory, event loop and garbage collection. */
export function openHttpMetrics(options: {
  readonly processFigures: boolean;
  readonly cacheFigures: PublicCache['figures'];
}): HttpMetrics {
  const registry = new Registry();
  if (options.processFigures) collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: 'gongkai_http_request_seconds',
    help: 'Time from arrival to the end of the answer',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const faults = new Counter({
    name: 'gongkai_http_faults_total',
    help: 'Requests that ended in a fault',
    labelNames: ['route'],
    registers: [registry],
  });
  for (const figure of ['bytes', 'entries', 'answers'] as const) {
    new Gauge({
      name: `gongkai_public_cache_${figure}`,
      help: `Cache of public answers: ${figure}${figure === 'answers' ? ' given since the start' : ''}`,
      registers: [registry],
      collect() {
        this.set(options.cacheFigures()[figure]);
      },
    });
  }
  return {
    registry,
    noteAnswer: (route, method, status, milliseconds) =>
      duration.observe({ route, method, status: String(status) }, milliseconds / 1000),
    noteFault: (route) => faults.inc({ route }),
  };
}
