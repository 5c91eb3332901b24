/** The register's screens, by the ids of its manifest. */
import { lazyScreen, type Screens } from '#desk/shell/lazy-screen.ts';

export const screens: Screens = {
  'organisation.units': lazyScreen(async () => (await import('./units-screen.tsx')).UnitsScreen),
  'organisation.unit': lazyScreen(async () => (await import('./unit-screen.tsx')).UnitScreen),
  'organisation.collectives': lazyScreen(
    async () => (await import('./collectives-screen.tsx')).CollectivesScreen,
  ),
  'organisation.issuingCodes': lazyScreen(
    async () => (await import('./issuing-codes-screen.tsx')).IssuingCodesScreen,
  ),
  'organisation.officers': lazyScreen(async () => (await import('./officers-screen.tsx')).OfficersScreen),
  'organisation.liaisons': lazyScreen(
    async () => (await import('./liaison/liaisons-screen.tsx')).LiaisonsScreen,
  ),
  'organisation.liaison': lazyScreen(
    async () => (await import('./liaison/liaison-screen.tsx')).LiaisonScreen,
  ),
  'organisation.handover': lazyScreen(
    async () => (await import('./liaison/handover-screen.tsx')).HandoverScreen,
  ),
  'organisation.meetings': lazyScreen(
    async () => (await import('./meetings/meetings-screen.tsx')).MeetingsScreen,
  ),
  'organisation.meeting': lazyScreen(
    async () => (await import('./meetings/meeting-screen.tsx')).MeetingScreen,
  ),
  'organisation.trainings': lazyScreen(
    async () => (await import('./trainings/trainings-screen.tsx')).TrainingsScreen,
  ),
  'organisation.training': lazyScreen(
    async () => (await import('./trainings/training-screen.tsx')).TrainingScreen,
  ),
  'organisation.safeguards': lazyScreen(
    async () => (await import('./safeguards/safeguards-screen.tsx')).SafeguardsScreen,
  ),
};
