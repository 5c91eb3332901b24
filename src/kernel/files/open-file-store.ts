/** The file store an installation is configured for. */
import path from 'node:path';
import type { Config } from '../config.ts';
import type { FileStore } from './file-store.ts';
import { openFolderStore } from './folder-store.ts';

/** An object store when `GONGKAI_FILES_S3_ENDPOINT` is set, else a folder below the data folder. */
export async function openFileStore(config: Config): Promise<FileStore> {
  const {
    GONGKAI_FILES_S3_ENDPOINT: endpoint,
    GONGKAI_FILES_S3_BUCKET: bucket,
    GONGKAI_FILES_S3_REGION: region,
    GONGKAI_FILES_S3_KEY: key,
    GONGKAI_FILES_S3_SECRET: secret,
  } = config;
  if (endpoint === undefined || bucket === undefined || key === undefined || secret === undefined) {
    return openFolderStore(path.join(config.dataFolder, 'files'));
  }
  const { openS3Store } = await import('./s3-store.ts');
  return openS3Store({ endpoint, bucket, region, key, secret });
}
