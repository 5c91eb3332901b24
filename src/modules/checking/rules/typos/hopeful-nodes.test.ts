import { expect, it } from 'vitest';
import { HopefulLists } from './hopeful-nodes.ts';

/** A list of every pair: its first number down to 1, each as hopeful as it is large. */
function countingLists(made: string[] = []) {
  return new HopefulLists((first, second, list) => {
    made.push(`${first} ${second}`);
    for (let node = 1; node <= first; node++) list.put(node, node, second);
    list.put(99, Number.NEGATIVE_INFINITY, 0);
  });
}

function read(lists: HopefulLists, first: number, second: number) {
  lists.seek(first, second);
  return Array.from(lists.nodes.subarray(lists.from, lists.to));
}

it('gives the most hopeful first and leaves out what has no hope', () => {
  expect(read(countingLists(), 3, 7)).toEqual([3, 2, 1]);
  expect(read(countingLists(), 0, 7)).toEqual([]);
});

it('works each list out once, however many others come between', () => {
  const made: string[] = [];
  const lists = countingLists(made);
  const pairs = Array.from({ length: 40_000 }, (_, index) => [index % 5, index] as const);
  for (const [first, second] of pairs) lists.seek(first, second);
  for (const [first, second] of [...pairs].reverse().slice(0, 500))
    expect(read(lists, first, second)).toEqual([4, 3, 2, 1].slice(4 - first));
  expect(made.length).toBe(pairs.length);
});

it('gives back what it remembered once that is much', () => {
  const made: string[] = [];
  const lists = countingLists(made);
  const fill = (times: number) => {
    for (let second = 0; second < times; second++) lists.seek(40, second);
    lists.forgetWhenLarge();
  };
  fill(100);
  expect(read(lists, 40, 5).length).toBe(40);
  expect(made.length).toBe(100);
  fill(30_000);
  expect(read(lists, 40, 5).length).toBe(40);
  expect(made.length).toBe(30_001);
});
