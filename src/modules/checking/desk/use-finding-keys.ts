/** Keys of the checks: n and p walk the findings, a applies a suggestion; while somebody types, with Alt and the arrows. */
import { useEffect, useRef } from 'react';
import type { FindingView } from '../contract.ts';
import { keyOfFinding } from './text-segments.ts';

interface FindingKeys {
  readonly findings: readonly FindingView[];
  readonly openKey: string | undefined;
  readonly onOpen: (key: string) => void;
  readonly onApply: ((finding: FindingView) => void) | undefined;
}

type FindingStep = 'next' | 'previous' | 'apply';

const plainKeys: Readonly<Record<string, FindingStep>> = { n: 'next', p: 'previous', a: 'apply' };
const typingKeys: Readonly<Record<string, FindingStep>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Enter: 'apply',
};

function stepOf(event: KeyboardEvent): FindingStep | undefined {
  if (event.ctrlKey || event.metaKey || event.isComposing) return undefined;
  if (event.altKey) return typingKeys[event.key];
  const isTyping =
    event.target instanceof Element &&
    event.target.closest('input, textarea, [role="dialog"], [role="combobox"]') !== null;
  return isTyping ? undefined : plainKeys[event.key];
}

export function useFindingKeys(keys: FindingKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const step = stepOf(event);
      const { findings, openKey, onOpen, onApply } = latest.current;
      if (step === undefined || findings.length === 0) return;
      const at = findings.findIndex((finding) => keyOfFinding(finding) === openKey);
      const open = findings[at];
      if (step === 'apply') {
        if (open === undefined || open.suggestion === null || onApply === undefined) return;
        event.preventDefault();
        onApply(open);
        return;
      }
      event.preventDefault();
      const beside = step === 'next' ? at + 1 : at < 0 ? findings.length - 1 : at - 1;
      const next = findings[(beside + findings.length) % findings.length];
      if (next !== undefined) onOpen(keyOfFinding(next));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
