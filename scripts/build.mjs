/**
 * Builds what an installation runs: server, command line and worker threads flat in `dist/`, the desk in `dist/desk`,
 * the files of the public site in `dist/portal`. Each part only when its sources changed; never in an unpacked bundle,
 * which has no sources.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const dist = path.join(root, 'dist');

/** Files below these paths that decide what is built, in a fixed order; tests are not built. */
function listSources(places) {
  const files = [];
  for (const place of places) {
    const full = path.join(root, place);
    if (!fs.existsSync(full)) continue;
    if (fs.statSync(full).isFile()) files.push(full);
    else {
      const entries = fs.readdirSync(full, { recursive: true, withFileTypes: true });
      files.push(
        ...entries
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)),
      );
    }
  }
  return files.filter((file) => !/\.test\.tsx?$/.test(file)).sort();
}

/** Changes when a file was added, removed or written, or the way of building changed. */
function fingerprintOf(places) {
  const hash = createHash('sha256');
  for (const file of listSources([...places, 'package-lock.json', 'scripts/build.mjs'])) {
    const { size, mtimeMs } = fs.statSync(file);
    hash.update(`${path.relative(root, file)} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function noteFile(part) {
  return path.join(dist, `.${part}.json`);
}

function readNote(part) {
  try {
    return JSON.parse(fs.readFileSync(noteFile(part), 'utf8'));
  } catch {
    return {};
  }
}

/** Runs `build` when the sources of the part changed since it was built; returns whether it did. */
async function buildPartIfStale(part, places, build) {
  const fingerprint = fingerprintOf(places);
  const note = readNote(part);
  if (note.fingerprint === fingerprint) return false;
  fs.mkdirSync(dist, { recursive: true });
  fs.rmSync(noteFile(part), { force: true });
  const outputs = await build(note.outputs ?? []);
  fs.writeFileSync(noteFile(part), JSON.stringify({ fingerprint, outputs }));
  return true;
}

/** Entries by name: the command line, the server, and every file of a worker thread. */
function serverEntries() {
  const sources = listSources(['src']).filter((file) =>
    /[/\\]src[/\\](cli|server)\.ts$|-worker\.ts$/.test(file),
  );
  const entries = sources.map((file) => [path.basename(file, '.ts'), file]);
  const names = new Set(entries.map(([name]) => name));
  if (names.size !== entries.length)
    throw new Error('two worker files have the same name; they lie flat in dist/');
  return Object.fromEntries(entries);
}

/** Small packages that every command loads: inside the bundle they cost a third of the time. */
const bundledPackages = ['drizzle-orm', 'uuid', 'zod'];

/** Everything else stays a package of its own: native code, files beside the code, or loaded only when needed. */
function listExternalPackages() {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  const names = Object.keys(dependencies).filter((name) => !bundledPackages.includes(name));
  return names.flatMap((name) => [name, `${name}/*`]);
}

async function buildServer(previousOutputs) {
  const { build } = await import('esbuild');
  const { metafile } = await build({
    entryPoints: serverEntries(),
    outdir: dist,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: listExternalPackages(),
    define: { 'process.env.NODE_ENV': '"production"' },
    minifySyntax: true,
    chunkNames: 'chunk-[hash]',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
  const outputs = Object.keys(metafile.outputs).map((file) => path.basename(file));
  // A server that still runs the build before this one may yet load its chunks; those of older builds go.
  const kept = new Set([...outputs, ...previousOutputs]);
  for (const file of fs.readdirSync(dist)) {
    if (/\.js(\.map)?$/.test(file) && !kept.has(file)) fs.rmSync(path.join(dist, file));
  }
  fs.writeFileSync(path.join(dist, 'metafile.json'), JSON.stringify(metafile));
  return outputs;
}

async function buildDesk() {
  const { build } = await import('vite');
  const configFile = path.join(root, 'vite.config.ts');
  await build({ root: path.join(root, 'src/desk'), configFile, logLevel: 'warn' });
  return [];
}

async function copyPortalFiles() {
  const source = path.join(root, 'src/portal/assets');
  fs.rmSync(path.join(dist, 'portal'), { recursive: true, force: true });
  if (fs.existsSync(source)) fs.cpSync(source, path.join(dist, 'portal'), { recursive: true });
  return [];
}

const lock = path.join(dist, '.lock');
/** No build takes this long; a lock older than that was left by a killed one. */
const longestBuild = 180_000;

/** Lets one process build at a time: the server and a command may be started together. */
async function holdingLock(work) {
  fs.mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      fs.mkdirSync(lock);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const age = Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > longestBuild) fs.rmSync(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    await work();
  } finally {
    fs.rmSync(lock, { recursive: true, force: true });
  }
}

/** Builds what is stale. `parts`: `server`, `desk`, `portal`. `say` is told before slow steps. */
export async function buildIfStale(parts, say = () => {}) {
  if (!fs.existsSync(path.join(root, 'src'))) return;
  const recipes = {
    server: { places: ['src', 'seed'], build: buildServer },
    portal: { places: ['src/portal/assets'], build: copyPortalFiles },
    desk: {
      places: ['src/desk', 'src/modules', 'src/kernel', 'docs', 'vite.config.ts'],
      build() {
        say('正在构建工作台…');
        return buildDesk();
      },
    },
  };
  const isStale = (part) => readNote(part).fingerprint !== fingerprintOf(recipes[part].places);
  if (!parts.some(isStale)) return;
  await holdingLock(async () => {
    for (const part of parts) await buildPartIfStale(part, recipes[part].places, recipes[part].build);
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildIfStale(['server', 'portal', 'desk'], (line) => process.stderr.write(`${line}\n`));
}
