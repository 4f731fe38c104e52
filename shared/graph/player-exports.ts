import { randomUUID } from 'node:crypto';
import { reportHeaders } from './report-columns.ts';
import type { Item } from './source.ts';
import type { ReportRow, Tenant } from './tenant.ts';
import { zipOne } from './zip-one.ts';

/** Export jobs of a played tenant. */
export interface PlayedExports {
  /** A job that was posted, or is looked at; null for one that nobody knows. */
  job(method: string, path: string, posted: Item): Item | null;
  /** The archive at an address; null where none lies. */
  archive(url: string): Buffer | null;
}

/** Each job is not started when it is posted, and completed at the first look. */
export function playExports({ reports }: Tenant, storage: string): PlayedExports {
  const jobs = new Map<string, Item>();
  const urlOf = (id: string) => `${storage}/exports/${id}.zip?sig=played`;
  return {
    job: (method, path, posted) => {
      if (method === 'POST') {
        const id = `${posted.reportName}_${randomUUID()}`;
        const job = { ...posted, id, status: 'notStarted', url: null };
        if (!reports[String(posted.reportName)]) return null;
        jobs.set(id, job);
        return job;
      }
      const id = /\('([^']+)'\)$/.exec(path)?.[1] ?? '';
      const job = jobs.get(id);
      return job ? { ...job, status: 'completed', url: urlOf(id) } : null;
    },
    archive: (url) => {
      const [id, job] = [...jobs].find(([each]) => urlOf(each) === url) ?? [];
      if (id === undefined || !job) return null;
      const rows = reports[String(job.reportName)] ?? [];
      return zipOne(`${id}.csv`, csvOf(String(job.reportName), namesOf(job.select), rows));
    },
  };
}

const namesOf = (select: unknown): string[] => (Array.isArray(select) ? select.map(String) : []);

/** As Intune writes it: a byte order mark, every value in quotes, headers under which columns come back. */
function csvOf(report: string, select: readonly string[], rows: readonly ReportRow[]): Buffer {
  const headers = select.map((name) => reportHeaders[report]?.[name] ?? name);
  const lines = [headers, ...rows.map((row) => select.map((name) => row[name] ?? ''))];
  const quoted = lines.map((line) => line.map((value) => `"${value.replaceAll('"', '""')}"`).join(','));
  return Buffer.from(`\uFEFF${quoted.join('\r\n')}\r\n`, 'utf8');
}
