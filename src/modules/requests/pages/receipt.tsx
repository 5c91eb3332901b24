/** The receipt of a filing: number and query code, what follows. */
import type { ReactElement } from 'react';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { FactList } from '#portal/components/fact-list.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { requestStatusAddress } from '../addresses.ts';

export interface ReceiptPageProps {
  readonly frame: SiteFrame;
  readonly number: string;
  readonly unitName: string;
  readonly subject: string;
  readonly queryCode: string;
}

const title = '申请已经提交';

export function ReceiptPage({ frame, number, unitName, subject, queryCode }: ReceiptPageProps): ReactElement {
  return (
    <PortalPage frame={frame} title={title}>
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        <PageHeading title={title} lead="请保存或者打印本页：查询码只在这里和登记回执上出现。">
          <PrintButton />
        </PageHeading>
        <FactList
          facts={[
            { name: '编号', value: number },
            { name: '查询码', value: <strong>{`${queryCode.slice(0, 5)} ${queryCode.slice(5)}`}</strong> },
            { name: '答复机关', value: unitName },
            { name: '所需信息', value: subject },
          ]}
        />
        <p>
          工作人员将与您确认收到，双方确认之日为收到之日，答复期限从次日起算。随时可以
          <a href={requestStatusAddress()}>凭查询码查看进度</a>。
        </p>
      </div>
    </PortalPage>
  );
}
