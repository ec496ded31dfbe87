import { OdcsVersion } from './OdcsVersion';

/** A part of a JSON Schema of 2019-09. */
export type Shape = Readonly<Record<string, unknown>>;

export type Shapes = Readonly<Record<string, Shape>>;

export const anything: Shape = {};
export const text: Shape = { type: 'string' };
export const flag: Shape = { type: 'boolean' };
export const whole: Shape = { type: 'integer' };
export const count: Shape = { type: 'integer', minimum: 0 };
export const amount: Shape = { type: 'number' };
export const single: Shape = {
  type: ['string', 'number', 'boolean', 'null'],
};

/** What documents of 3.1 may refer to a part by. */
export const stableId: Shape = { type: 'string', pattern: '^[\\w-]+$' };

export function words(...enumeration: string[]): Shape {
  return { type: 'string', enum: enumeration };
}

export function listOf(items: Shape, rest: Shape = {}): Shape {
  return { type: 'array', items, ...rest };
}

/** One of the shapes that the schema names. */
export function named(name: string): Shape {
  return { $ref: `#/$defs/${name}` };
}

export function texts(...names: string[]): Shapes {
  return Object.fromEntries(names.map(name => [name, text]));
}

/** An object that may have other members too. */
export function open(members: Shapes, required: readonly string[] = []): Shape {
  return { type: 'object', properties: members, required };
}

/** An object without other members. */
export function closed(
  members: Shapes,
  required: readonly string[] = [],
): Shape {
  return { ...open(members, required), additionalProperties: false };
}

/**
 * Most parts of 3.0 may have members that the standard does not know. Those of
 * 3.1 may not; they may have an id, and some that are new.
 */
export function part(
  version: OdcsVersion,
  members: Shapes,
  required: readonly string[] = [],
  since31: Shapes = {},
): Shape {
  return version === '3.0'
    ? open(members, required)
    : closed({ id: stableId, ...members, ...since31 }, required);
}
