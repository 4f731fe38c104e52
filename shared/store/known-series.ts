import type { SiteStore } from './site-store.ts';

/** A file that a source has published before. */
export interface KnownSeries {
  /** Source and path, as the store names the series. */
  readonly name: string;
  /** When it was last published. */
  readonly publishedAt: string;
  /** Headers of the rows then. */
  readonly headers: readonly string[];
}

/** Every series of a source that the store knows, the one that was published last first. */
export function knownSeries({ database }: SiteStore, source: string): KnownSeries[] {
  const rows = database.all(
    `SELECT series.name AS name, series.headers AS headers, series.unfilled AS unfilled, run.finished_at AS at FROM series
     JOIN run ON run.id = series.run WHERE run.source = ? ORDER BY run.id DESC`,
    [source],
  );
  return rows.map(({ name, headers, unfilled, at }) => ({
    name: String(name),
    publishedAt: String(at),
    headers: filledHeaders(String(headers), String(unfilled)),
  }));
}

function filledHeaders(headers: string, unfilled: string): string[] {
  const left: readonly string[] = JSON.parse(unfilled);
  const all: readonly string[] = JSON.parse(headers);
  return all.filter((header) => !left.includes(header));
}
