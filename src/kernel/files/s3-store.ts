/**
 * File store in an S3-compatible object store, under the same names as in a folder. Objects are addressed below the
 * endpoint (path style), which every such store understands.
 */
import { AwsClient } from 'aws4fetch';
import type { FileStore } from './file-store.ts';
import { contentHash } from './folder-store.ts';

export interface S3Place {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  readonly key: string;
  readonly secret: string;
}

/** Nothing the platform keeps takes longer on a network it can be run on. */
const longestRequest = 120_000;

/** Opens the store; the bucket must exist. */
export function openS3Store(place: S3Place): FileStore {
  const client = new AwsClient({
    accessKeyId: place.key,
    secretAccessKey: place.secret,
    region: place.region,
    service: 's3',
    retries: 3,
  });
  const root = `${place.endpoint.replace(/\/+$/, '')}/${encodeURIComponent(place.bucket)}`;

  function request(sha256: string, init: RequestInit): Promise<Response> {
    const address = `${root}/${sha256.slice(0, 2)}/${sha256}`;
    return client.fetch(address, { ...init, signal: AbortSignal.timeout(longestRequest) });
  }

  async function fail(response: Response, doing: string): Promise<never> {
    // The body of an S3 error names its code; it holds no secret and no content.
    const code = /<Code>([^<]+)<\/Code>/.exec(await response.text())?.[1] ?? '';
    throw new Error(`the object store answered ${response.status} ${code} when ${doing}`);
  }

  async function has(sha256: string): Promise<boolean> {
    const response = await request(sha256, { method: 'HEAD' });
    if (response.status === 404) return false;
    return response.ok || fail(response, 'asked for an object');
  }

  return {
    kind: 's3',
    has,
    async keep(bytes) {
      const sha256 = contentHash(bytes);
      if (await has(sha256)) return sha256;
      const response = await request(sha256, {
        method: 'PUT',
        body: Uint8Array.from(bytes),
        // The store itself refuses bytes that arrive damaged.
        headers: { 'x-amz-content-sha256': sha256, 'content-type': 'application/octet-stream' },
      });
      if (!response.ok) await fail(response, 'keeping an object');
      return sha256;
    },
    async find(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
      const response = await request(sha256, { method: 'GET' });
      if (response.status === 404) return undefined;
      if (!response.ok) return fail(response, 'reading an object');
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (contentHash(bytes) !== sha256) throw new Error(`stored content ${sha256} is damaged`);
      return bytes;
    },
    async forget(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return;
      const response = await request(sha256, { method: 'DELETE' });
      if (!response.ok && response.status !== 404) await fail(response, 'giving up an object');
    },
  };
}
