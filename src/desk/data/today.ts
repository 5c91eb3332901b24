/** Today in Beijing, as this machine knows it; for what is shown, never for what is decided. */
import { useEffect, useState } from 'react';
import { beijingDayOf, systemClock } from '#kernel/clock.ts';
import type { Day } from '#kernel/day.ts';

const checkEveryMs = 60_000;

/** The day; changes at midnight while a screen stays open. */
export function useToday(): Day {
  const [today, setToday] = useState(() => beijingDayOf(systemClock.now()));
  useEffect(() => {
    const timer = setInterval(() => setToday(beijingDayOf(systemClock.now())), checkEveryMs);
    return () => clearInterval(timer);
  }, []);
  return today;
}
