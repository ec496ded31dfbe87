import { ScalarType } from './scalars';

/** How far the integer types reach; the ends of 64 bits are the next number that a double holds. */
export const integerBounds: Partial<
  Record<ScalarType, { min: number; max: number }>
> = {
  int8: { min: -128, max: 127 },
  int16: { min: -32768, max: 32767 },
  int32: { min: -2147483648, max: 2147483647 },
  int64: { min: -(2 ** 63), max: 2 ** 63 },
  uint8: { min: 0, max: 255 },
  uint16: { min: 0, max: 65535 },
  uint32: { min: 0, max: 4294967295 },
  uint64: { min: 0, max: 2 ** 64 },
};
