/** What the two ends of the control socket say to each other. */
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

/** From the command line to the server. */
export const callerMessage = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('run'),
    command: z.string(),
    operands: z.array(z.string()),
    options: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  }),
  z.object({ type: z.literal('answer'), to: z.number(), name: z.string().optional() }),
  z.object({ type: z.literal('no'), to: z.number(), error: z.unknown() }),
  z.object({ type: z.literal('cancel') }),
]);

/** From the server to the command line. Requests carry a number that the answer names. */
export const serverMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('readFile'), id: z.number(), path: z.string() }),
  z.object({ type: z.literal('createFile'), id: z.number(), path: z.string() }),
  z.object({ type: z.literal('writeFile'), id: z.number(), file: z.number() }),
  z.object({ type: z.literal('finishFile'), id: z.number(), file: z.number() }),
  z.object({ type: z.literal('discardFile'), id: z.number(), file: z.number() }),
  z.object({ type: z.literal('say'), line: z.string() }),
  z.object({
    type: z.literal('done'),
    text: z.string(),
    data: z.unknown(),
    exitCode: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  }),
  z.object({ type: z.literal('error'), error: z.unknown() }),
]);

export type CallerMessage = z.infer<typeof callerMessage>;
export type ServerMessage = z.infer<typeof serverMessage>;

const wireError = z.object({
  refusal: z
    .object({
      code: z.string(),
      what: z.string(),
      why: z.string().optional(),
      todo: z.string(),
      article: z.string().optional(),
    })
    .optional(),
  message: z.string(),
  stack: z.string().optional(),
});

/** An error as it travels: a refusal keeps its sentence, a fault its message and stack for `--debug`. */
export function errorToWire(error: unknown): z.infer<typeof wireError> {
  const message = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {};
  if (!(error instanceof Refusal)) return { message, ...stack };
  const { code, sentence, article } = error;
  return {
    message,
    refusal: { code, ...sentence, ...(article === undefined ? {} : { article }) },
  };
}

/** The error again, on the other side. */
export function errorFromWire(wire: unknown): Error {
  const { message, stack, refusal } = wireError.parse(wire);
  if (refusal !== undefined) {
    const { code, what, why, todo, article } = refusal;
    // The status speaks to HTTP only; every refusal ends a command alike.
    return new Refusal(code, 409, { what, todo, ...(why === undefined ? {} : { why }) }, {}, article);
  }
  const fault = new Error(message);
  if (stack !== undefined) fault.stack = stack;
  return fault;
}
