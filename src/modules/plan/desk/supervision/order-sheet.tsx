/** The order as a sheet of paper; what printing leaves of the page. */
import { Fragment } from 'react';
import type { OrderSheet } from '../../words/supervision-sheet.ts';

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <>
      {lines.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text have no name and never move
        <p key={index}>{text}</p>
      ))}
    </>
  );
}

export function OrderSheetView({ sheet }: { readonly sheet: OrderSheet }) {
  return (
    <article className="order-sheet" aria-label="督办单">
      <h2>{sheet.title}</h2>
      <p className="order-sheet-number">{sheet.number}</p>
      <p className="order-sheet-to">{sheet.addressees}：</p>
      <dl>
        {sheet.rows.map(([label, lines]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              <Lines lines={lines} />
            </dd>
          </Fragment>
        ))}
      </dl>
      <div className="order-sheet-sign">
        <p>{sheet.office}</p>
        <p>{sheet.issuedOn}</p>
        <span className="order-sheet-seal">印章</span>
      </div>
      <dl className="order-sheet-receipt">
        {sheet.receipt.map(([label, lines]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              <Lines lines={lines} />
            </dd>
          </Fragment>
        ))}
      </dl>
    </article>
  );
}
