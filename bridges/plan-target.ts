import { join } from 'node:path';
import type { ImporterTarget } from '../output/importer/target.ts';
import { ConfigError } from '../shared/errors.ts';
import { type KnownSeries, knownSeries } from '../shared/store/known-series.ts';
import { SiteStore, storeFileName } from '../shared/store/site-store.ts';
import type { Notice } from '../shared/text.ts';
import { mssqlOut } from './destination.ts';
import { seriesOf } from './killed-run.ts';
import { messages } from './plan-messages.ts';

/** What a plan is made for where nothing was published, and nobody says what will be. */
const firstFile = 'assets.xlsx';

/** The series of a source in a copy of a store; `stateFolder` is where the store itself is. */
export async function seriesIn(copy: string, stateFolder: string, source: string): Promise<KnownSeries[]> {
  const store = await SiteStore.open(copy, join(stateFolder, storeFileName));
  try {
    return knownSeries(store, source);
  } finally {
    store.close();
  }
}

/** The published file to plan for, as `--out` of the extraction names it. Throws `ConfigError` where there are several. */
export function fileToPlan(asked: string | undefined, source: string, known: readonly KnownSeries[]): string {
  if (asked !== undefined) return asked;
  const [first, ...others] = pathsOf(known, source);
  if (first === undefined) return firstFile;
  if (others.length > 0)
    throw new ConfigError(messages.severalFiles(source, [first, ...others]), {
      hint: messages.severalFilesHint,
    });
  if (first.endsWith('.mssql')) return mssqlOut;
  return /\.(db|sqlite)$/i.test(first) ? `sqlite:${first}` : first;
}

/** What the store knows of the target; a notice where it knows of other files alone, which may mean a wrong name. */
export function formerOf(
  source: string,
  target: ImporterTarget,
  known: readonly KnownSeries[],
): { readonly former: KnownSeries | null; readonly notices: readonly Notice[] } {
  const former = known.find(({ name }) => name === seriesOf(source, target)) ?? null;
  if (former !== null || known.length === 0) return { former, notices: [] };
  const text = messages.otherFiles(target.path, pathsOf(known, source));
  return { former, notices: [{ code: 'other-files', text }] };
}

const pathsOf = (known: readonly KnownSeries[], source: string): string[] =>
  known.map(({ name }) => name.slice(source.length + 1));
