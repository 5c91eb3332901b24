/**
 * Screens as the modules hand them in: `desk/screens.tsx` of a module exports `screens`, one lazy component per id of
 * its manifest. Titles, addresses and permissions come from the server with `/me`.
 */
import type { ComponentType } from 'react';
import type { Screens } from './lazy-screen.ts';
import { MissingScreen } from './missing-screen.tsx';

const modules = import.meta.glob<{ readonly screens: Screens }>('../../modules/*/desk/screens.tsx', {
  eager: true,
});
const byId: Screens = Object.assign({}, ...Object.values(modules).map((module) => module.screens));

/** The component of a screen; one that says so for an id no module of this build knows. */
export function screenComponent(id: string): ComponentType {
  return byId[id] ?? MissingScreen;
}
