/** An auditor sees what changed and nothing else. */
import { expect, it } from 'vitest';
import { changedFields } from './changed-fields.ts';

it('lists only the fields that differ', () => {
  const before = { name: '县水利局', active: true, aliases: ['水务局'] };
  const after = { name: '县水利局', active: false, aliases: ['水务局'], reason: '机构改革' };
  expect(changedFields(before, after)).toEqual([
    { name: 'active', before: 'true', after: 'false' },
    { name: 'reason', before: '（空）', after: '机构改革' },
  ]);
});

it('lists everything of a thing that was created, and bears values without fields', () => {
  expect(changedFields(null, { name: '甲' })).toEqual([{ name: 'name', before: '（空）', after: '甲' }]);
  expect(changedFields(undefined, null)).toEqual([]);
  expect(changedFields('旧', '新')).toEqual([{ name: '值', before: '旧', after: '新' }]);
});
