import { expect, test } from 'vitest';
import { ownAddress } from './addresses.ts';
import { readViewPreferences, viewClasses, writeViewPreferences } from './preferences.ts';

test('what is written is read again, and the usual way leaves no cookie', () => {
  for (const size of ['standard', 'large'] as const) {
    for (const contrast of ['standard', 'high'] as const) {
      const written = writeViewPreferences({ size, contrast });
      expect(readViewPreferences(written ?? undefined)).toEqual({ size, contrast });
    }
  }
  expect(writeViewPreferences({ size: 'standard', contrast: 'standard' })).toBeNull();
});

test('a cookie of somebody else’s making changes nothing', () => {
  expect(readViewPreferences('enormous.purple')).toEqual({ size: 'standard', contrast: 'standard' });
  expect(viewClasses(readViewPreferences('high"><script>'))).toBeUndefined();
});

test.each([
  ['/plans?text=申请#tasks', true],
  ['/', true],
  ['//elsewhere.example', false],
  ['/\\elsewhere.example', false],
  ['https://elsewhere.example/', false],
  ['plans', false],
  ['/plans\r\nset-cookie: a=b', false],
])('%j is an address of this site: %s', (address, isOwn) => {
  expect(ownAddress(address) === address).toBe(isOwn);
});
