import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { engineVersion } from './engineVersion';

describe('engineVersion', () => {
  it('is the version that the package is released as', () => {
    const file = resolve(__dirname, '../package.json');
    expect(engineVersion).toBe(JSON.parse(readFileSync(file, 'utf8')).version);
    expect(engineVersion).toMatch(/^\d+\.\d+\.\d+/);
  });
});
