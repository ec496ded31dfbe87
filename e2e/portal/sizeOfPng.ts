import { expect } from './test';

/** A PNG says how wide and high it is right at its start. */
export function sizeOfPng(png: Buffer): { width: number; height: number } {
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
