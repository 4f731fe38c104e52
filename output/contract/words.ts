import type { Language } from '../../shared/text.ts';

/** Words for yes and no, by language of the headers; the article on suppliers also takes Vrai and Faux. */
export const yesWords: Readonly<Record<Language, readonly string[]>> = {
  en: ['1', 'True', 'Yes'],
  fr: ['1', 'True', 'Oui', 'Vrai'],
};
export const noWords: Readonly<Record<Language, readonly string[]>> = {
  en: ['0', 'False', 'No'],
  fr: ['0', 'False', 'Non', 'Faux'],
};

/** Statuses that an Octopus comes with, old names too; each organisation may have others. */
export const statusNames: Readonly<Record<Language, readonly string[]>> = {
  en: ['In operation', 'In service', 'In inventory', 'Retired'],
  fr: ['En service', 'En inventaire', 'Retiré'],
};
