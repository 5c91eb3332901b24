/** The plans of the county by year. */
import type { ReactElement } from 'react';
import { Breadcrumb } from '#portal/components/breadcrumb.tsx';
import { NothingHere } from '#portal/components/nothing-here.tsx';
import { PageHeading } from '#portal/components/page-heading.tsx';
import { TitleList } from '#portal/components/title-list.tsx';
import type { SiteFrame } from '#portal/frame.ts';
import { PortalPage } from '#portal/layout.tsx';
import { planAddress } from '../addresses.ts';
import type { PlanSummary } from '../contract/tasks.ts';
import { planListCrumbs } from './plan.tsx';

const title = '年度任务分解表';

export function PlanListPage(props: {
  readonly frame: SiteFrame;
  /** Newest first. */
  readonly plans: readonly PlanSummary[];
}): ReactElement {
  const { frame, plans } = props;
  const years = [...new Set(plans.map((plan) => plan.year))];
  return (
    <PortalPage
      frame={frame}
      title={title}
      description={`${frame.siteName}历年政务公开工作要点和任务分解表。`}
    >
      <Breadcrumb steps={planListCrumbs.slice(0, 1)} here={title} />
      <div className="text-column">
        <PageHeading
          title={title}
          lead="每年的政务公开工作要点分解成哪些任务，由谁负责，何时完成，现在怎样。"
        />
        {plans.length === 0 ? (
          <NothingHere title="还没有公布任务分解表">
            <p>任务分解表印发并录入后会按年份列在这里。</p>
          </NothingHere>
        ) : null}
        {years.map((year) => (
          <section key={year}>
            <h2>{year}年</h2>
            <TitleList
              rows={plans
                .filter((plan) => plan.year === year)
                .map((plan) => ({
                  address: planAddress({ planId: plan.id }),
                  title: plan.title,
                  notes: [
                    ...(plan.docNumber === null ? [] : [plan.docNumber]),
                    `${plan.taskCount}项任务`,
                    `${plan.unitCount}个单位`,
                  ],
                  ...(plan.issuedOn === null ? {} : { day: plan.issuedOn }),
                }))}
            />
          </section>
        ))}
      </div>
    </PortalPage>
  );
}
