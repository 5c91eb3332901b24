/** The screens of the outlets, by the ids of the manifest. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'outlets.list': lazyScreen(async () => (await import('./outlets-screen.tsx')).OutletsScreen),
  'outlets.deliveries': lazyScreen(async () => (await import('./deliveries-screen.tsx')).DeliveriesScreen),
  'outlets.delivery': lazyScreen(async () => (await import('./delivery-screen.tsx')).DeliveryScreen),
};
