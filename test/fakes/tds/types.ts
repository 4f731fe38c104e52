/** A SQL Server type as the wire knows it; `length` counts characters or bytes, `max` is varchar(max) and its kin. */
export type SqlType =
  | { readonly family: 'integer'; readonly bytes: 1 | 2 | 4 | 8 }
  | { readonly family: 'bit' }
  | { readonly family: 'float'; readonly bytes: 4 | 8 }
  | { readonly family: 'money'; readonly bytes: 4 | 8 }
  | { readonly family: 'decimal'; readonly id: number; readonly precision: number; readonly scale: number }
  | { readonly family: 'guid' }
  | { readonly family: 'date' }
  | { readonly family: 'datetime'; readonly bytes: 4 | 8 }
  | { readonly family: 'datetime2'; readonly scale: number }
  | Sized<'text'>
  | Sized<'unicode'>
  | Sized<'binary'>
  | { readonly family: 'longText' | 'longUnicode' | 'image' };

/** A type with a length; `fixed` ones (char, nchar, binary) are filled up to it. */
export interface SizedType {
  readonly id: number;
  readonly length: number | 'max';
  readonly fixed: boolean;
}

interface Sized<Family> extends SizedType {
  readonly family: Family;
}

const form = /^(\w+)(?:\s*\(\s*(max|\d+)\s*(?:,\s*(\d+)\s*)?\))?$/i;

/** Reads a type as `CREATE TABLE` writes it, `nvarchar(255)`; a missing size is the largest. Throws `TypeError`. */
export function parseType(text: string): SqlType {
  const found = form.exec(text.trim());
  const type = found && typeOf(String(found[1]).toLowerCase(), found[2]?.toLowerCase(), found[3]);
  if (!type) throw new TypeError(`the test server has no type ${text}`);
  return type;
}

function typeOf(name: string, size: string | undefined, scale: string | undefined): SqlType | null {
  const length = (largest: number) => (size === 'max' ? 'max' : Number(size ?? largest));
  switch (name) {
    case 'tinyint':
      return { family: 'integer', bytes: 1 };
    case 'smallint':
      return { family: 'integer', bytes: 2 };
    case 'int':
      return { family: 'integer', bytes: 4 };
    case 'bigint':
      return { family: 'integer', bytes: 8 };
    case 'bit':
      return { family: 'bit' };
    case 'real':
      return { family: 'float', bytes: 4 };
    case 'float':
      return { family: 'float', bytes: 8 };
    case 'smallmoney':
      return { family: 'money', bytes: 4 };
    case 'money':
      return { family: 'money', bytes: 8 };
    case 'decimal':
      return { family: 'decimal', id: 0x6a, precision: Number(size ?? 18), scale: Number(scale ?? 0) };
    case 'numeric':
      return { family: 'decimal', id: 0x6c, precision: Number(size ?? 18), scale: Number(scale ?? 0) };
    case 'uniqueidentifier':
      return { family: 'guid' };
    case 'date':
      return { family: 'date' };
    case 'smalldatetime':
      return { family: 'datetime', bytes: 4 };
    case 'datetime':
      return { family: 'datetime', bytes: 8 };
    case 'datetime2':
      return { family: 'datetime2', scale: Number(size ?? 7) };
    case 'char':
      return { family: 'text', id: 0xaf, length: length(1), fixed: true };
    case 'varchar':
      return { family: 'text', id: 0xa7, length: length(8000), fixed: false };
    case 'nchar':
      return { family: 'unicode', id: 0xef, length: length(1), fixed: true };
    case 'nvarchar':
      return { family: 'unicode', id: 0xe7, length: length(4000), fixed: false };
    case 'sysname':
      return { family: 'unicode', id: 0xe7, length: 128, fixed: false };
    case 'binary':
      return { family: 'binary', id: 0xad, length: length(1), fixed: true };
    case 'varbinary':
      return { family: 'binary', id: 0xa5, length: length(8000), fixed: false };
    case 'rowversion':
      return { family: 'binary', id: 0xad, length: 8, fixed: true };
    case 'text':
      return { family: 'longText' };
    case 'ntext':
      return { family: 'longUnicode' };
    case 'image':
      return { family: 'image' };
    default:
      return null;
  }
}
