/** The page behind a door: the rooms that are there, and calmly what is still to come. */
import type { ReactElement } from 'react';
import type { PortalDoor, PortalEntry } from '#kernel/portal-offers.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { TitleList } from '#portal/components/title-list.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { type ComingRoom, comingBasis, comingRooms, doorLeads } from '../words.ts';

function Coming({ room }: { readonly room: ComingRoom }): ReactElement {
  return (
    <section className="coming-room">
      <h3>{room.title}</h3>
      <p>{room.will}</p>
      <h4>现在可以怎么办</h4>
      {room.today.length === 1 ? (
        <p>{room.today[0]}</p>
      ) : (
        <ol>
          {room.today.map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

export function DoorPage(props: {
  readonly frame: SiteFrame;
  readonly door: PortalDoor;
  readonly entries: readonly PortalEntry[];
}): ReactElement {
  const { frame, door, entries } = props;
  const title = doorTitles[door];
  const basis = comingBasis[door];
  return (
    <PortalPage frame={frame} title={title} description={doorLeads[door]}>
      <Breadcrumb steps={[]} here={title} />
      <div className="text-column">
        <PageHeading title={title} lead={doorLeads[door]} />
        {entries.length === 0 ? null : (
          <TitleList
            rows={entries.map((entry) => ({
              address: entry.address,
              title: entry.title,
              excerpt: entry.description,
            }))}
          />
        )}
        {comingRooms[door].length === 0 ? null : (
          <section>
            <h2>正在准备的内容</h2>
            {comingRooms[door].map((room) => (
              <Coming key={room.title} room={room} />
            ))}
            {basis === undefined ? null : <p className="small-print">依据：{basis}。</p>}
          </section>
        )}
      </div>
    </PortalPage>
  );
}
