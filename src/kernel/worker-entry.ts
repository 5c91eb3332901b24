/** Where a worker thread's own file lies: beside its caller in the sources, flat beside the bundle when built. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** First argument of `new Worker(...)`; `sourceFile` is relative to the caller and ends in `.ts`. */
export function workerEntry(callerUrl: string, sourceFile: string): URL {
  if (!callerUrl.endsWith('.ts')) return new URL(`./${path.basename(sourceFile, '.ts')}.js`, callerUrl);
  // Only a development run or a test meets the sources: the thread registers the development loader itself.
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const source = JSON.stringify(new URL(sourceFile, callerUrl).href);
  const code = `import { register } from ${loader}; register(); await import(${source});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** Root folder of the installation: the checkout, or the unpacked bundle. */
export function installationRoot(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return import.meta.url.endsWith('.ts') ? path.resolve(here, '../..') : path.resolve(here, '..');
}
