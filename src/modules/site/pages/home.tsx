/** The first page: the box, this year's plan as a strip of marks, what changed, the doors. */
import type { ReactElement } from 'react';
import {
  type HomeChange,
  type HomeStrip,
  portalDoors,
  type StateMark,
  stateMarks,
} from '#kernel/portal-offers.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { SearchBox } from '#portal/components/search-box.tsx';
import { MarkSign } from '#portal/components/standing-mark.tsx';
import { TitleList } from '#portal/components/title-list.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { siteData } from '#portal/structured-data.ts';
import { doorTitles } from '#portal/words.ts';
import { doorLeads } from '../words.ts';

function StripLegend({ strip }: { readonly strip: HomeStrip }): ReactElement {
  const countOf = (mark: StateMark) => strip.marks.filter((one) => one.mark === mark).length;
  return (
    <ul className="strip-legend">
      {stateMarks.map((mark) => (
        <li key={mark} className={`standing ${mark}`}>
          <MarkSign mark={mark} />
          {strip.words[mark]}
          <b>{countOf(mark)}</b>
        </li>
      ))}
    </ul>
  );
}

function Strip({ strip }: { readonly strip: HomeStrip }): ReactElement {
  return (
    <section className="strip-card" aria-label={strip.title}>
      <div className="strip-head">
        <h2>
          <a href={strip.address}>{strip.title}</a>
        </h2>
        <StripLegend strip={strip} />
      </div>
      <ol className="strip">
        {strip.marks.map((mark) => (
          <li key={mark.address}>
            <a href={mark.address} title={mark.label}>
              <MarkSign mark={mark.mark} />
              <span className="unseen">{mark.label}</span>
            </a>
          </li>
        ))}
      </ol>
      <p className="strip-foot">
        共{strip.marks.length}项，一个记号是一项任务，点开看由谁负责、何时完成。
        <a href={strip.address}>{strip.invitation}</a>
      </p>
    </section>
  );
}

function Changes({ changes }: { readonly changes: readonly HomeChange[] }): ReactElement {
  return (
    <section className="home-changes" aria-labelledby="changes">
      <h2 id="changes">最近更新</h2>
      {changes.length === 0 ? (
        <NothingHere title="还没有更新">
          <p>公布或者修改的内容会按日期列在这里。</p>
        </NothingHere>
      ) : (
        <TitleList
          rows={changes.map((change) => ({
            address: change.address,
            title: change.title,
            day: change.day,
            notes: [change.event],
          }))}
        />
      )}
    </section>
  );
}

function Doors(): ReactElement {
  return (
    <section className="home-doors" aria-labelledby="doors">
      <h2 id="doors">从这里开始</h2>
      <ul>
        {portalDoors.map((door) => (
          <li key={door}>
            <a href={doorAddresses[door]()}>{doorTitles[door]}</a>
            <p>{doorLeads[door]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function HomePage(props: {
  readonly frame: SiteFrame;
  readonly strips: readonly HomeStrip[];
  /** Newest first. */
  readonly changes: readonly HomeChange[];
}): ReactElement {
  const { frame, strips, changes } = props;
  return (
    <PortalPage
      frame={frame}
      title={`${frame.siteName}政务公开`}
      description={`${frame.siteName}政务公开：查文件、问政策、办申请，看全年公开任务办到哪一步。`}
      searchInHeader={false}
      data={siteData(frame)}
    >
      <div className="home">
        <h1 className="unseen">{frame.siteName}政务公开</h1>
        <SearchBox id="question" isLarge />
        {strips.length === 0 ? (
          <NothingHere title="今年的任务分解表还没有公布">
            <p>公布后，每一项任务由谁负责、何时完成、现在怎样，会在这里一目了然。</p>
          </NothingHere>
        ) : (
          strips.map((strip) => <Strip key={strip.address} strip={strip} />)
        )}
        <div className="home-halves">
          <Changes changes={changes} />
          <Doors />
        </div>
      </div>
    </PortalPage>
  );
}
