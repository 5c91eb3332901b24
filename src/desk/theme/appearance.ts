/**
 * Light or dark: the officer's choice on this device, or what the device prefers. Writes the palette as CSS variables
 * and tells React; nothing else in the desk knows which one is on.
 */
import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '../data/stored.ts';
import { darkPalette, lightPalette, type Palette, sansFonts, serifFonts } from './tokens.ts';

export type AppearanceChoice = 'light' | 'dark' | 'system';

const storedAs = 'appearance';
const listeners = new Set<() => void>();
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
let choice: AppearanceChoice = readChoice();

function readChoice(): AppearanceChoice {
  const stored = readStored(storedAs);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function isDark(): boolean {
  return choice === 'dark' || (choice === 'system' && prefersDark.matches);
}

/** Writes the palette in force to the document; once at the start and after every change. */
export function applyAppearance(): void {
  const palette: Palette = isDark() ? darkPalette : lightPalette;
  const { style } = document.documentElement;
  for (const [name, colour] of Object.entries(palette)) style.setProperty(`--${kebab(name)}`, colour);
  style.setProperty('--sans', sansFonts);
  style.setProperty('--serif', serifFonts);
  style.setProperty('color-scheme', isDark() ? 'dark' : 'light');
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/(\d)/, '-$1');
}

export function chooseAppearance(next: AppearanceChoice): void {
  choice = next;
  writeStored(storedAs, next === 'system' ? null : next);
  announce();
}

function announce(): void {
  applyAppearance();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  prefersDark.addEventListener('change', announce);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) prefersDark.removeEventListener('change', announce);
  };
}

/** Whether the dark palette is on. */
export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark);
}

/** What the officer chose. */
export function useAppearanceChoice(): AppearanceChoice {
  return useSyncExternalStore(subscribe, () => choice);
}
