import type { Text } from '../../shared/text.ts';

const list = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${name || '?'} ${count}`)
    .join(', ');

/** What the contents beside the CI say. */
export const messages = {
  identifierUnfit: (identifier: string, method: string, allowed: readonly string[]): Text => ({
    fr: `« ${identifier} » ne convient pas à ${method} ; permis : ${allowed.join(', ')}`,
    en: `"${identifier}" does not fit ${method}; allowed: ${allowed.join(', ')}`,
  }),
  contentMissing: (content: string, block: string, profile: string): Text => ({
    fr: `Le contenu ${content} est demandé, mais le profil ${profile} n’a pas de bloc « ${block} ».`,
    en: `The content ${content} is asked for, but the profile ${profile} has no block "${block}".`,
  }),
  contentMissingHint: {
    fr: 'Copiez ce bloc du profil octopus-fr, ou retirez ce contenu de « contents » dans bridge.yaml.',
    en: 'Copy this block from the profile octopus-en, or remove this content from "contents" in bridge.yaml.',
  },
  relationsLoose: (loose: Readonly<Record<string, number>>): Text => ({
    fr: `Relations dont l’autre bout n’est pas publié, laissées de côté : ${list(loose)}.`,
    en: `Relations whose other end is not published, left out: ${list(loose)}.`,
  }),
  relationsUnnamed: (unnamed: Readonly<Record<string, number>>): Text => ({
    fr: `Relations que le profil ne nomme pas sous relations.related, laissées de côté : ${list(unnamed)}.`,
    en: `Relations that the profile does not name under relations.related, left out: ${list(unnamed)}.`,
  }),
  namesTooLong: (content: string, count: number): Text => ({
    fr: `${content} : lignes laissées de côté, car un nom de CI y dépasse 125 caractères : ${count}.`,
    en: `${content}: rows left out, because a CI name is longer than 125 characters: ${count}.`,
  }),
  usersUnidentified: (count: number, identifier: string): Text => ({
    fr: `CI dont l’utilisateur est connu, mais sans « ${identifier} » : ${count}.`,
    en: `CI whose user is known, but without "${identifier}": ${count}.`,
  }),
  aliasesLeftOut: (count: number): Text => ({
    fr: `Alias de fabricants qui n’ont pas trouvé place dans 500 caractères : ${count}.`,
    en: `Aliases of makers for which 500 characters left no room: ${count}.`,
  }),
} as const;
