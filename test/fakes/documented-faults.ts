import { readFileSync } from 'node:fs';

/** The rows of the table under a heading of `docs/faults.md`. */
export function documentedFaults(heading: string): string[] {
  const page = readFileSync('docs/faults.md', 'utf8');
  const start = page.indexOf(`\n## ${heading}\n`);
  if (start < 0) throw new Error(`no heading ${heading}`);
  const section = page.slice(start + 1).split(/\n(?=## )/)[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1);
}
