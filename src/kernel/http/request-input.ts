/** Reads and checks what a request brings: parameters, query, body, uploaded files. Everything wrong is a refusal. */
import type { FastifyRequest } from 'fastify';
import type { FieldFault } from '../refusal.ts';
import { httpRefusals } from './http-refusals.ts';
import { readInput } from './input-sentences.ts';
import type { Route, UploadedFile } from './route.ts';

/** Most bytes of a body that carries no files. */
export const bodyLimitBytes = 1_048_576;

/** Most files in one request. */
export const fileCountLimit = 10;

export type FormFields = Record<string, string | string[]>;

/** The parts of a request, as sent or checked. */
export interface RequestInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

/** Pairs of a form as one record; a repeated name becomes a list. */
export function formFieldsOf(pairs: Iterable<readonly [string, string]>): FormFields {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of pairs) {
    const earlier = fields.get(name);
    if (earlier === undefined) fields.set(name, value);
    else fields.set(name, Array.isArray(earlier) ? [...earlier, value] : [earlier, value]);
  }
  return Object.fromEntries(fields);
}

/** Takes the request apart; files are read here, within the route's limit. */
export async function collectInput(route: Route, request: FastifyRequest): Promise<RequestInput> {
  const { params, query } = request;
  if (!request.isMultipart()) return { params, query, body: request.body, files: [] };
  if (route.uploadLimit === undefined) {
    throw httpRefusals.refuse('http.unsupportedMediaType', { accepted: acceptedTypes(route) });
  }
  return { params, query, ...(await readMultipart(request, route.uploadLimit)) };
}

/** What a route takes, for the sentence of a 415. */
export function acceptedTypes(route: Route | undefined): string {
  const types = route?.kind === 'page' ? ['application/x-www-form-urlencoded'] : ['application/json'];
  if (route?.uploadLimit !== undefined) types.push('multipart/form-data');
  return types.join('、');
}

async function readMultipart(
  request: FastifyRequest,
  limitBytes: number,
): Promise<{ body: FormFields; files: UploadedFile[] }> {
  const tooLarge = () => httpRefusals.refuse('http.tooLarge', { limitBytes });
  if (Number(request.headers['content-length'] ?? 0) > limitBytes + bodyLimitBytes) throw tooLarge();
  const fields: [string, string][] = [];
  const files: UploadedFile[] = [];
  let taken = 0;
  const parts = request.parts({
    limits: {
      fileSize: limitBytes,
      // One above the limit, so that the sentence is ours and not the parser's.
      files: fileCountLimit + 1,
      fields: 200,
      fieldSize: bodyLimitBytes,
      headerPairs: 50,
    },
  });
  for await (const part of parts) {
    if (part.type === 'field') {
      if (part.valueTruncated === true) throw tooLarge();
      fields.push([part.fieldname, String(part.value)]);
      continue;
    }
    if (files.length === fileCountLimit) {
      part.file.resume();
      throw httpRefusals.refuse('http.tooManyFiles', { limit: fileCountLimit });
    }
    const bytes = await part.toBuffer();
    taken += bytes.byteLength;
    if (taken > limitBytes) throw tooLarge();
    // A form sends an empty part for a file field that was left empty.
    if (part.filename === '' && bytes.byteLength === 0) continue;
    files.push({ field: part.fieldname, name: part.filename, mediaType: part.mimetype, bytes });
  }
  return { body: formFieldsOf(fields), files };
}

/** Checks the raw input by the route's schemas. Parameters that cannot name anything are "not found". */
export function checkInput(route: Route, raw: RequestInput): RequestInput {
  const params = readInput(route.params, raw.params);
  if (!params.ok) throw httpRefusals.refuse('http.notFound', {});
  const faults: FieldFault[] = [];
  const query = readInput(route.query, raw.query, 'query');
  if (!query.ok) faults.push(...query.faults);
  const body = route.body === undefined ? undefined : readInput(route.body, raw.body);
  if (body?.ok === false) faults.push(...body.faults);
  if (faults.length > 0) throw httpRefusals.refuse('http.badInput', { count: faults.length }, faults);
  return {
    params: params.value,
    query: query.ok ? query.value : undefined,
    body: body?.ok === true ? body.value : undefined,
    files: raw.files,
  };
}
