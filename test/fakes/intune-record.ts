import {
  type ClientRow,
  clientColumns,
  type DetailRow,
  detailColumns,
  hardwareColumns,
  type IntuneRecord,
  type ListRow,
  lastLogonColumns,
  listColumns,
  type ReportRow,
  readRow,
  reportColumns,
  Unreadable,
} from '../../bridges/intune/record.ts';
import { type IntuneRules, intuneRules } from '../../bridges/intune/rules.ts';
import type { Item } from '../../shared/graph/source.ts';

/** What Graph says of one device, in its own words; whatever is not said is unknown. */
export interface Said {
  readonly id?: string;
  readonly list?: Item;
  readonly report?: Item;
  readonly lastLogon?: Item;
  readonly detail?: Item;
  readonly client?: Item;
  readonly nameTaken?: boolean;
}

export const listRow = (item: Item): ListRow => readRow(listColumns, item, new Unreadable());
export const reportRow = (item: Item): ReportRow => readRow(reportColumns, item, new Unreadable());
const clientRow = (item: Item): ClientRow => readRow(clientColumns, item, new Unreadable());

export function detailRow(item: Item): DetailRow {
  const hardware = readRow(hardwareColumns, Object(item.hardwareInformation ?? {}), new Unreadable());
  return { ...readRow(detailColumns, item, new Unreadable()), hardware };
}

/** A record as the extraction delivers it. */
export function intuneRecord(said: Said = {}): IntuneRecord {
  const { list = {}, report, lastLogon, detail, client } = said;
  return {
    id: said.id ?? 'c1acc990-6424-450a-a36b-f9b3ddcb369d',
    list: listRow(list),
    report: report ? reportRow(report) : null,
    lastLogon: lastLogon ? readRow(lastLogonColumns, lastLogon, new Unreadable()) : null,
    detail: detail ? detailRow(detail) : null,
    client: client ? clientRow(client) : null,
    nameTaken: said.nameTaken ?? false,
  };
}

/** The rules of a site, defaults for what it does not say. */
export const rulesOf = (changes: object = {}): IntuneRules => intuneRules.parse(changes);
