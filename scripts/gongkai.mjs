#!/usr/bin/env node
/** The command `gongkai`: builds the command line when it is stale, then runs it in this process. */
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { buildIfStale, root } from './build.mjs';
import { checkNodeVersion, ensureDependencies } from './dependencies.mjs';

checkNodeVersion();
ensureDependencies();
await buildIfStale(['server']);
// React draws several times slower without it.
process.env.NODE_ENV ??= 'production';
await import(pathToFileURL(`${root}/dist/cli.js`).href);
