/** Checks a text while it is typed: a moment after the last key, the request before given up, marks moving along meanwhile. */
import { useEffect, useMemo, useRef, useState } from 'react';
import { type ApiNo, noOf } from '#desk/data/answer.ts';
import { callApi } from '#desk/data/call-api.ts';
import { type CheckedText, type FindingView, longestLiveText } from '../contract.ts';
import { carryFindings } from '../rules/carry-findings.ts';

/** Milliseconds of rest before a text is sent. */
const restBeforeCheck = 400;

export interface CheckChoice {
  /** `YYYY-MM-DD` or empty. */
  readonly day: string;
  readonly isPublishedList: boolean;
}

export interface LiveCheck {
  /** Where they stand in the text as it is now. */
  readonly findings: readonly FindingView[];
  /** The findings are those of this very text. */
  readonly isCurrent: boolean;
  readonly error: ApiNo | undefined;
  readonly retry: () => void;
}

interface Checked {
  readonly asked: string;
  readonly text: string;
  readonly findings: readonly FindingView[];
}

const unchecked: Checked = { asked: '', text: '', findings: [] };

export function useLiveCheck(
  text: string,
  { day, isPublishedList }: CheckChoice,
  unitId: string | undefined,
): LiveCheck {
  const [checked, setChecked] = useState<Checked>(unchecked);
  const [error, setError] = useState<ApiNo>();
  const [tries, setTries] = useState(0);
  const running = useRef<AbortController>(undefined);
  const asked = JSON.stringify([text, day, isPublishedList, unitId, tries]);
  useEffect(() => {
    running.current?.abort();
    setError(undefined);
    if (text.trim() === '' || text.length > longestLiveText) return;
    const controller = new AbortController();
    running.current = controller;
    const timer = setTimeout(() => {
      callApi<CheckedText>({
        method: 'POST',
        path: '/checks/text',
        body: { unitId, text, day: day === '' ? null : day, isPublishedList },
        signal: controller.signal,
      }).then(
        ({ findings }) => setChecked({ asked, text, findings }),
        (problem: unknown) => {
          const no = noOf(problem);
          if (no.kind !== 'cancelled' && !controller.signal.aborted) setError(no);
        },
      );
    }, restBeforeCheck);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text, day, isPublishedList, unitId, asked]);
  const findings = useMemo(() => carryFindings(checked.findings, checked.text, text), [checked, text]);
  return {
    findings: text.trim() === '' ? [] : findings,
    isCurrent: checked.asked === asked || text.trim() === '',
    error,
    retry: () => setTries(tries + 1),
  };
}
