/** What a module offers to be run after a commit or by the clock. */
import type { z } from 'zod';
import type { App } from '../app.ts';
import type { Instant } from '../clock.ts';

/** Does the work of queued jobs of one kind; must be safe to run again after a kill in the middle. */
export interface JobHandler {
  readonly kind: string;
  readonly payload: z.ZodType;
  readonly run: (app: App, payload: unknown, signal: AbortSignal) => Promise<void>;
}

/**
 * Work that falls due by the clock. After days of standstill it runs once for the whole missed span ("due and not
 * yet done"), which it is told.
 */
export interface RecurringJob {
  readonly name: string;
  /** Cron pattern in Beijing time: `15 2 * * *`. */
  readonly pattern: string;
  readonly run: (
    app: App,
    span: { readonly after: Instant; readonly through: Instant },
    signal: AbortSignal,
  ) => Promise<void>;
}

/** Declares a job kind with a typed payload. */
export function defineJob<Schema extends z.ZodType>(job: {
  readonly kind: string;
  readonly payload: Schema;
  readonly run: (app: App, payload: z.infer<Schema>, signal: AbortSignal) => Promise<void>;
}): JobHandler {
  return {
    kind: job.kind,
    payload: job.payload,
    run: (app, payload, signal) => job.run(app, job.payload.parse(payload), signal),
  };
}
