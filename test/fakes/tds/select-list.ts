import type { Column } from './reply.ts';

/** The SQL Server type of each column, by view: `{ v_R_System: { ResourceID: 'int' } }`. Names match without case. */
export type ColumnTypes = Readonly<Record<string, Readonly<Record<string, string>>>>;

const noise = /('(?:[^']|'')*')|--[^\n]*|\/\*[\s\S]*?\*\//g;
const innerParentheses = /\([^()]*\)/;
const list = /\bselect\s+(?:distinct\s+)?([\s\S]*?)(?:\bfrom\b|;|$)/i;
const plainColumn =
  /^(?:["[]?(\w+)["\]]?\s*\.\s*)?["[]?([a-z_]\w*)["\]]?(?:\s+(?:as\s+)?["[]?(\w+)["\]]?)?$/i;
const alias = /\bas\s+["[]?(\w+)["\]]?$/i;
const source = /\b(?:from|join)\s+(?:["[]?\w+["\]]?\s*\.\s*)?["[]?(\w+)["\]]?(?:\s+as\s+["[]?(\w+)["\]]?)?/gi;
const wholeNumber = /^(?:count\(\)|-?\d+)(?:\s|$)/i;

const widestText = 'nvarchar(4000)';

/**
 * The columns that a SELECT returns, with their types. It knows `alias.Column AS name` over `dbo.view AS alias`,
 * counts and whole numbers; whatever else stands in the list is text.
 */
export function selectedColumns(sql: string, types: ColumnTypes): Column[] {
  const text = withoutParentheses(sql.replace(noise, (_, literal) => (literal === undefined ? ' ' : "''")));
  const items = (list.exec(text)?.[1] ?? '').split(',').map((item) => item.trim());
  const views = [...text.matchAll(source)].map(([, view, name]) => ({ view, name: name ?? view }));
  return items.map((item) => {
    const [, owner, column, name] = plainColumn.exec(item) ?? [];
    if (column === undefined) {
      const type = wholeNumber.test(item) ? 'int' : widestText;
      return { name: alias.exec(item)?.[1] ?? '', type };
    }
    const owners = views.filter((view) => owner === undefined || same(view.name, owner));
    const known = owners.map(({ view }) => find(find(types, view) ?? {}, column));
    return { name: name ?? column, type: known.find((type) => type !== undefined) ?? widestText };
  });
}

/** The parameters that a text uses, without `@`. */
export function usedParameters(sql: string): Set<string> {
  const text = sql.replace(noise, ' ');
  return new Set([...text.matchAll(/@(\w+)/g)].map((found) => String(found[1])));
}

/** What stands in parentheses, nested SELECTs among it, says nothing of the list around it. */
function withoutParentheses(text: string): string {
  let bare = text;
  while (innerParentheses.test(bare)) bare = bare.replaceAll(new RegExp(innerParentheses, 'g'), '\u0001');
  return bare.replaceAll('\u0001', '()');
}

const same = (a: string | undefined, b: string | undefined) => a?.toLowerCase() === b?.toLowerCase();

function find<T>(entries: Readonly<Record<string, T>>, name: string | undefined): T | undefined {
  return Object.entries(entries).find(([key]) => same(key, name))?.[1];
}
