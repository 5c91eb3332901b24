/** The menu from what the server lets an officer open. Pure. */
import { type DeskGroup, deskGroups } from '#kernel/module.ts';
import type { ScreenEntry } from '../data/me.ts';

export interface MenuGroup {
  readonly group: DeskGroup;
  readonly entries: readonly ScreenEntry[];
}

/** Groups in their fixed order, screens in the order of the manifests; empty groups and details are left out. */
export function menuGroups(screens: readonly ScreenEntry[]): readonly MenuGroup[] {
  return deskGroups
    .map((group) => ({ group, entries: screens.filter((screen) => screen.inMenu && screen.group === group) }))
    .filter(({ entries }) => entries.length > 0);
}
