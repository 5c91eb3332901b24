/** By what else a unit is found while somebody types: its other names and the initials of their pinyin. Pure. */
import { pinyin } from 'pinyin-pro';

const initialsByText = new Map<string, string>();

/** xfgj for 县发改局; letters and figures stay as they are. Remembered, because the same names are asked all day. */
export function pinyinInitials(text: string): string {
  const known = initialsByText.get(text);
  if (known !== undefined) return known;
  const initials = pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').toLowerCase();
  if (initialsByText.size > 20_000) initialsByText.clear();
  initialsByText.set(text, initials);
  return initials;
}

/** The words for a unit: other names as printed, then the initials of every name, each once. */
export function unitSearchWords(names: readonly string[], aliases: readonly string[]): string[] {
  return [...new Set([...aliases, ...[...names, ...aliases].map(pinyinInitials)])];
}
