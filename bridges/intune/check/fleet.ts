import { BridgeError } from '../../../shared/errors.ts';
import { type Finding, failure } from '../../../shared/finding.ts';
import type { GraphSource, Item } from '../../../shared/graph/source.ts';
import type { PeopleFilter } from '../../../shared/people/filter.ts';
import type { RowSink } from '../../../shared/sql/source.ts';
import type { Text } from '../../../shared/text.ts';
import { detailPath } from '../extract/details.ts';
import { deviceId, listPath } from '../extract/list.ts';
import { readOverview } from '../extract/overview.ts';
import { reportColumns } from '../record.ts';
import { messages } from './messages.ts';
import { organizationPermission } from './permissions.ts';

/** What is asked about, once there is a token. */
export interface Look {
  readonly source: GraphSource;
  readonly people: PeopleFilter;
  readonly permissions: readonly string[];
  /** Whether details are wanted. */
  readonly enrich: boolean;
  readonly signal: AbortSignal;
}

/** Who manages devices in the tenant, where the application may read that; an extraction does not need it. */
export async function* authorityFindings({ source, permissions, signal }: Look): AsyncGenerator<Finding> {
  if (!permissions.includes(organizationPermission)) return;
  const subject = messages.authority;
  const organizations: Item[] = [];
  const sink = { items: (page: readonly Item[]) => void organizations.push(...page), restart: () => {} };
  const path = '/v1.0/organization?$select=id,displayName,mobileDeviceManagementAuthority';
  const refusal = await attempt(signal, () => source.list(path, sink, signal));
  const authority = organizations[0]?.mobileDeviceManagementAuthority;
  if (refusal instanceof BridgeError || typeof authority !== 'string') {
    const text =
      refusal instanceof BridgeError ? messages.authorityUnread(refusal.text) : messages.authorityUntold;
    yield { code: 'authority-unread', level: 'ok', subject, text };
    return;
  }
  const facts = { authority };
  const isIntune = authority.toLowerCase() === 'intune';
  yield isIntune
    ? { code: 'authority', level: 'ok', subject, text: messages.authorityIntune, facts }
    : {
        code: 'authority-other',
        level: 'warning',
        subject,
        text: messages.authorityOther(authority),
        hint: messages.authorityOtherHint,
        facts,
      };
}

/** The counter, the first device of the list, and its details where they are wanted; whether an extraction would begin. */
export async function* deviceFindings(look: Look): AsyncGenerator<Finding, boolean> {
  const { source, people, enrich, signal } = look;
  let first: string | null = null;
  const steps: readonly Step[] = [
    {
      code: 'devices',
      subject: messages.devices,
      ask: async () => {
        const { enrolledDeviceCount: count, dualEnrolledDeviceCount } = await readOverview(source, signal);
        const facts = { enrolledDeviceCount: count, coManaged: dualEnrolledDeviceCount ?? null };
        if (count > 0) return { text: messages.deviceCount(count), facts };
        return { text: messages.noDevices, hint: messages.noDevicesHint, facts };
      },
    },
    {
      code: 'list',
      subject: messages.list,
      ask: async () => {
        const { value } = await source.read(`${listPath(people)}&$top=1`, signal);
        const [device] = Array.isArray(value) ? value : [];
        first = device ? deviceId(Object(device).id) : null;
        return { text: messages.listReadable };
      },
    },
    {
      code: 'details',
      subject: messages.details,
      ask: async () => {
        if (!enrich || first === null) return null;
        await source.batch([detailPath(first, people)], signal);
        return { text: messages.detailsReadable };
      },
    },
  ];
  for (const step of steps) {
    const finding = await findingOf(step, signal);
    if (finding) yield finding;
    if (finding?.level === 'error') return false;
  }
  return true;
}

/** Has Intune prepare the report and reads it to its end: how many devices have a primary user. */
export async function reportFinding({ source, people, signal }: Look): Promise<Finding | null> {
  const select = ['DeviceId', ...people.names('DevicesWithInventory', Object.keys(reportColumns))];
  const upn = select.indexOf('UPN');
  let rows = 0;
  let users = 0;
  const sink: RowSink = {
    columns: () => {},
    row: (cells) => {
      rows += 1;
      if (upn >= 0 && cells[upn]) users += 1;
    },
    restart: () => {
      rows = 0;
      users = 0;
    },
  };
  const ask = async () => {
    await source.report({ name: 'DevicesWithInventory', select }, sink, signal);
    return { text: messages.reportRead(rows, users), facts: { rows, primaryUsers: users } };
  };
  return findingOf({ code: 'report', subject: messages.report, ask }, signal);
}

interface Step {
  readonly code: string;
  readonly subject: Text;
  /** Something to do makes it a warning; null for nothing to tell. */
  ask(): Promise<{
    readonly text: Text;
    readonly hint?: Text;
    readonly facts?: Record<string, number | null>;
  } | null>;
}

async function findingOf({ code, subject, ask }: Step, signal: AbortSignal): Promise<Finding | null> {
  const told = await attempt(signal, ask);
  if (told instanceof BridgeError) return failure(`${code}-refused`, subject, told);
  return told && { ...told, code, level: told.hint ? 'warning' : 'ok', subject };
}

/** What something gives, or the failure that a user is told. */
async function attempt<T>(signal: AbortSignal, action: () => Promise<T>): Promise<T | BridgeError> {
  try {
    return await action();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof BridgeError) return error;
    throw error;
  }
}
