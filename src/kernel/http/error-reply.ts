/** Answers errors: refusals with their sentence, everything else with a number under which it was logged. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { Engine } from './engine.ts';
import { loggableFault } from './fault-log.ts';
import { httpRefusals } from './http-refusals.ts';
import { type Problem, problemMediaType, problemOfFault, problemOfRefusal } from './problem.ts';
import { documentText, type FinishedReply, htmlMediaType, sendFinished } from './reply.ts';
import { acceptedTypes, bodyLimitBytes } from './request-input.ts';
import { visitOf } from './visit.ts';

/** What the server library itself stumbled over, as a refusal; undefined for faults. */
function refusalOfLibraryError(error: unknown, request: FastifyRequest): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const code: unknown = Reflect.get(error, 'code');
  const { route } = request.routeOptions.config;
  const limitBytes = route?.uploadLimit ?? bodyLimitBytes;
  switch (code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
    case 'FST_REQ_FILE_TOO_LARGE':
    case 'FST_FIELDS_LIMIT':
    case 'FST_PARTS_LIMIT':
    case 'FST_FILES_LIMIT':
      return httpRefusals.refuse('http.tooLarge', { limitBytes });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
      return httpRefusals.refuse('http.unsupportedMediaType', { accepted: acceptedTypes(route) });
    default: {
      const status: unknown = Reflect.get(error, 'statusCode');
      const isClientError = typeof status === 'number' && status >= 400 && status < 500;
      return isClientError ? httpRefusals.refuse('http.badRequest', {}) : undefined;
    }
  }
}

/** The refusal behind an error, or undefined when it is a fault. */
export function refusalBehind(error: unknown, request: FastifyRequest): Refusal | undefined {
  return error instanceof Refusal ? error : refusalOfLibraryError(error, request);
}

function finishProblem(engine: Engine, problem: Problem, request: FastifyRequest): FinishedReply {
  const { family, cookies } = visitOf(request);
  const headers: Record<string, string> = { 'cache-control': 'no-store' };
  if (family === 'page') {
    headers['content-type'] = htmlMediaType;
    return {
      status: problem.status,
      headers,
      body: documentText(engine.renderErrorPage(problem, { cookies, url: request.url })),
    };
  }
  headers['content-type'] = problemMediaType;
  return { status: problem.status, headers, body: JSON.stringify(problem) };
}

function refusalHeaders(refusal: Refusal | undefined): Record<string, string> {
  const { seconds, allowed } = refusal?.params ?? {};
  if (refusal?.status === 429 && typeof seconds === 'number') return { 'retry-after': String(seconds) };
  if (refusal?.status === 405 && typeof allowed === 'string') return { allow: allowed };
  return {};
}

/** Answers an error; a fault is logged here, once. */
export function replyWithError(
  engine: Engine,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const visit = visitOf(request);
  const refusal = refusalBehind(error, request);
  if (refusal === undefined) {
    engine.metrics.noteFault(visit.route?.name ?? 'http.unknown');
    engine.app.log.error(
      { requestId: visit.id, route: visit.route?.name, fault: loggableFault(error) },
      'request failed',
    );
  }
  const problem = refusal === undefined ? problemOfFault(visit.id) : problemOfRefusal(refusal, visit.id);
  reply.headers(refusalHeaders(refusal));
  return sendFinished(reply, finishProblem(engine, problem, request));
}
