import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'vitest';

/** Real data for measuring and importing, kept outside the repository: `TONGBAN_SAMPLE_DATA`, else beside the checkout. */
const folder = process.env['TONGBAN_SAMPLE_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data');

export const samplePath = (name: string): string => join(folder, name);
export const sampleText = (name: string): string => readFileSync(samplePath(name), 'utf8');

/** A test that needs the sample data; without it the report says that it was not run, and why. */
export const testWithSampleData = existsSync(folder)
  ? test
  : (name: string, ..._: unknown[]) => test.skip(`${name} (no sample data in ${folder}: set TONGBAN_SAMPLE_DATA)`);
