/** Shares as measures tell them. Pure. */

/** Whole per cent, rounded down: what is not complete is not shown as complete. */
export const shareOf = (part: number, whole: number) => Math.floor((part * 100) / whole);
