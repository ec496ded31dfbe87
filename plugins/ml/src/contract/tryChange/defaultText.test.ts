import { FieldType, Json } from '@understudy/contracts';
import { buildField } from '../../__testUtils__/contractBuilders';
import { readDefault, writeDefault } from './defaultText';

const text: FieldType = { kind: 'scalar', type: 'string' };
const number: FieldType = { kind: 'scalar', type: 'int64' };
const list: FieldType = { kind: 'array', items: text };

describe('defaultText', () => {
  it.each<[FieldType, string, Json]>([
    [text, 'free', 'free'],
    [text, '12', '12'],
    [text, '""', ''],
    [text, 'null', null],
    [number, '12', 12],
    [number, 'null', null],
    [list, '["a"]', ['a']],
  ])('of %j, %s is %j and is written so', (type, typed, value) => {
    expect(readDefault(typed, type)).toEqual({ default: { value } });
    expect(writeDefault(buildField('f', type, { default: { value } }))).toBe(
      typed,
    );
  });

  it('takes nothing for no default', () => {
    expect(readDefault('  ', text)).toEqual({});
    expect(writeDefault(buildField('f'))).toBe('');
  });

  it('refuses what is no value', () => {
    expect(readDefault('twelve', number)).toBeUndefined();
  });
});
