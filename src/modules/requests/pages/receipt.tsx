/** The receipt of a filing: number and query code, what it means under the law, what follows. Made to be printed. */
import type { ReactElement } from 'react';
import { instantWords } from '#kernel/day-words.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { FactList } from '#portal/components/fact-list.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { applyDiscardAddress, requestStatusAddress } from '../addresses.ts';
import type { FilingReceipt } from '../contract/portal-forms.ts';

const title = '申请已经提交';

export function ReceiptPage(props: {
  readonly frame: SiteFrame;
  readonly receipt: FilingReceipt;
}): ReactElement {
  const { number, unitName, subject, queryCode, filedAt } = props.receipt;
  return (
    <PortalPage frame={props.frame} sheet="applying.css" title={title} description="申请回执。">
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        <PageHeading
          title={title}
          lead="请抄下或者打印编号和查询码。查询码只在这里和登记回执上出现，丢了要带证件到窗口查。"
        >
          <PrintButton />
        </PageHeading>
        <dl className="receipt">
          <div>
            <dt>编号</dt>
            <dd>{number}</dd>
          </div>
          <div>
            <dt>查询码</dt>
            <dd>
              <strong>{`${queryCode.slice(0, 5)} ${queryCode.slice(5)}`}</strong>
            </dd>
          </div>
        </dl>
        <FactList
          facts={[
            { name: '答复机关', value: unitName },
            { name: '所需信息', value: subject },
            { name: '提交时间', value: instantWords(filedAt) },
          ]}
        />
        <section>
          <h2>接下来</h2>
          <ol className="plain-list">
            <li>工作人员与您确认收到申请。您提交、机关确认，双方确认之日为收到之日。</li>
            <li>答复期限从收到之日的第二天起算。申请内容要补正的，会一次性告诉您。</li>
            <li>
              随时可以<a href={requestStatusAddress()}>查询办理进度</a>
              ：看期限怎么算、取文书、补正、留言、改取得方式、撤回。
            </li>
          </ol>
          <p className="small-print">依据：《政府信息公开条例》第三十条、第三十一条第三项、第三十三条。</p>
        </section>
        <form method="post" action={applyDiscardAddress()} className="form-row no-print">
          <button type="submit">记好了，清除这台机器上的记录</button>
        </form>
      </div>
    </PortalPage>
  );
}
