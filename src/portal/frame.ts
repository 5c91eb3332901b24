/** What every page of the public site needs besides its own content; loaded by routes, handed to pages as props. */
import type { App } from '#kernel/app.ts';
import { displayCookie } from '#kernel/http/cached-answers.ts';
import type { PortalDoor } from '#kernel/portal-offers.ts';
import { readViewPreferences, type ViewPreferences } from './preferences.ts';
import { noSiteMarks, readSiteMarks, type SiteMarks } from './site-marks.ts';

export interface SiteFrame {
  /** The county: 望澜县. */
  readonly siteName: string;
  readonly marks: SiteMarks;
  readonly preferences: ViewPreferences;
  /** Path and query of the page being shown, to come back to. */
  readonly here: string;
  /** What stands in the search box. */
  readonly question?: string;
  /** The door the page lies behind. */
  readonly door?: PortalDoor;
}

/** What a frame takes from the request. */
interface AskedPage {
  readonly cookies: Readonly<Record<string, string | undefined>>;
  readonly url: string;
}

/** Stands in where no county is set up yet. */
const unnamedSite = '本级政府';

/** The name of the county the site belongs to. */
export async function findSiteName(app: Pick<App, 'modules' | 'database'>): Promise<string> {
  for (const module of app.modules) {
    const name = await module.findSiteName?.(app.database.read);
    if (name !== undefined) return name;
  }
  return unnamedSite;
}

/** The frame of a requested page; `door` is the one it lies behind. */
export async function loadSiteFrame(
  input: { readonly app: Pick<App, 'modules' | 'database' | 'config'>; readonly request: AskedPage },
  door?: PortalDoor,
): Promise<SiteFrame> {
  return {
    ...siteFrameOf(await findSiteName(input.app), input.request, readSiteMarks(input.app.config)),
    ...(door === undefined ? {} : { door }),
  };
}

/** A frame that needs no database: also for pages that tell why something could not be shown. */
export function siteFrameOf(siteName: string, request: AskedPage, marks: SiteMarks = noSiteMarks): SiteFrame {
  return {
    siteName,
    marks,
    preferences: readViewPreferences(request.cookies[displayCookie]),
    here: request.url,
  };
}
