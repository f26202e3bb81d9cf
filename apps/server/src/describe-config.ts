import type { Config } from './config.ts';
import { describeAllowance } from './egress/address-ranges.ts';
import { usualRates } from './limits/rate.ts';

/** The configuration as text for the log, without anything that opens a door. */
export function describeConfig(config: Config): Readonly<Record<string, string>> {
  return Object.freeze({
    port: String(config.port),
    host: config.host,
    publicUrl: config.publicUrl ?? '(from the port)',
    baseDomain: config.baseDomain ?? '(none)',
    platformTenant: config.platformTenant ?? '(none)',
    contentUrl: config.contentUrl ?? '(from the port, beside localhost)',
    contentPort: config.contentPort === undefined ? '(the next)' : String(config.contentPort),
    takeoverAlarm: String(config.takeoverAlarm),
    rates: config.rates === usualRates ? '(as usual)' : '(set)',
    trustedProxies: config.trustedProxies.join(' ') || '(none)',
    egressAllow: describeAllowance(config.egressAllow),
    dataDir: config.dataDir,
    databaseUrl: config.databaseUrl === undefined ? '(embedded)' : withoutPassword(config.databaseUrl),
    databaseOwnerUrl:
      config.databaseOwnerUrl === undefined ? '(none)' : withoutPassword(config.databaseOwnerUrl),
    secretKey: config.secretKeys === undefined ? '(in the data folder)' : '(set)',
    logLevel: config.logLevel,
    poolSize: String(config.poolSize),
    namedStatements: config.namedStatements ? 'on' : 'off',
    metadata: config.metadata ?? '(none)',
    revocationLists: config.revocationLists.join(', ') || '(none)',
  });
}

/** Shows host and database; user, password and parameters may all be secret. */
function withoutPassword(text: string): string {
  const url = new URL(text);
  return `${url.protocol}//***@${url.host}${url.pathname}`;
}
