import { type QueryFile, readingTokens } from '../../shared/sql/query-file.ts';
import type { SqlToken } from '../../shared/sql/tokens.ts';
import { sections } from './record.ts';
import type { LansweeperSettings } from './settings.ts';

const key = 'assetId';
/** Without these nothing can be published; whatever else the view lacks stays empty, with a warning. */
const needed = new Set([key, 'name', 'typeName']);

/** The base section read from the view that the settings name, if they do; every other query as it is. */
export function adaptQuery(file: QueryFile, { base }: LansweeperSettings): QueryFile {
  if (base === undefined || file.section !== sections.base.name) return file;
  return viewQuery(file, base.view);
}

/**
 * A query of the columns of the base section, from one view; they have the names there that the report builder gives
 * them, which are those of their tables. The name of the view has been checked, and the text is, like any other.
 */
function viewQuery(file: QueryFile, view: string): QueryFile {
  const columns = columnsOf(file.tokens).map(([alias, column], at) => {
    const optional = needed.has(alias) ? '' : ' -- optional';
    return `${at === 0 ? '    ' : '  , '}v.[${column}] AS ${alias}${optional}`;
  });
  const text = ['SELECT', ...columns, `FROM dbo.[${view}] AS v`, 'ORDER BY v.[AssetID]', ''].join('\n');
  const path = `dbo.${view}`;
  return { section: file.section, path, origin: 'view', text, tokens: readingTokens(text, path) };
}

/** Each alias of the base section with the column that it stands for: the last `x.Column` before it. */
function columnsOf(tokens: readonly SqlToken[]): [alias: string, column: string][] {
  const wanted = new Set([key, ...Object.keys(sections.base.columns)]);
  const found: [string, string][] = [];
  let column = '';
  for (const [at, { text }] of tokens.entries()) {
    if (tokens[at - 1]?.text === '.') column = text;
    const isAlias = tokens[at - 1]?.text.toUpperCase() === 'AS' && wanted.has(text);
    if (isAlias && column !== '') {
      found.push([text, column]);
      column = '';
    }
  }
  return found;
}
