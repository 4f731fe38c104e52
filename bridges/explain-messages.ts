import type { CellLoss } from '../output/profile/explained-row.ts';
import type { Asset } from '../shared/asset.ts';
import type { SetAside, SetAsideReason } from '../shared/device/set-aside.ts';
import type { ChangeKind } from '../shared/store/comparison.ts';
import type { DeviceOutcome } from '../shared/store/keep-devices.ts';
import type { MatchRule } from '../shared/store/matching.ts';
import type { Text } from '../shared/text.ts';
import type { SiteLoss } from './explanation.ts';

type Staleness = NonNullable<Asset['life']['staleness']>;

/** What became of a device. */
export const outcomeWords: Readonly<Record<DeviceOutcome, Text>> = {
  published: { fr: 'publié', en: 'published' },
  gaveWay: { fr: 'a cédé sa place', en: 'gave way' },
  excluded: { fr: 'écarté', en: 'left out' },
};

/** By which rule one asset gave way to another. */
export const duplicateWords: Readonly<Record<string, Text>> = {
  duplicateKey: { fr: 'même clé', en: 'same key' },
  duplicateSerial: {
    fr: 'même fabricant et même numéro de série',
    en: 'same maker and serial',
  },
  duplicateUuid: { fr: 'même UUID', en: 'same UUID' },
  duplicateName: { fr: 'même nom', en: 'same name' },
};

/** What silence makes of a device. */
export const tierWords: Readonly<Record<Staleness['tier'], Text>> = {
  keep: { fr: 'gardé', en: 'kept' },
  flag: { fr: 'signalé', en: 'flagged' },
  retire: { fr: 'retiré', en: 'retired' },
  drop: { fr: 'exclu', en: 'left out' },
};

/** The clocks that tell how long a device was silent. */
export const clockWords: Readonly<Record<Staleness['clock'], Text>> = {
  heartbeat: { fr: 'signe de vie du client', en: 'heartbeat of the client' },
  hardwareScan: { fr: 'inventaire matériel', en: 'hardware inventory' },
  directoryLogon: { fr: 'connexion à l’annuaire', en: 'directory logon' },
  mdmSync: { fr: 'synchronisation', en: 'sync' },
};

/** By what a row was told to continue what was published before. */
export const matchWords: Readonly<Record<MatchRule, Text>> = {
  key: { fr: 'sa clé', en: 'its key' },
  hardware: { fr: 'son fabricant et son numéro de série', en: 'its maker and serial' },
  uuid: { fr: 'son UUID', en: 'its firmware UUID' },
  device: { fr: 'son identifiant Entra ou du client', en: 'its Entra or client id' },
  address: { fr: 'ses adresses MAC', en: 'its MAC addresses' },
  name: { fr: 'son nom seul', en: 'its name alone' },
};

/** Why a cell is not the whole value of its field. */
export const lossWords: Readonly<Record<CellLoss | SiteLoss, Text>> = {
  cut: { fr: 'coupé à la longueur que prend la colonne', en: 'cut to the length that the column takes' },
  typeWithoutAttribute: { fr: 'le type de CI n’a pas cet attribut', en: 'the CI type has no such attribute' },
  neededColumnEmpty: { fr: 'la colonne qu’il lui faut est vide', en: 'the column that it needs is empty' },
  retiredWithoutDay: { fr: 'aucun jour de retrait connu', en: 'no day of retirement is known' },
  levelUnknown: { fr: 'finit au-dessus d’un niveau inconnu', en: 'ends above an unknown level' },
  separatorReplaced: {
    fr: 'le séparateur de niveaux a été remplacé',
    en: 'the separator of levels was replaced',
  },
  leftToOctopus: { fr: 'le profil laisse Octopus décider', en: 'the profile leaves it to Octopus' },
  corrected: { fr: 'corrigé par --overrides', en: 'corrected by --overrides' },
  replaced: {
    fr: 'caractères que le fichier ne peut pas contenir, remplacés',
    en: 'characters that the file cannot hold, replaced',
  },
};

/** Why nobody can be told by a value. */
export const setAsideWords: Readonly<Record<SetAsideReason, Text>> = {
  placeholder: { fr: 'du remplissage, pas un numéro', en: 'filler, no serial' },
  virtual: { fr: 'inventé par un hyperviseur', en: 'invented by a hypervisor' },
  short: { fr: 'trop court pour un seul appareil', en: 'too short to be one device’s' },
  sharedMac: {
    fr: 'adresse d’un pilote ou d’un tunnel, la même sur bien des appareils',
    en: 'address of a driver or tunnel, the same on many devices',
  },
  sharedUuid: { fr: 'copié d’une carte à l’autre', en: 'copied from one board to the next' },
};

/** What can be set aside. */
export const kindWords: Readonly<Record<SetAside['kind'], Text>> = {
  serial: { fr: 'Numéro de série', en: 'Serial' },
  mac: { fr: 'Adresse MAC', en: 'MAC address' },
  uuid: { fr: 'UUID', en: 'UUID' },
};

/** What a run did to a row. */
export const changeWords: Readonly<Record<ChangeKind, Text>> = {
  created: { fr: 'nouveau dans ce fichier', en: 'new in this file' },
  changed: { fr: 'changé,', en: 'changed,' },
  renamed: { fr: 'renommé,', en: 'renamed,' },
  missing: { fr: 'disparu', en: 'gone' },
  returned: { fr: 'revenu après une absence', en: 'back after an absence' },
  retired: { fr: 'retiré', en: 'retired' },
};

const when = (day: string | null, fr: string, en: string): Text => ({
  fr: day === null ? 'une exécution oubliée depuis' : `${fr} ${day}`,
  en: day === null ? 'a run that is forgotten since' : `${en} ${day}`,
});

/** What the command that explains a device says. */
export const messages = {
  description: {
    fr: 'Expliquer un appareil : des lignes lues à la ligne écrite, ou pourquoi il n’y en a pas ; ne contacte rien',
    en: 'Explain one device: from the rows read to the row written, or why there is none; contacts nothing',
  },
  source: { fr: 'Source dont vient l’appareil', en: 'Source that the device comes from' },
  device: { fr: 'Nom, numéro de série ou clé', en: 'Name, serial or key' },
  sample: {
    fr: 'Lire l’échantillon embarqué au lieu de la dernière publication',
    en: 'Read the embedded sample instead of what was last published',
  },
  out: {
    fr: 'Fichier publié dont il s’agit, si la source en a plusieurs',
    en: 'Published file that is meant, if the source has several',
  },
  config: {
    fr: 'Fichier de configuration (par défaut : bridge.yaml du dossier courant, s’il existe)',
    en: 'Configuration file (default: bridge.yaml of the working folder, if there is one)',
  },
  state: {
    fr: 'Dossier d’état (par défaut : bridge-state à côté de bridge.yaml)',
    en: 'State folder (default: bridge-state beside bridge.yaml)',
  },
  json: { fr: 'Explication en un objet JSON', en: 'Explanation as one JSON object' },
  example: { fr: 'de la dernière publication, hors ligne', en: 'of what was last published, offline' },
  exampleSample: { fr: 'de l’échantillon embarqué', en: 'of the embedded sample' },
  storeMissing: (folder: string): Text => ({
    fr: `Il n’y a pas de magasin dans ${folder} : rien n’a encore été publié.`,
    en: `There is no store in ${folder}: nothing has been published yet.`,
  }),
  storeMissingHint: (source: string): Text => ({
    fr: `Lancez d’abord bridge ${source} --out FICHIER, nommez le bon dossier avec --state, ou essayez --sample.`,
    en: `Run bridge ${source} --out FILE first, name the right folder with --state, or try --sample.`,
  }),
  unknown: (device: string, source: string): Text => ({
    fr: `Aucun appareil de ${source} n’a ce nom, ce numéro de série ou cette clé : ${device}.`,
    en: `No device of ${source} has this name, serial or key: ${device}.`,
  }),
  nearest: (names: readonly string[]): Text =>
    names.length > 0
      ? { fr: `Les plus proches : ${names.join(', ')}.`, en: `The nearest: ${names.join(', ')}.` }
      : {
          fr: 'La source ne l’a pas montré à la dernière exécution publiée : bridge check dit ce que le compte peut lire.',
          en: 'The source did not show it to the last published run: bridge check tells what the account can read.',
        },
  several: (count: number): Text => ({
    fr: `${count} appareils y correspondent ; demandez l’un d’eux par sa clé :`,
    en: `${count} devices match; ask for one of them by its key:`,
  }),
  elsewhere: (files: readonly string[]): Text => ({
    fr: `Aussi dans ${files.join(', ')} : nommez-le avec --out.`,
    en: `Also in ${files.join(', ')}: name it with --out.`,
  }),
  ofRun: (source: string, startedAt: string | null, file: string): Text => ({
    fr: `${source} · exécution du ${startedAt ?? '?'} · ${file}`,
    en: `${source} · run of ${startedAt ?? '?'} · ${file}`,
  }),
  ofSample: (source: string): Text => ({
    fr: `${source} · échantillon embarqué`,
    en: `${source} · embedded sample`,
  }),
  rowsTitle: (rows: number, sections: number): Text => ({
    fr: `1. Ce que la source a dit (lignes : ${rows}, sections : ${sections})`,
    en: `1. What the source said (rows: ${rows}, sections: ${sections})`,
  }),
  rulesTitle: { fr: '2. Les règles qui ont choisi', en: '2. The rules that chose' },
  assetTitle: { fr: '3. L’actif', en: '3. The asset' },
  judgedTitle: { fr: '4. Le jugement', en: '4. The judgement' },
  rowTitle: { fr: '5. La ligne écrite', en: '5. The row written' },
  lastRowTitle: { fr: '5. La dernière ligne écrite', en: '5. The last row written' },
  noAsset: { fr: 'Aucun : l’appareil a été écarté avant.', en: 'None: the device was left out before.' },
  noRow: { fr: 'Aucune : voir le jugement.', en: 'None: see the judgement.' },
  notTold: (fields: string): Text => ({
    fr: `La source n’en dit rien : ${fields}.`,
    en: `The source does not say: ${fields}.`,
  }),
  setAside: (kind: Text, value: string, from: string, why: Text): Text => ({
    fr: `${kind.fr} mis de côté : « ${value} » (${from}) : ${why.fr}.`,
    en: `${kind.en} set aside: "${value}" (${from}): ${why.en}.`,
  }),
  excluded: (words: Text, code: string): Text => ({
    fr: `Écarté de la population : ${words.fr} (${code}).`,
    en: `Left out of the population: ${words.en} (${code}).`,
  }),
  ofPopulation: { fr: 'Fait partie de la population.', en: 'Belongs to the population.' },
  alone: { fr: 'Aucun autre appareil n’est le même.', en: 'No other device is the same.' },
  gaveWayTo: (other: string, by: Text): Text => ({
    fr: `A cédé sa place à ${other} : ${by.fr}.`,
    en: `Gave way to ${other}: ${by.en}.`,
  }),
  gaveWay: (other: string, by: Text): Text => ({
    fr: `${other} lui a cédé sa place : ${by.fr}.`,
    en: `${other} gave way to it: ${by.en}.`,
  }),
  isNew: {
    fr: 'Nouveau : ne continue rien de ce qui avait été publié.',
    en: 'New: continues nothing that was published before.',
  },
  toldAgain: (by: Text): Text => ({
    fr: `Reconnu comme déjà publié, par ${by.fr}.`,
    en: `Told again as published before, by ${by.en}.`,
  }),
  former: (was: string): Text => ({
    fr: `Publié auparavant comme ${was}.`,
    en: `Published before as ${was}.`,
  }),
  firstRun: (day: string | null): Text => {
    const since = when(day, 'l’exécution du', 'the run of');
    return { fr: `Publié pour la première fois par ${since.fr}.`, en: `First published by ${since.en}.` };
  },
  missingSince: (day: string | null): Text => {
    const since = when(day, 'l’exécution du', 'the run of');
    return { fr: `Absent depuis ${since.fr}.`, en: `Missing since ${since.en}.` };
  },
  notKept: {
    fr: 'La dernière exécution n’a rien gardé d’autre de lui : la prochaine le fera.',
    en: 'The last run kept nothing else of it: the next one will.',
  },
  silence: (tier: Text, clock: Text, since: string): Text => ({
    fr: `Silence (rules.staleness) : ${tier.fr} ; l’horloge qui décide est ${clock.fr}, le ${since}.`,
    en: `Silence (rules.staleness): ${tier.en}; the clock that decides is the ${clock.en}, ${since}.`,
  }),
  isRetired: {
    fr: 'Retiré par rules.retirement : sa ligne a l’état de retrait jusqu’à bridge revive.',
    en: 'Retired by rules.retirement: its row has the status of retirement until bridge revive.',
  },
  emptyCells: (headers: string): Text => ({
    fr: `Vides, car rien ne les remplit : ${headers}.`,
    en: `Empty, as nothing fills them: ${headers}.`,
  }),
  unchanged: {
    fr: 'Rien n’a changé depuis l’exécution d’avant.',
    en: 'Nothing has changed since the run before.',
  },
  change: { fr: 'Par cette exécution :', en: 'By this run:' },
  yes: { fr: 'oui', en: 'yes' },
  no: { fr: 'non', en: 'no' },
  gibibytes: (count: number): Text => ({
    fr: `${String(count).replace('.', ',')} Gio`,
    en: `${count} GiB`,
  }),
} as const;
