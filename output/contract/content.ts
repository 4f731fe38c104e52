import type { Language } from '../../shared/text.ts';

/** A header that the vendor has documented, one that is only likely, or null where none is known. */
export type Header = string | { readonly likely: string } | null;

/** Marks a header that nobody has confirmed: its absence is never held against a file. */
export const likely = (header: string): Header => ({ likely: header });

/** What a value is, beyond text. */
export type Kind =
  | 'text'
  | 'yesNo'
  /** `YYYY-MM-DD`. */
  | 'date'
  /** Period as decimal symbol, no separator of thousands. */
  | 'decimal'
  | 'integer'
  | 'email'
  /** Levels separated as `SiteSplitStrategy` says. */
  | 'site'
  /** Levels separated by pipes. */
  | 'department'
  /** One account, never a list. */
  | 'account'
  | 'serial'
  | 'ciType'
  | 'ciStatus'
  /** Name of a CI that must exist. */
  | 'ciName';

/** What DataImporter accepts in one column. */
export interface ContractColumn {
  readonly header: Readonly<Record<Language, Header>>;
  readonly kind: Kind;
  readonly required: boolean;
  /** No two rows may hold the same value, compared without case. */
  readonly unique: boolean;
  /** Characters; null where none is documented. */
  readonly maxLength: number | null;
  /** The only values accepted, by language of the headers; null for any. */
  readonly allowed: Readonly<Record<Language, readonly string[]>> | null;
  /** Largest number; null for any. */
  readonly most: number | null;
}

/** A tag of a `<Source>`, in the spelling that DataImporter compares with case. */
export interface ContractTag {
  readonly name: string;
  readonly values: readonly string[];
  /** Other values exist, or may: they are told, not refused. */
  readonly open: boolean;
}

/** What one column says about another. Columns are named by `columnName`. */
export type PairRule =
  /** A value in `column` (one of `values`, if they are given) needs a value in `other`. */
  | {
      readonly rule: 'needs';
      readonly column: string;
      readonly values: readonly string[] | null;
      readonly other: string;
    }
  /** At least one of these must say yes. */
  | { readonly rule: 'oneYes'; readonly columns: readonly [string, string] }
  /** A date that comes after another. */
  | { readonly rule: 'after'; readonly column: string; readonly other: string };

/** The column by which records are recognised, chosen by a tag: it holds no value twice. */
export interface Identity {
  readonly tag: string;
  readonly byDefault: string;
  /** Column by value of the tag; a method that takes several columns is left out. */
  readonly columns: Readonly<Record<string, string>>;
  /** Whether that column must be filled in every row. */
  readonly required: boolean;
}

/** Everything that is known of one kind of records. */
export interface Content {
  /** Exact text of the tag `Content`. */
  readonly name: string;
  readonly columns: readonly ContractColumn[];
  /** Contents whose records must exist before these; documented, or inferred from what the records name. */
  readonly refersTo: readonly string[];
  /** What any other header is: an attribute of the CI, or nothing that is known. */
  readonly others: 'attribute' | 'unknown';
  readonly tags: readonly ContractTag[];
  readonly pairs: readonly PairRule[];
  readonly identity: Identity | null;
}

/** A column with what is particular to it; everything else is free. */
export function column(
  en: Header,
  fr: Header,
  rules: Partial<Omit<ContractColumn, 'header'>> = {},
): ContractColumn {
  const free = { required: false, unique: false, maxLength: null, allowed: null, most: null } as const;
  return { header: { en, fr }, kind: 'text', ...free, ...rules };
}

/** The text of a header, likely or documented. */
export const headerText = (header: Header): string | null =>
  header === null || typeof header === 'string' ? header : header.likely;

/** The name of a column in this contract: its English header, else the French one. */
export const columnName = ({ header }: ContractColumn): string =>
  headerText(header.en) ?? headerText(header.fr) ?? '';
