import { scalarTypes, ScalarType } from '../fields/scalars';
import { profiles } from './profiles';
import { Promotion } from './promotions';

/** Written type to types that are read without loss, and to those that may round; everything else is not read. */
type Table = Partial<Record<ScalarType, [lossless: string, lossy?: string]>>;

const text: Table = Object.fromEntries(
  ['uuid', 'json', 'date', 'time', 'timestamp', 'timestamptz', 'duration'].map(
    type => [type, ['', 'string']],
  ),
);

const standard: Table = {
  int8: ['int16 int32 int64 float16 bfloat16 float32 float64 decimal'],
  uint8: [
    'uint16 uint32 uint64 int16 int32 int64 float16 bfloat16 float32 float64 decimal',
  ],
  int16: ['int32 int64 float32 float64 decimal'],
  uint16: ['int32 int64 uint32 uint64 float32 float64 decimal'],
  int32: ['int64 float64 decimal', 'float32'],
  uint32: ['uint64 int64 float64 decimal', 'float32'],
  int64: ['decimal', 'float32 float64'],
  uint64: ['decimal', 'float32 float64'],
  float16: ['float32 float64'],
  bfloat16: ['float32 float64'],
  float32: ['float64'],
  decimal: ['', 'float64'],
  ...text,
};

const json: Table = {
  ...standard,
  ...Object.fromEntries(Object.keys(text).map(type => [type, ['string']])),
  int16: ['int32 int64 float32 float64 decimal'],
  int32: ['int64 float32 float64 decimal'],
  uint32: ['uint64 int64 float32 float64 decimal'],
  int64: ['float32 float64 decimal'],
  uint64: ['float32 float64 decimal'],
};

const tables: Record<keyof typeof profiles, Table> = {
  strict: standard,
  default: standard,
  avro: {
    int32: ['int64 float64', 'float32'],
    int64: ['', 'float32 float64'],
    float32: ['float64'],
    string: ['', 'bytes'],
    bytes: ['', 'string'],
  },
  mlflow: { int32: ['int64 float64'], float32: ['float64'] },
  oip: {},
  'jsonschema-strict': json,
  'jsonschema-lenient': json,
  sql: { ...standard, date: ['timestamp', 'string'] },
};

const pairs = scalarTypes.flatMap(writer =>
  scalarTypes.map(reader => ({ writer, reader })),
);

describe.each(Object.keys(tables) as (keyof typeof tables)[])(
  'promotions of the profile %s',
  profile => {
    it('are those of the table, for all pairs of types', () => {
      const expected = pairs.map(({ writer, reader }): Promotion => {
        const [lossless = '', lossy = ''] = tables[profile][writer] ?? [];
        if (writer === reader) {
          return 'same';
        }
        if (lossless.split(' ').includes(reader)) {
          return 'lossless';
        }
        return lossy.split(' ').includes(reader) ? 'lossy' : 'none';
      });
      const actual = pairs.map(({ writer, reader }) =>
        profiles[profile].promotion(writer, reader),
      );
      const wrong = pairs.filter(
        (_, index) => expected[index] !== actual[index],
      );
      expect(pairs).toHaveLength(23 * 23);
      expect(wrong).toEqual([]);
    });
  },
);
