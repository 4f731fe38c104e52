import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigError } from '../shared/errors.ts';
import { parsedBefore } from '../shared/parsed-yaml.ts';
import { readYamlFile } from '../shared/yaml-file.ts';

const shipped = ['bridges', 'output', 'shared'].flatMap((room) =>
  readdirSync(room, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(room, name)),
);
const folder = mkdtempSync(join(tmpdir(), 'parsed-yaml-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(shipped)('%s was parsed by the build, and says the same', (path) => {
  const text = readFileSync(path, 'utf8');
  expect(parsedBefore(text)).toStrictEqual(parse(text));
});

it('reads a file that was changed since from its text', () => {
  const path = join(folder, 'changed.yaml');
  const text = readFileSync(join('output', 'contents', 'makers.yaml'), 'utf8');
  writeFileSync(path, `${text}- [Acme of this test]\n`);
  const content = readYamlFile(path, z.array(z.unknown()));
  expect(content).toStrictEqual(parse(readFileSync(path, 'utf8')));
  expect(content.at(-1)).toStrictEqual(['Acme of this test']);
});

it('tells line and column of a mistake in a file that the build has parsed', () => {
  const path = join('output', 'contents', 'makers.yaml');
  const act = () => readYamlFile(path, z.record(z.string(), z.number()));
  expect(act).toThrow(ConfigError);
  expect(act).toThrow(/\d+:\d+ /);
});

it('says of a file without content what it says of an empty one', () => {
  const path = join(folder, 'empty.yaml');
  writeFileSync(path, '');
  expect(readYamlFile(path, z.record(z.string(), z.number()))).toStrictEqual({});
  expect(parsedBefore('')).toBeUndefined();
});
