/**
 * Files of the public site (styles, small scripts, marks). Pages name them by `assetAddress`, which carries the mark of
 * their contents, so that browsers may keep them for ever and still see every change.
 */
import path from 'node:path';
import { installationRoot } from '../worker-entry.ts';
import { openStaticFolder, type StaticFile, type StaticFolder } from './static-folder.ts';

const assetsRoot = '/assets/';

/** Whether this process runs the sources and not the bundle. */
export const runsFromSources = import.meta.url.endsWith('.ts');

/** The site's files in the checkout, or in the bundle. */
export function portalFolder(): string {
  return path.join(installationRoot(), runsFromSources ? 'src/portal/assets' : 'dist/portal');
}

let openedFolder: StaticFolder | undefined;

function assetFolder(): StaticFolder {
  openedFolder ??= openStaticFolder(portalFolder(), runsFromSources);
  return openedFolder;
}

/** Address of a file of the site: `assetAddress('portal.css')`. A name that does not exist is a fault. */
export function assetAddress(name: string): string {
  const file = assetFolder().find(name);
  if (file === undefined) throw new Error(`the site has no file ${name}`);
  return markedAddress(file);
}

function markedAddress(file: Pick<StaticFile, 'name' | 'mark'>): string {
  const { dir, name, ext } = path.posix.parse(file.name);
  return `${assetsRoot}${dir === '' ? '' : `${dir}/`}${name}.${file.mark}${ext}`;
}

export interface FoundAsset {
  readonly file: StaticFile;
  /** The address carries the mark of these very contents. */
  readonly isLasting: boolean;
}

/** The file behind the rest of an address below `/assets/`, marked or plain. */
export function findAsset(rest: string, folder: StaticFolder = assetFolder()): FoundAsset | undefined {
  const plain = folder.find(rest);
  if (plain !== undefined) return { file: plain, isLasting: false };
  const { dir, name, ext } = path.posix.parse(rest);
  const at = name.lastIndexOf('.');
  if (at <= 0) return undefined;
  const file = folder.find(path.posix.join(dir, `${name.slice(0, at)}${ext}`));
  return file === undefined ? undefined : { file, isLasting: file.mark === name.slice(at + 1) };
}
