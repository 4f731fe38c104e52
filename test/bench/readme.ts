import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../shared/package-root.ts';
import { hasResults, speedTable } from './speed-table.ts';

const place = /(<!-- speed -->\n).*?(<!-- \/speed -->)/s;

/** Puts what was measured last into the README of each language; nothing while a subject was never measured. */
for (const [page, language] of [
  ['README.md', 'en'],
  ['README.fr.md', 'fr'],
] as const) {
  if (!hasResults()) break;
  const path = join(packageRoot, page);
  const table = speedTable(language).join('\n');
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(place, (_, from, to) => `${from}${table}\n${to}`),
  );
}
