import { VERSION_LABEL_PATTERN } from '@understudy/plugin-ml-common';
import { labelPrefix, versionLabel } from './versionLabel';

const none = new Set<string>();

describe('labelPrefix', () => {
  it.each([
    [{ server: 'eu', name: 'a' }, ''],
    [{ server: 'eu', name: 'a', environment: 'production' }, ''],
    [{ server: 'us', name: 'a' }, 'us:'],
    [{ server: 'eu', name: 'a', environment: 'dev' }, 'dev:'],
    [{ server: 'eu', name: 'a', variant: 'store=0417' }, 'store-0417:'],
    [
      { server: 'us', name: 'a', environment: 'dev', variant: 'de' },
      'us:dev:de:',
    ],
  ])('of %j is %j', (record, expected) => {
    expect(labelPrefix({ record, home: 'eu', taken: none })).toBe(expected);
  });

  it('names the record, and then something unique, when it is taken', () => {
    const record = { server: 'eu', name: 'fraud' };
    const taken = new Set(['']);
    expect(labelPrefix({ record, home: 'eu', taken })).toBe('fraud:');
    taken.add('fraud:');
    const unique = labelPrefix({ record, home: 'eu', taken });
    expect(taken.has(unique)).toBe(false);
  });

  it('keeps long prefixes short and apart', () => {
    const prefixes = ['a', 'b'].map(end =>
      labelPrefix({
        record: {
          server: 'eu',
          name: 'x',
          variant: `${'v'.repeat(200)}${end}`,
        },
        home: 'eu',
        taken: none,
      }),
    );
    expect(new Set(prefixes).size).toBe(2);
    expect(Math.max(...prefixes.map(p => p.length))).toBeLessThanOrEqual(60);
  });
});

describe('versionLabel', () => {
  const id = '01J00000000000000000000001';
  const label = (recordVersion: string, taken = none) =>
    versionLabel({ prefix: '', server: 'eu', recordVersion, id, taken });

  it("is the registry's number", () => {
    expect(label('44')).toBe('44');
  });

  it('gives way to what has the label, down to the identity', () => {
    expect(label('44', new Set(['44']))).toBe('eu:44');
    expect(label('44', new Set(['44', 'eu:44']))).toBe(id);
  });

  it.each(['v 1/2', '#7', '@x', '', '---', 'x'.repeat(250)])(
    'fits a version reference for %j',
    recordVersion => {
      expect(label(recordVersion)).toMatch(new RegExp(VERSION_LABEL_PATTERN));
    },
  );
});
