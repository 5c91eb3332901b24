/** The officers of the example county as a person finds them: the file of one-time passwords in the data folder. */
import fs from 'node:fs';
import path from 'node:path';
import { inject } from 'vitest';

export interface ExampleAccount {
  readonly account: string;
  readonly oneTimePassword: string;
  readonly name: string;
}

/** The account of the officer of this name. */
export function findExampleAccount(name: string): ExampleAccount {
  const text = fs.readFileSync(path.join(inject('dataFolder'), 'example-accounts.txt'), 'utf8');
  for (const line of text.split('\n')) {
    const [account, oneTimePassword, owner] = line.split(/\s{2,}/);
    if (account !== undefined && oneTimePassword !== undefined && owner === name) {
      return { account, oneTimePassword, name };
    }
  }
  throw new Error(`no example account of ${name}`);
}
