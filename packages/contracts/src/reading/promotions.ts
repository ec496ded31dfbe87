import { ScalarType } from '../fields/scalars';

/** How a reader of one scalar type takes values of another. */
export type Promotion = 'same' | 'lossless' | 'lossy' | 'none';

type PromotionTable = Partial<Record<ScalarType, readonly ScalarType[]>>;

/** Written type to the types that hold each of its values exactly. Digits of decimals are compared apart. */
const lossless: PromotionTable = {
  // Eight bits of significand hold one byte, so bfloat16 does too.
  int8: [
    'int16',
    'int32',
    'int64',
    'float16',
    'bfloat16',
    'float32',
    'float64',
    'decimal',
  ],
  uint8: [
    'uint16',
    'uint32',
    'uint64',
    'int16',
    'int32',
    'int64',
    'float16',
    'bfloat16',
    'float32',
    'float64',
    'decimal',
  ],
  int16: ['int32', 'int64', 'float32', 'float64', 'decimal'],
  uint16: [
    'int32',
    'int64',
    'uint32',
    'uint64',
    'float32',
    'float64',
    'decimal',
  ],
  int32: ['int64', 'float64', 'decimal'],
  uint32: ['uint64', 'int64', 'float64', 'decimal'],
  int64: ['decimal'],
  uint64: ['decimal'],
  float16: ['float32', 'float64'],
  bfloat16: ['float32', 'float64'],
  float32: ['float64'],
};

const textual: readonly ScalarType[] = [
  'uuid',
  'json',
  'date',
  'time',
  'timestamp',
  'timestamptz',
  'duration',
];

const toText: PromotionTable = Object.fromEntries(
  textual.map(type => [type, ['string']]),
);

/** Written type to the types that may round it. No profile reads float64 as float32. */
const lossy: PromotionTable = {
  int32: ['float32'],
  uint32: ['float32'],
  int64: ['float32', 'float64'],
  uint64: ['float32', 'float64'],
  decimal: ['float64'],
  ...toText,
};

const integers: readonly ScalarType[] = [
  'int8',
  'int16',
  'int32',
  'int64',
  'uint8',
  'uint16',
  'uint32',
  'uint64',
];

/** In JSON there is one kind of number, and an integer is one. */
const jsonNumbers: PromotionTable = {
  ...Object.fromEntries(
    integers.map(type => [
      type,
      [...(lossless[type] ?? []), 'float32', 'float64', 'decimal'],
    ]),
  ),
  float16: lossless.float16,
  bfloat16: lossless.bfloat16,
  float32: lossless.float32,
  ...toText,
};

function createPromotion(
  exact: PromotionTable,
  rounding: PromotionTable,
): (writer: ScalarType, reader: ScalarType) => Promotion {
  return (writer, reader) => {
    if (writer === reader) {
      return 'same';
    }
    if (exact[writer]?.includes(reader)) {
      return 'lossless';
    }
    return rounding[writer]?.includes(reader) ? 'lossy' : 'none';
  };
}

/** What is lossless by the table, and what may round. */
export const standardPromotion = createPromotion(lossless, lossy);

/** The resolution of Avro, of which some round: those are named so. */
export const avroPromotion = createPromotion(
  { int32: ['int64', 'float64'], float32: ['float64'] },
  {
    int32: ['float32'],
    int64: ['float32', 'float64'],
    string: ['bytes'],
    bytes: ['string'],
  },
);

/** What a served MLflow model converts. */
export const mlflowPromotion = createPromotion(
  { int32: ['int64', 'float64'], float32: ['float64'] },
  {},
);

/** Binary tensors are never converted. */
export const noPromotion = createPromotion({}, {});

export const jsonPromotion = createPromotion(jsonNumbers, lossy);

/** Warehouses also read a day as its midnight. */
export const sqlPromotion = createPromotion(
  { ...lossless, date: ['timestamp'] },
  lossy,
);

/** Digits before the point that a decimal needs to hold each value of an integer type. */
export const integerDigits: Partial<Record<ScalarType, number>> = {
  int8: 3,
  uint8: 3,
  int16: 5,
  uint16: 5,
  int32: 10,
  uint32: 10,
  int64: 19,
  uint64: 20,
};
