/** The four standings with the mark and word that carry them besides the colour. */

export const standings = ['met', 'failing', 'notYetDue', 'cannotTell'] as const;
export type StandingName = (typeof standings)[number];

export const standingMarks: Readonly<
  Record<StandingName, { readonly mark: string; readonly word: string; readonly colour: string }>
> = {
  met: { mark: '●', word: '达标', colour: 'var(--met)' },
  failing: { mark: '▲', word: '未达标', colour: 'var(--failing)' },
  notYetDue: { mark: '○', word: '未到期', colour: 'var(--not-yet-due)' },
  cannotTell: { mark: '◇', word: '无法判定', colour: 'var(--cannot-tell)' },
};
