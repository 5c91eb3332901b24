import { describe, expect, it } from 'vitest';
import { testCommandInput } from '#kernel/testing/command-input.ts';
import { checkTextCommand } from './check-command.ts';

describe('gongkai check text', () => {
  it('finds nothing in a clean text and ends with 0', async () => {
    const output = await checkTextCommand.run(
      testCommandInput({ operands: ['a.txt'], files: { 'a.txt': '望澜县今天公开了一批信息。\n' } }),
    );
    expect(output).toMatchObject({ exitCode: 0, data: [], text: 'a.txt：没有发现问题' });
  });

  it.each([
    ['a day that is none', { day: '2026-02-30' }],
    ['an unknown class', { class: 'typos' }],
  ])('refuses %s as wrong use', async (_what, options) => {
    const input = testCommandInput({ operands: ['a.txt'], files: { 'a.txt': '好' }, options });
    await expect(checkTextCommand.run(input)).rejects.toMatchObject({ code: 'cli.badUse' });
  });
});
