/** The languages every user-facing text exists in. */
export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

/** One user-facing text in both languages; catalogues (`messages.ts`) hold only these. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}

/** A text that a run wants to tell without stopping; `code` is stable and never translated. */
export interface Notice {
  readonly code: string;
  readonly text: Text;
}

/** The language of this run: the one asked for, else the system's when it is English, else French. */
export function chooseLanguage(asked: string | undefined, environment: NodeJS.ProcessEnv): Language {
  const named = asked ?? (environment.LC_ALL || environment.LC_MESSAGES || environment.LANG);
  const locale = named ?? Intl.DateTimeFormat().resolvedOptions().locale;
  return locale.toLowerCase().startsWith('en') ? 'en' : 'fr';
}
