import type { Text } from '../text.ts';
import type { PeopleMode } from './mode.ts';

/** How many columns a message names. */
const named = 8;

const list = (columns: readonly string[]): string =>
  [...columns.slice(0, named), ...(columns.length > named ? ['…'] : [])].join(', ');

/** What is told of the people that a run leaves at their source. */
export const messages = {
  columnsCarried: (mode: PeopleMode, columns: readonly string[]): Text => ({
    fr: `rules.people : ${mode} ne peut pas savoir ce que contiennent ces colonnes du site ; elles sont lues et publiées comme avant (${columns.length}) : ${list(columns)}. Retirez de la requête celles qui nomment des personnes.`,
    en: `rules.people: ${mode} cannot know what these columns of the site hold; they are read and published as before (${columns.length}): ${list(columns)}. Remove those that name people from the query.`,
  }),
  columnsWithheld: (mode: PeopleMode, columns: readonly string[]): Text => ({
    fr: `Colonnes ajoutées par le site que rules.people : ${mode} laisse vides, car elles parlent de personnes (${columns.length}) : ${list(columns)}.`,
    en: `Columns added by the site that rules.people: ${mode} leaves empty, as they tell of people (${columns.length}): ${list(columns)}.`,
  }),
  modeStricter: (mode: PeopleMode, headers: readonly string[]): Text => ({
    fr: `rules.people vaut maintenant ${mode} : ces colonnes n’ont plus que ce que ce mode permet, et le magasin oublie ce qu’elles contenaient : ${list(headers)}. Octopus garde ce qu’il a déjà reçu : c’est là qu’il faut l’effacer.`,
    en: `rules.people is now ${mode}: these columns hold only what this mode allows, and the store forgets what they held: ${list(headers)}. Octopus keeps what it was sent before: erase it there.`,
  }),
} as const;
