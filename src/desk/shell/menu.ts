/** The menu from what the server lets an officer open. Pure. */
import { matchPath } from 'react-router';
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

/** The group of the screen an address belongs to, details included: `/requests/cases/7` lies in 申请. */
export function groupOfPath(screens: readonly ScreenEntry[], pathname: string): DeskGroup | undefined {
  return screens.find(({ path }) => matchPath({ path, end: true }, pathname) !== null)?.group;
}
