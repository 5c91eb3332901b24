/** Finds a Chromium for the journeys, or installs one by the platform's own means; says what to do where it cannot. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const programs = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
];

/** Browsers a Playwright of this account has downloaded. */
function listPlaywrightBrowsers() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? path.join(os.homedir(), '.cache/ms-playwright');
  if (!fs.existsSync(folder)) return [];
  const found = fs.readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  return found
    .sort()
    .reverse()
    .flatMap((name) =>
      ['chrome-linux/chrome', 'chrome-linux64/chrome'].map((inside) => path.join(folder, name, inside)),
    );
}

/** Path of an installed Chromium; `GONGKAI_CHROMIUM` names another one. */
export function findChromium() {
  const onPath = programs.flatMap((program) =>
    (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, program)),
  );
  const candidates = [process.env.GONGKAI_CHROMIUM ?? '', ...onPath, ...places, ...listPlaywrightBrowsers()];
  return candidates.find((file) => file !== '' && fs.existsSync(file));
}

/** Installs Chromium with apt-get where that is possible; returns a sentence when it is not there afterwards. */
export function installChromium() {
  if (process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get')) {
    const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
    try {
      execFileSync('apt-get', ['update', '-q'], options);
      const packages = ['chromium', 'fonts-noto-cjk'];
      execFileSync('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], options);
    } catch (error) {
      return `Chromium could not be installed with apt-get: ${error.message}`;
    }
    if (findChromium() !== undefined) return undefined;
  }
  return 'No Chromium found: install it (Debian: apt-get install chromium; macOS: brew install --cask chromium), or name one with GONGKAI_CHROMIUM, and run again.';
}
