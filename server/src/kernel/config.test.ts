import { expect, test } from 'vitest';
import { type ConfigError, readConfig } from './config.ts';

const database = 'postgres://owner@127.0.0.1:5432/tongban';

const complaintsOf = (env: Record<string, string>): readonly string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    return (error as ConfigError).lines;
  }
};

test('one variable is enough to start with', () => {
  const config = readConfig({ DATABASE_URL: database });

  expect(config).toMatchObject({ mode: 'demo', host: '127.0.0.1', port: 3000, jobs: 'inline' });
  expect(Object.isFrozen(config)).toBe(true);
});

test('everything that is wrong is told at once, by the name of its variable', () => {
  const lines = complaintsOf({ DATABASE_URL: 'mysql://x', PORT: '99999', TONGBAN_MODE: 'prod', POOL_SIZE: 'many' });

  expect(lines.map((line) => line.split(':')[0])).toEqual(
    expect.arrayContaining(['DATABASE_URL', 'PORT', 'TONGBAN_MODE', 'POOL_SIZE']),
  );
});

test('production refuses one role for both and an address without https', () => {
  const lines = complaintsOf({ DATABASE_URL: database, TONGBAN_MODE: 'production', DATABASE_APP_URL: database });

  expect(lines).toHaveLength(2);
});
