import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { personalFields } from '../../output/profile/personal-fields.ts';

/** Writes a profile with a column for every field of a person into a folder, and names it. */
export function writePeopleProfile(folder: string): string {
  const shipped = readFileSync(join('output', 'profile', 'octopus-en.yaml'), 'utf8');
  const columns = [...personalFields.keys()].map(
    (field) =>
      `    - { header: P ${field.replaceAll('.', ' ')}, field: ${field}, maxLength: 255, attribute: text }`,
  );
  const marker = '    # Mobile devices, and management by Intune.';
  writeFileSync(
    join(folder, 'people.yaml'),
    shipped.replace(marker, [...columns, marker].join('\n')).replace('identifier: login', 'identifier: upn'),
  );
  return 'people.yaml';
}
