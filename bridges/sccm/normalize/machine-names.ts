import type { Sections } from '../record.ts';

/** Every name of the machine: an account whose domain is one of them is local. */
export function machineNames(sections: Sections): string[] {
  const names = [sections.base.netbiosName, sections.base.name, sections.computerSystem?.name];
  return names.flatMap((name) => name ?? []);
}
