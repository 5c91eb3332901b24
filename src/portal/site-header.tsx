/** The head of every page: seal, county, view switches, doors, and the box that searches and asks. */
import type { ReactElement } from 'react';
import { portalDoors } from '#kernel/portal-offers.ts';
import { doorAddresses, homeAddress, preferencesAddress } from './addresses.ts';
import { SearchBox } from './components/search-box.tsx';
import type { SiteFrame } from './frame.ts';
import { SealMark } from './seal.tsx';
import { doorTitles } from './words.ts';

/**
 * The switches stand at the same place on every page. Size and contrast are buttons of a form, so they need no
 * script; reading aloud needs one, and its button stays hidden without it.
 */
function ViewSwitches({ frame }: { readonly frame: SiteFrame }): ReactElement {
  const isLarge = frame.preferences.size === 'large';
  const isHigh = frame.preferences.contrast === 'high';
  return (
    <form className="view-switches" method="post" action={preferencesAddress()} aria-label="显示方式">
      <input type="hidden" name="back" value={frame.here} />
      <button type="submit" name="size" value={isLarge ? 'standard' : 'large'}>
        {isLarge ? '标准字号' : '大字版'}
      </button>
      <button type="submit" name="contrast" value={isHigh ? 'standard' : 'high'}>
        {isHigh ? '标准配色' : '高对比'}
      </button>
      <button type="button" data-read-aloud="" aria-pressed="false" hidden>
        朗读
      </button>
    </form>
  );
}

export function SiteHeader(props: { readonly frame: SiteFrame; readonly withSearch: boolean }): ReactElement {
  const { frame } = props;
  return (
    <header className="site-header">
      <div className="wide site-header-brand">
        <a className="site-name" href={homeAddress()}>
          <SealMark />
          <span>
            <span className="site-county">{frame.siteName}</span>
            <span className="site-title">政务公开</span>
          </span>
        </a>
        <ViewSwitches frame={frame} />
      </div>
      <div className="wide site-header-ways">
        <nav className="doors" aria-label="主要栏目">
          {portalDoors.map((door) => (
            <a
              key={door}
              href={doorAddresses[door]()}
              aria-current={frame.door === door ? 'true' : undefined}
            >
              {doorTitles[door]}
            </a>
          ))}
        </nav>
        {props.withSearch ? <SearchBox id="site-search" question={frame.question} /> : null}
      </div>
    </header>
  );
}
