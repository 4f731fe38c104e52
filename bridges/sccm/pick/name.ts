import type { Choice } from '../../../shared/asset.ts';
import { firstKnown } from '../../../shared/device/choice.ts';
import { isDnsDomain } from '../../../shared/device/dns-domain.ts';
import { ascending, descending, sorted } from '../../../shared/device/order.ts';
import type { Sections } from '../record.ts';
import { isWorkgroupMachine, pickDnsDomain } from './domain.ts';

const netbiosLength = 15;

/** The computer name: discovery's NetBIOS name, then its plain name, then the inventory's. */
export function pickName(sections: Sections): Choice<string | null> {
  return firstKnown({
    netbiosName: sections.base.netbiosName,
    name: sections.base.name,
    computerSystem: sections.computerSystem?.name,
  });
}

/**
 * The fully qualified name in lower case: a resource name of this computer, then name and DNS domain, then what an
 * adapter says. An adapter counts only if its host is this computer, and never in a workgroup, where its domain
 * is whatever network the machine last saw.
 */
export function pickFqdn(sections: Sections): Choice<string | null> {
  const name = pickName(sections).value?.toLowerCase() ?? null;
  if (name === null) return { value: null, rule: 'none' };
  const hosts = hostNames(sections, name);
  const dnsDomain = pickDnsDomain(sections).value;
  const longest = hosts[0] ?? name;
  const domainName = dnsDomain === null ? null : `${longest}.${dnsDomain}`;
  return firstKnown({
    resourceName: resourceName(sections, hosts, dnsDomain),
    dnsDomain: domainName,
    adapter: domainName ?? (isWorkgroupMachine(sections) ? null : adapterName(sections, hosts)),
  });
}

/** Spellings of this computer's host name, longest first; a name of 15 characters may be a cut one. */
function hostNames(sections: Sections, name: string): string[] {
  const candidates = [
    name,
    sections.base.name,
    sections.computerSystem?.name,
    ...sections.adapterConfigurations.map((row) => row.hostName),
  ];
  const hosts = candidates
    .map((candidate) => candidate?.toLowerCase() ?? '')
    .filter((host) => host === name || (name.length === netbiosLength && host.startsWith(name)))
    .filter((host) => !host.includes('.'));
  return sorted(
    hosts,
    descending((host) => host.length),
  );
}

function resourceName(sections: Sections, hosts: readonly string[], dnsDomain: string | null): string | null {
  const names = sections.resourceNames
    .map((row) => row.name?.toLowerCase().replace(/\.$/u, '') ?? '')
    .filter((name) =>
      hosts.some((host) => name.startsWith(`${host}.`) && isDnsDomain(name.slice(host.length + 1))),
    );
  const best = sorted(
    names,
    descending((name) => dnsDomain !== null && name.endsWith(`.${dnsDomain}`)),
    ascending((name) => name.length),
  );
  return best[0] ?? null;
}

function adapterName(sections: Sections, hosts: readonly string[]): string | null {
  const rows = sorted(
    sections.adapterConfigurations,
    ascending((row) => row.adapterIndex),
  );
  for (const row of rows) {
    const host = row.hostName?.toLowerCase() ?? '';
    const domain = row.dnsDomain?.toLowerCase().replace(/\.$/u, '') ?? '';
    if (hosts.includes(host) && isDnsDomain(domain)) return `${host}.${domain}`;
  }
  return null;
}
