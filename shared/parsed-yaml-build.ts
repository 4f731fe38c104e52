import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from './package-root.ts';
import { keepParsed } from './parsed-yaml.ts';

// The last step of the build: parses every YAML file that the package ships.
for (const room of ['bridges', 'output', 'shared'])
  for (const name of readdirSync(join(packageRoot, room), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.yaml')) continue;
    const text = readFileSync(join(packageRoot, room, name), 'utf8');
    keepParsed(text, parse(text));
  }
