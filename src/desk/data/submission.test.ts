/** One key for one attempt at one thing. */
import { expect, it } from 'vitest';
import { openSubmission } from './submission.ts';

it('keeps the key while the same content is sent again, and takes another for other content or after success', () => {
  let made = 0;
  const submission = openSubmission(() => {
    made += 1;
    return `key-${made}`;
  });
  expect(submission.keyFor({ title: '甲' })).toBe('key-1');
  expect(submission.keyFor({ title: '甲' })).toBe('key-1');
  expect(submission.keyFor({ title: '乙' })).toBe('key-2');
  submission.done();
  expect(submission.keyFor({ title: '乙' })).toBe('key-3');
});
