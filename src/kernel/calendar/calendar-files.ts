/** Reads the calendar years that ship with the platform (`data/calendars/YYYY.json`); the only file access of this folder. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type HolidayYear, holidayYearSchema } from './holiday-year.ts';

/** The years found in `folder`, earliest first. Throws when a file is not a holiday year or is named after another one. */
export async function readHolidayYearFiles(folder: string): Promise<readonly HolidayYear[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}\.json$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const year = holidayYearSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
      if (`${year.year}.json` !== name)
        throw new RangeError(`calendar file ${name} holds the year ${year.year}`);
      return year;
    }),
  );
}
