/** How a visitor wants the site shown: kept in one cookie, turned into classes of the document. Pure. */

/** A year: somebody who needs large letters today needs them next month. */
export const preferenceSeconds = 365 * 86_400;

export const textSizes = ['standard', 'large'] as const;
export const contrasts = ['standard', 'high'] as const;

export interface ViewPreferences {
  readonly size: (typeof textSizes)[number];
  readonly contrast: (typeof contrasts)[number];
}

/** Reads the cookie; whatever it does not say is as usual. */
export function readViewPreferences(cookie: string | undefined): ViewPreferences {
  const words = (cookie ?? '').split('.');
  return {
    size: words.includes('large') ? 'large' : 'standard',
    contrast: words.includes('high') ? 'high' : 'standard',
  };
}

/** The cookie's value; null when everything is as usual, so that the visitor is served the kept pages again. */
export function writeViewPreferences(preferences: ViewPreferences): string | null {
  const words = [preferences.size, preferences.contrast].filter((word) => word !== 'standard');
  return words.length === 0 ? null : words.join('.');
}

/** Classes of the `html` element. */
export function viewClasses(preferences: ViewPreferences): string | undefined {
  const classes = [
    ...(preferences.size === 'large' ? ['elder'] : []),
    ...(preferences.contrast === 'high' ? ['contrast'] : []),
  ];
  return classes.length === 0 ? undefined : classes.join(' ');
}
