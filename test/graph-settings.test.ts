import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { ConfigError } from '../shared/errors.ts';
import { cloudOf } from '../shared/graph/clouds.ts';
import { graphSettings } from '../shared/graph/settings.ts';
import { messages } from '../shared/graph/settings-messages.ts';
import { readYamlFile } from '../shared/yaml-file.ts';
import { clientId, tenantId } from './fakes/graph/application.ts';
import { temporaryFolder } from './fakes/temporary-folder.ts';

const login = { kind: 'secret', clientId, secret: { env: 'GRAPH_SECRET' } };
const parse = (changes: object) => graphSettings.parse({ tenant: tenantId, login, ...changes });

/** What an administrator is told about these settings in a file. */
function refusal(changes: object): string {
  const path = join(temporaryFolder(), 'bridge.yaml');
  writeFileSync(path, stringify({ tenant: tenantId, login, ...changes }));
  try {
    readYamlFile(path, graphSettings);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
  }
  throw new Error('it was accepted');
}

describe('the settings of Microsoft Graph', () => {
  it('need a tenant and a login, and wait patiently', () => {
    expect(parse({})).toMatchObject({
      cloud: 'global',
      attempts: 10,
      pauseSeconds: 2,
      idleSeconds: 100,
      reportMinutes: 30,
      reportGigabytes: 20,
    });
  });

  it.each(['contoso.onmicrosoft.com', 'ville-exemple.qc.ca', tenantId])('take the tenant %s', (tenant) => {
    expect(parse({ tenant }).tenant).toBe(tenant);
  });

  it.each([
    [{ tenant: 'contoso' }, messages.tenantForm.en],
    [{ tenant: 'contoso.com/../common' }, messages.tenantForm.en],
    [{ proxy: 'http://user:password@proxy.example.org' }, messages.proxyForm.en],
    [{ proxy: 'socks5://proxy.example.org' }, messages.proxyForm.en],
    [{ cloud: 'custom' }, messages.hostsOfCustomCloud.en],
    [{ cloud: 'custom', graphRoot: 'https://graph.example.org' }, messages.hostsOfCustomCloud.en],
    [{ authorityHost: 'https://login.example.org' }, messages.hostsOfCustomCloud.en],
    [
      { cloud: 'custom', authorityHost: 'http://login.example.org', graphRoot: 'https://x.org' },
      messages.rootForm.en,
    ],
    [
      { cloud: 'custom', authorityHost: 'https://x.org', graphRoot: 'https://x.org/v1.0' },
      messages.rootForm.en,
    ],
    [{ cloud: 'custom', authorityHost: 'https://a@x.org', graphRoot: 'https://x.org' }, messages.rootForm.en],
    [{ login: { kind: 'secret', clientId, secret: 'plain' } }, 'a secret is never written here'],
    [{ login: { kind: 'password' } }, 'azure-cli'],
    [{ verifyCertificate: false }, 'verifyCertificate'],
  ])('refuse %j and say why', (changes, says) => {
    expect(refusal(changes)).toContain(says);
  });

  it.each([
    ['global', 'https://graph.microsoft.com', 'https://login.microsoftonline.com'],
    ['usgov', 'https://graph.microsoft.us', 'https://login.microsoftonline.us'],
    ['usgov-dod', 'https://dod-graph.microsoft.us', 'https://login.microsoftonline.us'],
    ['china', 'https://microsoftgraph.chinacloudapi.cn', 'https://login.chinacloudapi.cn'],
  ])('know where the cloud %s is', (cloud, root, authority) => {
    expect(cloudOf(parse({ cloud }))).toEqual({ root, authority });
  });

  it('take another cloud, with or without a slash behind it', () => {
    const hosts = {
      authorityHost: 'https://login.example.org:443',
      graphRoot: 'https://Graph.example.org:8443/',
    };
    expect(cloudOf(parse({ cloud: 'custom', ...hosts }))).toEqual({
      authority: 'https://login.example.org',
      root: 'https://graph.example.org:8443',
    });
  });
});
