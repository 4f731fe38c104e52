import { createHash } from 'node:crypto';
import type { Language } from '../../shared/text.ts';
import { cleaner } from '../table/clean.ts';
import { messages } from './messages.ts';
import { type Cell, exitCodeOf, type Plan, type PlanCount, type PlanTable, shown } from './plan.ts';
import { minute } from './text.ts';

/** Rows of one table that a page shows: more would be too much for a browser, and for whoever reads it. */
const shownRows = 5_000;

const style = `
:root{color-scheme:light dark;--line:#8884;--soft:#8882}
body{font:15px/1.45 system-ui,sans-serif;margin:0 auto;max-width:75rem;padding:1rem}
h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.1rem;margin:2rem 0 .2rem}
p{margin:.3rem 0}code{overflow-wrap:anywhere}
.good,.bad{border-left:.4rem solid #2a7d46;background:var(--soft);padding:.5rem .8rem;margin:1rem 0}
.bad{border-color:#b3261e}
.counts{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:.5rem;padding:0;margin:.5rem 0}
.counts li{list-style:none;border:1px solid var(--line);border-radius:.4rem;padding:.4rem .6rem}
.counts b{display:block;font-size:1.5rem}.counts small{display:block}
.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid var(--line);overflow-wrap:break-word;min-width:4rem}
th{background:var(--soft)}
input{font:inherit;padding:.3rem .5rem;width:100%;max-width:24rem;margin:1rem 0 0}
@media print{input{display:none}body{max-width:none;padding:0;font-size:11px}thead{display:table-header-group}tr{break-inside:avoid}}
`;
const script = `
const field = document.querySelector('input');
field.addEventListener('input', () => {
  const sought = field.value.toLowerCase();
  for (const row of document.querySelectorAll('tbody tr'))
    row.hidden = !row.textContent.toLowerCase().includes(sought);
});
`;

/** A plan as one page that needs nothing else: as pieces, of which each is small. */
export function* pagePlan(plan: Plan, language: Language): Generator<string> {
  const say = (name: 'file' | 'compared' | 'rows' | 'filter') => html(messages[name][language]);
  const title = [messages.title(plan.source.toUpperCase()), ...(plan.sample ? [messages.sample] : [])]
    .map((text) => text[language])
    .join(' · ');
  const { publishedAt } = plan;
  const compared =
    publishedAt === null ? messages.comparedWithNothing : messages.comparedWith(minute(publishedAt));
  yield `<!doctype html><html lang="${language}"><head><meta charset="utf-8">`;
  yield `<meta http-equiv="Content-Security-Policy" content="${policy()}">`;
  yield '<meta name="viewport" content="width=device-width,initial-scale=1">';
  yield `<title>${html(title)}</title><style>${style}</style></head><body>`;
  yield `<h1>${html(title)}</h1><p>${html(messages.nothingPublished[language])}</p>`;
  yield `<p>${say('file')} <code>${html(plan.file)}</code> · ${say('compared')} ${html(compared[language])} · ${say('rows')} ${plan.rows}</p>`;
  yield verdict(plan, language);
  yield counts(messages.inOctopus[language], plan.octopus, language);
  yield counts(messages.others[language], plan.others, language);
  if (plan.notices.length > 0)
    yield `<ul>${plan.notices.map(({ text }) => `<li>${html(text[language])}</li>`).join('')}</ul>`;
  yield `<input type="search" placeholder="${say('filter')}" aria-label="${say('filter')}">`;
  for (const table of plan.tables) if (table.count > 0) yield* tablePieces(table, language);
  yield `<script>${script}</script></body></html>\n`;
}

/** Nothing is loaded, and only what stands above runs. */
function policy(): string {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return `default-src 'none'; style-src ${hash(style)}; script-src ${hash(script)}`;
}

function verdict(plan: Plan, language: Language): string {
  const exitCode = exitCodeOf(plan);
  const said = exitCode === 0 ? messages.wouldPublish(plan.rows) : messages.wouldRefuse(exitCode);
  const why = plan.refusals.flatMap(({ text, hint }) => [text, messages.hint(hint[language])]);
  const lines = why.map((text) => `<p>${html(text[language])}</p>`).join('');
  return `<div class="${exitCode === 0 ? 'good' : 'bad'}"><strong>${html(said[language])}</strong>${lines}</div>`;
}

function counts(title: string, all: readonly PlanCount[], language: Language): string {
  const items = all.map(({ label, count, about }) => {
    const remark = count > 0 && about ? `<small>${html(about[language])}</small>` : '';
    return `<li><b>${count}</b>${html(label[language])}${remark}</li>`;
  });
  return `<h2>${html(title)}</h2><ul class="counts">${items.join('')}</ul>`;
}

function* tablePieces(table: PlanTable, language: Language): Generator<string> {
  const { title, about, headers, count, rows } = table;
  yield `<h2>${html(title[language])} (${count})</h2><p>${html(about[language])}</p>`;
  yield `<div class="scroll"><table><thead><tr>${headers.map(({ text }) => `<th>${html(text[language])}</th>`).join('')}</tr></thead><tbody>`;
  let given = 0;
  for (const row of rows()) {
    if (given === shownRows) break;
    given += 1;
    yield `<tr>${row.map((cell) => cellHtml(cell, language)).join('')}</tr>`;
  }
  yield '</tbody></table></div>';
  if (count > given) yield `<p>${html(messages.moreInWorkbook(given, count)[language])}</p>`;
}

const cellHtml = (cell: Cell, language: Language): string =>
  `<td>${cell === '' ? `<i>${html(messages.empty[language])}</i>` : html(shown(cell, language))}</td>`;

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text as it may stand in an element or between quotes. */
const html = (text: string): string =>
  cleaner('xlsx')
    .clean(text)
    .replace(/[&<>"']/g, (character) => references[character] ?? character);
