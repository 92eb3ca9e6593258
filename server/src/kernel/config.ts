import { resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import Schema from 'typebox/schema';

const Port = Type.Integer({ minimum: 0, maximum: 65535 });

const Settings = Type.Object(
  {
    /** `demo` shows demo accounts and emulators; `production` refuses both; `test` is demo without rate limits. */
    mode: Type.Enum(['demo', 'test', 'production']),
    host: Type.String({ minLength: 1 }),
    port: Port,
    /** Where people reach us; links are built from it and foreign origins are told by it. Empty means the listening address. */
    publicUrl: Type.String({ pattern: '^(https?://[^/]+)?$' }),
    /** Owns the schema, migrates, runs jobs. */
    databaseUrl: Type.String({ pattern: '^postgres(ql)?://' }),
    /** Serves requests with the least rights. Empty means: derived from `databaseUrl` and the role made at migration. */
    databaseAppUrl: Type.String({ pattern: '^(postgres(ql)?://.*)?$' }),
    poolSize: Type.Integer({ minimum: 2, maximum: 200 }),
    /** Keys, files of the local store, imports' reports. */
    varDir: Type.String({ minLength: 1 }),
    jobs: Type.Enum(['inline', 'none']),
    jobConcurrency: Type.Integer({ minimum: 1, maximum: 64 }),
    logLevel: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']),
    logFile: Type.String(),
    /** Proxies whose `X-Forwarded-*` is believed, comma-separated. */
    trustProxy: Type.String(),
    /** The virus scanner (clamd). Empty means: there is none, and every file counts as clean. */
    scannerUrl: Type.String({ pattern: '^(tcp://[^/]+:\\d+|unix:/.+)?$' }),
  },
  { additionalProperties: false },
);
export type Config = Readonly<Static<typeof Settings>>;

const variables: Record<keyof Config, { name: string; fallback: string | number }> = {
  mode: { name: 'TONGBAN_MODE', fallback: 'demo' },
  host: { name: 'HOST', fallback: '127.0.0.1' },
  port: { name: 'PORT', fallback: 3000 },
  publicUrl: { name: 'PUBLIC_URL', fallback: '' },
  databaseUrl: { name: 'DATABASE_URL', fallback: '' },
  databaseAppUrl: { name: 'DATABASE_APP_URL', fallback: '' },
  poolSize: { name: 'POOL_SIZE', fallback: 16 },
  varDir: { name: 'VAR_DIR', fallback: 'var' },
  jobs: { name: 'JOBS', fallback: 'inline' },
  jobConcurrency: { name: 'JOB_CONCURRENCY', fallback: 4 },
  logLevel: { name: 'LOG_LEVEL', fallback: 'info' },
  logFile: { name: 'LOG_FILE', fallback: '' },
  trustProxy: { name: 'TRUST_PROXY', fallback: '' },
  scannerUrl: { name: 'SCANNER_URL', fallback: '' },
};

/** Everything that is wrong with the environment, one line each. */
export class ConfigError extends Error {
  readonly lines: readonly string[];
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

/** Reads the environment once. Throws a `ConfigError` that names every variable that is wrong, not only the first. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const values = Object.fromEntries(
    Object.entries(variables).map(([key, { name, fallback }]) => {
      const text = env[name]?.trim();
      if (text === undefined || text === '') return [key, fallback];
      return [key, typeof fallback === 'number' && /^\d+$/.test(text) ? Number(text) : text];
    }),
  );
  const [valid, errors] = Schema.Errors(Settings, values);
  const lines = valid
    ? []
    : errors.map((error) => {
        const key = error.instancePath.slice(1) as keyof Config;
        return `${variables[key]?.name ?? error.instancePath}: ${error.message}`;
      });
  const config = values as Config;
  if (config.mode === 'production') {
    if (config.databaseAppUrl === '' || config.databaseAppUrl === config.databaseUrl)
      lines.push(
        'DATABASE_APP_URL: production needs a second role that cannot change history; DATABASE_URL owns, DATABASE_APP_URL runs',
      );
    if (!config.publicUrl.startsWith('https://'))
      lines.push('PUBLIC_URL: production needs the https address that people use');
  }
  if (lines.length > 0) throw new ConfigError([...new Set(lines)]);
  return Object.freeze({ ...config, varDir: resolve(config.varDir) });
}
