/** Before filing: what is already public about it. Whoever finds it is spared a request; everybody else goes on to the form. */
import type { ReactElement } from 'react';
import type { Day } from '#kernel/day.ts';
import type { MarkedPiece } from '#kernel/search/mark-words.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { TextField } from '#portal/components/form-fields.tsx';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { TitleList } from '#portal/components/title-list.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { applyAddress, applyFoundAddress, requestFormAddress, requestGuideAddress } from '../addresses.ts';

/** Something public that may be what is wanted. */
export interface AlreadyPublic {
  readonly address: string;
  readonly title: readonly MarkedPiece[];
  readonly excerpt: readonly MarkedPiece[];
  readonly kindTitle: string;
  readonly unitName: string | null;
  readonly day: Day | null;
}

const title = '申请公开政府信息';

function pieces(text: readonly MarkedPiece[]): ReactElement[] {
  let place = 0;
  return text.map(({ text: piece, isHit }) => {
    place += piece.length;
    return isHit ? <mark key={place}>{piece}</mark> : <span key={place}>{piece}</span>;
  });
}

function Found({ found }: { readonly found: readonly AlreadyPublic[] }): ReactElement {
  return (
    <>
      <h2>您要找的可能已经公开</h2>
      <TitleList
        rows={found.map((one) => ({
          address: one.address,
          title: <>{pieces(one.title)}</>,
          excerpt: <>{pieces(one.excerpt)}</>,
          notes: [one.kindTitle, ...(one.unitName === null ? [] : [one.unitName])],
          ...(one.day === null ? {} : { day: one.day }),
        }))}
      />
      <form method="post" action={applyFoundAddress()} className="form-row">
        <button type="submit">已经找到，不用申请</button>
      </form>
    </>
  );
}

export function SearchFirstPage(props: {
  readonly frame: SiteFrame;
  readonly asked: string;
  /** Null before anything was asked. */
  readonly found: readonly AlreadyPublic[] | null;
}): ReactElement {
  const { frame, asked, found } = props;
  return (
    <PortalPage
      frame={frame}
      sheet="applying.css"
      title={title}
      description="申请之前先找一找：您要的信息可能已经公开。"
    >
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        <PageHeading
          title={title}
          lead={
            <>
              先用几个字说说您要什么信息。已经公开的，马上就能看到，不用等答复。
              <a href={requestGuideAddress()}>申请指南</a>
            </>
          }
        />
        <form action={applyAddress()} className="stacked-form">
          <TextField
            name="q"
            title="您要什么信息"
            typed={asked}
            longest={100}
            hint="例如：2025年学校建设资金"
          />
          <button type="submit" className={found === null ? 'primary' : undefined}>
            找一找
          </button>
        </form>
        {found === null ? null : (
          <section aria-label="已经公开的信息">
            {found.length === 0 ? (
              <NothingHere title="没有找到已经公开的信息">
                <p>换个说法再找一次，或者直接填写申请。</p>
              </NothingHere>
            ) : (
              <Found found={found} />
            )}
          </section>
        )}
        <p className="form-row">
          <a
            className={found === null ? 'button' : 'button primary'}
            href={requestFormAddress(asked === '' ? {} : { subject: asked })}
          >
            {found === null ? '已经找过，直接填写申请' : '没有找到，填写申请'}
          </a>
        </p>
      </div>
    </PortalPage>
  );
}

export function FoundPage({ frame }: { readonly frame: SiteFrame }): ReactElement {
  return (
    <PortalPage frame={frame} sheet="applying.css" title="已经找到" description="信息已经公开，不用申请。">
      <Breadcrumb
        steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]}
        here="已经找到"
      />
      <div className="text-column">
        <PageHeading
          title="找到了就好"
          lead="您省去了一次申请，我们没有留下任何与您有关的记录，只记了一个数。"
        />
        <p>
          <a href={applyAddress()}>再找别的信息</a>
        </p>
      </div>
    </PortalPage>
  );
}
