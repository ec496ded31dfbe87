import { AskedChange } from './AskedChange';
import { changeKey } from './changeKey';

const record = { id: '01J1', kind: 'model' as const };
const version = { id: '01J2', recordId: '01J1', label: '1', number: 1 };
const key = (
  change: AskedChange,
  of: Parameters<typeof changeKey>[0] = record,
) => changeKey(of, change);
const create = (source: string, value = 'small'): AskedChange => ({
  kind: 'version.create',
  wanted: { source, tags: [{ key: 'size', value }] },
});

describe('changeKey', () => {
  it('is one for what cannot be done at the same time', () => {
    expect(key({ kind: 'record.rename', name: 'a', former: 'b' })).toBe(
      key({ kind: 'record.delete' }),
    );
    expect(key({ kind: 'alias.set', alias: 'best', version })).toBe(
      key({ kind: 'alias.set', alias: 'best' }),
    );
    expect(
      key({
        kind: 'version.stage',
        version,
        stage: 'Staging',
        archiveOthers: true,
      }),
    ).toBe(
      key({
        kind: 'version.stage',
        version: { ...version, number: 2 },
        stage: 'Archived',
        archiveOthers: false,
      }),
    );
  });

  it('is another for another thing', () => {
    const keys = [
      key({ kind: 'record.delete' }),
      key({ kind: 'record.delete' }, { ...record, id: '01J9' }),
      key({ kind: 'record.describe', description: 'a' }),
      key({ kind: 'record.tag', tag: { key: 'a' } }),
      key({ kind: 'record.tag', tag: { key: 'b' } }),
      key({ kind: 'alias.set', alias: 'a' }),
      key({ kind: 'alias.set', alias: 'b' }),
      key({ kind: 'version.tag', version, tag: { key: 'a' } }),
      key({ kind: 'version.describe', version }),
      key({ kind: 'version.delete', version }),
      key(create('s3://1')),
      key(create('s3://2')),
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('tells registrations apart by source and run, and prompts by their texts', () => {
    expect(key(create('s3://1', 'small'))).toBe(key(create('s3://1', 'large')));
    const prompt = { ...record, kind: 'prompt' as const };
    expect(key(create('s3://1', 'small'), prompt)).not.toBe(
      key(create('s3://1', 'large'), prompt),
    );
  });
});
