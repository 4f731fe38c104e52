import { join } from 'node:path';
import { z } from 'zod';
import { lifeStatuses } from '../../shared/asset/life.ts';
import { assetClasses } from '../../shared/asset/nature.ts';
import { packageRoot } from '../../shared/package-root.ts';
import { readYamlFile } from '../../shared/yaml-file.ts';

/** What a type of asset becomes: a class, or how its class is found (see `classes.yaml`). */
export const typeMeaning = z.enum([...assetClasses, 'byRole', 'byChassis', 'byModel', 'controller', 'place']);
export type TypeMeaning = z.infer<typeof typeMeaning>;

/** What a state of an asset means: a status of life, or that the product leaves it out of its own lists. */
export const stateMeaning = z.enum([...lifeStatuses, 'hidden']);
export type StateMeaning = z.infer<typeof stateMeaning>;

/** Meanings by name, as a site or the package writes them. */
export const typeMeanings = z.record(z.string().min(1), typeMeaning);
export const stateMeanings = z.record(z.string().min(1), stateMeaning);

const shippedFile = (name: string) => join(packageRoot, 'bridges', 'lansweeper', name);

/** `classes.yaml` of the package: the names that the product ships, in both languages. */
export const shippedTypes = () => readYamlFile(shippedFile('classes.yaml'), typeMeanings);

/** `states.yaml` of the package. */
export const shippedStates = () => readYamlFile(shippedFile('states.yaml'), stateMeanings);

/** tblState.State as shipped, for a state whose name is not to be read. */
export const stateByNumber: ReadonlyMap<number, StateMeaning> = new Map([
  [1, 'active'],
  [2, 'inactive'],
  [3, 'retired'],
  [4, 'missing'],
  [5, 'broken'],
  [6, 'hidden'],
  [7, 'stock'],
  [8, 'inRepair'],
  [9, 'stock'],
]);

/** tblAssets.Assettype of Windows, the one type that no site can change. */
export const windowsType = -1;
