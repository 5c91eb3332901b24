/** Sends a file with a progress figure and a way to stop; `fetch` can do neither for uploads. */
import { type ApiNo, cancelledNo, noOf, offlineNo, readProblem } from './answer.ts';
import { apiAddress } from './call-api.ts';
import { noteReachable } from './connection.ts';
import { askToSignIn } from './sign-in-gate.ts';

export interface UploadCall {
  /** Below `/api/v1`. */
  readonly path: string;
  readonly file: File;
  /** Name of the multipart field, `file` unless told. */
  readonly field?: string;
  /** Further text fields of the form; they are sent before the file. */
  readonly values?: Readonly<Record<string, string>>;
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
  /** Share of bytes sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
}

/** Uploads one file as multipart. Rejects with `ApiNo` only. */
export async function uploadFile<Reply>(call: UploadCall): Promise<Reply> {
  try {
    return await sendOnce<Reply>(call);
  } catch (error) {
    const no = noOf(error);
    if (no.status !== 401) throw no;
    await askToSignIn();
    return sendOnce<Reply>(call);
  }
}

function sendOnce<Reply>(call: UploadCall): Promise<Reply> {
  return new Promise((resolve, reject: (no: ApiNo) => void) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    for (const [name, value] of Object.entries(call.values ?? {})) form.append(name, value);
    form.append(call.field ?? 'file', call.file, call.file.name);
    const stop = () => request.abort();
    call.signal.addEventListener('abort', stop, { once: true });
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) call.onProgress(event.loaded / event.total);
    });
    request.addEventListener('loadend', () => call.signal.removeEventListener('abort', stop));
    request.addEventListener('abort', () => reject(cancelledNo()));
    request.addEventListener('error', () => {
      noteReachable(false);
      reject(offlineNo());
    });
    request.addEventListener('load', () => {
      const body = parseJson(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body);
      else reject(readProblem(request.status, body, request.getResponseHeader('Retry-After')));
    });
    if (call.signal.aborted) return reject(cancelledNo());
    request.open('POST', apiAddress(call.path));
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('Idempotency-Key', call.idempotencyKey);
    request.send(form);
  });
}

function parseJson(text: string) {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
