/** The numbers that a log may state of a source. */
export const counterNames = ['processed', 'added', 'modified', 'ignored', 'inError'] as const;
export type CounterName = (typeof counterNames)[number];

/** A whole number, with a space or a comma between its thousands. */
const number = '(\\d{1,3}(?:[ \\u00a0\\u202f,]\\d{3})+(?![\\p{L}\\d])|\\d+)(?![\\p{L}\\d]|[.,:/-]\\d)';
const alone = (words: string) => `(?<!\\p{L})(?:${words})(?!\\p{L})`;

/** `Added: 12`, `Éléments ajoutés : 12`; then `12 added`, `12 éléments ont été ajoutés`. */
const counted = (words: string) => [
  new RegExp(`${alone(words)}[^:=\\d]{0,40}[:=]\\s*${number}`, 'iu'),
  new RegExp(`(?<![\\p{L}\\d.,:/-])${number}\\s+(?:[\\p{L}'’()]+\\s+){0,3}${alone(words)}`, 'iu'),
];

const errorWords =
  'errors?|erreurs?|exceptions?|fatale?|failed|failures?|échecs?|échou[ée]e?s?|denied|refused|refusée?s?|rejected|rejetée?s?';

/** What is most plausible of a log whose lines are not documented: words of both languages that Octopus speaks. */
export const defaultPatterns = {
  error: [new RegExp(`${alone(errorWords)}|\\p{L}Exception(?!\\p{L})`, 'iu')],
  harmless: [
    new RegExp(`(?<![\\p{L}\\d.,:/-])0\\s+(?:[\\p{L}'’()]+\\s+){0,3}${alone(errorWords)}`, 'iu'),
    new RegExp(`${alone(errorWords)}(?:\\(s\\))?[^:=\\d]{0,40}[:=]\\s*0(?![\\p{L}\\d]|[.,:/-]\\d)`, 'iu'),
    new RegExp(`${alone('no|without|aucune?|sans')}\\s+(?:[\\p{L}'’]+\\s+){0,2}${alone(errorWords)}`, 'iu'),
  ],
  warning: [new RegExp(alone('warnings?|avertissements?|attention'), 'iu')],
  success: [
    new RegExp(
      `${alone('import|importation|traitement|exécution|processing|execution')}(?![^.]*${alone('not|pas|non')})[^.]{0,60}${alone('terminée?|complétée?|complète?|réussie?|succès|succeeded|success|successful|successfully|completed?|finished|ended|done')}`,
      'iu',
    ),
  ],
  source: [new RegExp(alone('source'), 'iu')],
  counters: {
    processed: counted('processed|read|traitée?s?|lue?s?'),
    added: counted('added|created|inserted|ajoutée?s?|créée?s?'),
    modified: counted('modified|updated|changed|modifiée?s?|mis à jour|mise?s? à jour'),
    ignored: counted('ignored|skipped|unchanged|ignorée?s?|inchangée?s?'),
    inError: counted(
      'errors|error\\(s\\)|in error|erreurs|erreur\\(s\\)|en erreur|failed|rejected|échouée?s?|rejetée?s?',
    ),
  } satisfies Record<CounterName, RegExp[]>,
};
