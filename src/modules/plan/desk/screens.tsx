/** The plan module's screens; each is fetched when it is opened. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'plan.myTasks': lazyScreen(async () => (await import('./my-tasks-screen.tsx')).MyTasksScreen),
  'plan.board': lazyScreen(async () => (await import('./board/board-screen.tsx')).BoardScreen),
  'plan.imports': lazyScreen(async () => (await import('./imports-screen.tsx')).ImportsScreen),
  'plan.import': lazyScreen(async () => (await import('./review/review-screen.tsx')).ReviewScreen),
  'plan.lookBacks': lazyScreen(
    async () => (await import('./look-back/look-backs-screen.tsx')).LookBacksScreen,
  ),
  'plan.lookBack': lazyScreen(async () => (await import('./look-back/look-back-screen.tsx')).LookBackScreen),
  'plan.compare': lazyScreen(async () => (await import('./comparing/compare-screen.tsx')).CompareScreen),
  'plan.lint': lazyScreen(async () => (await import('./comparing/lint-screen.tsx')).LintScreen),
  'plan.backTest': lazyScreen(
    async () => (await import('./back-testing/back-test-screen.tsx')).BackTestScreen,
  ),
  'plan.bindings': lazyScreen(
    async () => (await import('./measuring/plan-bindings-screen.tsx')).PlanBindingsScreen,
  ),
  'plan.measures': lazyScreen(async () => (await import('./measuring/measures-screen.tsx')).MeasuresScreen),
  'plan.task': lazyScreen(async () => (await import('./task-screen.tsx')).TaskScreen),
  'plan.ledger': lazyScreen(async () => (await import('./ledger/ledger-screen.tsx')).LedgerScreen),
  'plan.report': lazyScreen(async () => (await import('./ledger/report-screen.tsx')).ReportScreen),
  'plan.unitPlans': lazyScreen(
    async () => (await import('./unit-plans/overview-screen.tsx')).UnitPlansScreen,
  ),
  'plan.unitPlan': lazyScreen(async () => (await import('./unit-plans/unit-plan-screen.tsx')).UnitPlanScreen),
  'plan.orders': lazyScreen(async () => (await import('./supervision/orders-screen.tsx')).OrdersScreen),
  'plan.ordersToEscalate': lazyScreen(
    async () => (await import('./supervision/to-escalate-screen.tsx')).ToEscalateScreen,
  ),
  'plan.issueOrders': lazyScreen(async () => (await import('./supervision/issue-screen.tsx')).IssueScreen),
  'plan.order': lazyScreen(async () => (await import('./supervision/order-screen.tsx')).OrderScreen),
  'plan.reminders': lazyScreen(
    async () => (await import('./supervision/reminders-screen.tsx')).RemindersScreen,
  ),
  'plan.guidance': lazyScreen(
    async () => (await import('./office-records/guidance-screen.tsx')).GuidanceScreen,
  ),
  'plan.practices': lazyScreen(
    async () => (await import('./office-records/practices-screen.tsx')).PracticesScreen,
  ),
  'plan.matters': lazyScreen(async () => (await import('./office-records/matters-screen.tsx')).MattersScreen),
};
