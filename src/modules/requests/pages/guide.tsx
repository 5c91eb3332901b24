/** 申请指南: who may ask, how, when it counts as received, by when it is answered, what it costs, what to do against it. */
import type { ReactElement } from 'react';
import type { Day } from '#kernel/day.ts';
import { type Fen, showFen } from '#kernel/money.ts';
import { doorAddresses } from '#portal/addresses.ts';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { CaptionedTable } from '#portal/components/captioned-table.tsx';
import { DerivedDate } from '#portal/components/derived-date.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { PrintButton } from '#portal/components/page-tools.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { doorTitles } from '#portal/words.ts';
import { applyAddress } from '../addresses.ts';
import type { GuideFee, GuideView } from '../queries/guide.ts';

const title = '申请指南';

function priceOf(each: Fen, unit: string): string {
  return each === 0 ? '免费' : `每${unit}${showFen(each).replace('.00元', '元')}`;
}

function rangeOf({ above, upTo }: GuideFee, unit: string): string {
  return upTo === null ? `第${above + 1}${unit}起` : `第${above + 1}至${upTo}${unit}`;
}

function FeeTable(props: {
  readonly caption: string;
  readonly fees: readonly GuideFee[];
  readonly unit: string;
}): ReactElement {
  const { unit } = props;
  return (
    <CaptionedTable
      caption={props.caption}
      rows={props.fees}
      keyOf={({ above }) => String(above)}
      columns={[
        { title: '数量', cell: (fee) => rangeOf(fee, unit), isRowHead: true },
        { title: '收费', cell: ({ each }) => priceOf(each, unit) },
      ]}
    />
  );
}

function Fees({ fees }: { readonly fees: GuideView['fees'] }): ReactElement {
  return (
    <section>
      <h2>要不要钱</h2>
      <p>
        一般不收费。只有申请的数量、频次明显超过合理范围时，才可以收取信息处理费；收费之前会书面告知依据、标准和数额。
      </p>
      {fees === null ? null : (
        <details>
          <summary>收费标准（按件、按量只选一种，不会同时收）</summary>
          <FeeTable caption="按件：同一申请人一个自然月内的申请" fees={fees.byRequest} unit="件" />
          <p>
            超过上表最后一档的，每增加{fees.step.size}件，每件再加
            {showFen(fees.step.each).replace('.00元', '元')}。
          </p>
          <FeeTable caption="按量：一件申请提供的页数（A4纸单面为一页）" fees={fees.byPages} unit="页" />
          <p className="small-print">依据：{fees.source}、《政府信息公开条例》第四十二条。</p>
        </details>
      )}
    </section>
  );
}

function Remedies({ remedies }: { readonly remedies: GuideView['remedies'] }): ReactElement {
  return (
    <section>
      <h2>对答复不满意怎么办</h2>
      {remedies === null ? null : (
        <ul className="plain-list">
          {remedies.reviewFirst ? (
            <li>
              决定不予公开、部分不予公开，或者逾期没有答复的：先申请行政复议（知道之日起{remedies.reviewDays}
              日内），对复议决定不服的，收到复议决定书之日起{remedies.suitAfterReviewDays}日内提起行政诉讼。
            </li>
          ) : null}
          <li>
            对其他答复不服的：可以在{remedies.reviewDays}日内申请行政复议，也可以在{remedies.suitMonths}
            个月内直接提起行政诉讼。
          </li>
          <li>认为没有依法公开的，还可以向上一级行政机关或者政府信息公开工作主管部门投诉、举报。</li>
        </ul>
      )}
      <p>受理复议的机关和管辖的法院，写在每份答复书的末尾。</p>
      <p className="small-print">
        依据：《政府信息公开条例》第四十七条、第五十一条{remedies?.articles.map((article) => `，${article}`)}
        。
      </p>
    </section>
  );
}

export function GuidePage(props: {
  readonly frame: SiteFrame;
  readonly guide: GuideView;
  readonly today: Day;
}): ReactElement {
  const { frame, guide, today } = props;
  return (
    <PortalPage
      frame={frame}
      sheet="applying.css"
      title={title}
      description="申请公开政府信息：谁可以申请、怎么申请、多久答复、要不要钱、不满意怎么办。"
    >
      <Breadcrumb steps={[{ title: doorTitles.requests, address: doorAddresses.requests() }]} here={title} />
      <div className="text-column">
        <PageHeading title={title} lead="想要的政府信息没有公开，您可以申请。不收申请费，也不用说明用途。">
          <a className="button primary" href={applyAddress()}>
            网上申请
          </a>
          <PrintButton />
        </PageHeading>
        <section>
          <h2>谁可以申请</h2>
          <p>公民、法人和其他组织都可以，向制作或者保存该信息的行政机关提出。</p>
        </section>
        <section>
          <h2>申请要写明什么</h2>
          <ol className="plain-list">
            <li>您的姓名或者名称、身份证明、联系方式。</li>
            <li>所需信息的名称、文号，或者便于查找的其他特征。</li>
            <li>希望以什么形式取得，怎么送给您。</li>
          </ol>
          <p>不需要写申请用途。内容不够明确的，行政机关会一次性告诉您要补正什么。</p>
        </section>
        <section>
          <h2>怎么提出，哪天算收到</h2>
          <p>
            可以在本站填写，也可以当面提交、邮寄、传真。书写确有困难的，可以口头提出，由工作人员代为填写并念给您核对。
          </p>
          <CaptionedTable
            caption="收到之日（答复期限从第二天起算）"
            rows={guide.receipt}
            keyOf={({ way }) => way}
            columns={[
              { title: '方式', cell: ({ way }) => way, isRowHead: true },
              { title: '哪天算收到', cell: ({ counts }) => counts },
            ]}
          />
          <p className="small-print">依据：《政府信息公开条例》第二十九条、第三十一条。</p>
        </section>
        <section>
          <h2>多久答复</h2>
          {guide.example === null ? null : (
            <>
              <p>今天收到的申请，不延长、不征求他人意见的，最迟答复到：</p>
              <DerivedDate derived={guide.example} today={today} />
            </>
          )}
          <ul className="plain-list">
            {guide.periods.map((period) => (
              <li key={period.title}>
                <strong>{period.title}：</strong>
                {period.says}。<a href={period.address}>怎么算</a>
                <small>（{period.article}）</small>
              </li>
            ))}
            <li>
              需要延长的，经政府信息公开工作机构负责人同意并告知您，最多再延长20个工作日。等待第三方和其他机关意见的时间不计入。
            </li>
          </ul>
        </section>
        <Fees fees={guide.fees} />
        <Remedies remedies={guide.remedies} />
      </div>
    </PortalPage>
  );
}
