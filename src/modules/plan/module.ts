/** What the plan module offers to the house. */
import { beijingInstant } from '#kernel/clock.ts';
import { yearOf } from '#kernel/day.ts';
import { defineModule, type Todo, type TodoContext } from '#kernel/module.ts';
import { loadCalendarInForce } from '#kernel/calendar/calendar-in-force.ts';
import { planCommands } from './commands.ts';
import { planPermissions } from './permissions.ts';
import { listUnitTasks } from './queries/plans.ts';
import { readImportJob } from './read-job.ts';
import { importRoutes } from './routes/imports.ts';
import { planRoutes } from './routes/plans.ts';
import { planSeeds } from './seed.ts';
import { planRefusals } from './words.ts';
