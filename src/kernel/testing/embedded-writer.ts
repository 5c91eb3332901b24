/**
 * A process of its own on the embedded database of GONGKAI_DATA: makes commits and prints how often the disk was asked
 * to keep them. Run by `db/embedded.test.ts`, which counts in the database's thread.
 */
import fs from 'node:fs';
import { openEmbeddedPool } from '../db/embedded.ts';

const [, , commits = '0', countFile = ''] = process.argv;
const countSyncs = () => fs.statSync(countFile, { throwIfNoEntry: false })?.size ?? 0;

const pool = await openEmbeddedPool(process.env.GONGKAI_DATA ?? '');
await pool.query('create table if not exists note (id integer)');
const before = countSyncs();
for (let id = 0; id < Number(commits); id += 1) await pool.query('insert into note values ($1)', [id]);
process.stdout.write(JSON.stringify({ syncs: countSyncs() - before }));
await pool.end();
