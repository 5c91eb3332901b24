/** The screens of publishing; each is fetched when it is opened. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'publishing.items': lazyScreen(async () => (await import('./items-screen.tsx')).ItemsScreen),
  'publishing.newItem': lazyScreen(async () => (await import('./new-item-screen.tsx')).NewItemScreen),
  'publishing.item': lazyScreen(async () => (await import('./item-screen.tsx')).ItemScreen),
  'publishing.deadlines': lazyScreen(
    async () => (await import('./deadlines/deadlines-screen.tsx')).DeadlinesScreen,
  ),
  'publishing.calendar': lazyScreen(
    async () => (await import('./deadlines/calendar-screen.tsx')).CalendarScreen,
  ),
  'publishing.columns': lazyScreen(async () => (await import('./columns/columns-screen.tsx')).ColumnsScreen),
  'publishing.column': lazyScreen(async () => (await import('./columns/column-screen.tsx')).ColumnScreen),
  'publishing.statutory': lazyScreen(
    async () => (await import('./columns/statutory-screen.tsx')).StatutoryScreen,
  ),
  'publishing.opennessReviews': lazyScreen(
    async () => (await import('./openness-reviews/reviews-screen.tsx')).OpennessReviewsScreen,
  ),
  'publishing.opennessReview': lazyScreen(
    async () => (await import('./openness-reviews/review-screen.tsx')).OpennessReviewScreen,
  ),
};
