import { parse, prerelease } from 'semver';
import { specChange } from '../comparison/specChange';
import { Contract, ContractMetadata } from '../contract/Contract';
import { Json } from '../fields/json';
import { createFinding } from '../findings/createFinding';
import { Finding } from '../findings/Finding';
import { sortFindings } from '../findings/sortFindings';
import { ContractConventions } from './ContractConventions';
import { createNamePattern } from './createNamePattern';
import { listFields, ListedField } from './listFields';

/** A rule, where it is broken, and what stands there. */
interface Breach {
  ruleId: string;
  pointer: string;
  port?: string;
  path?: string;
  subject?: string;
  /** What the convention asks for. */
  old?: Json;
  new?: Json;
}

/**
 * Holds a contract against the conventions of an organisation. Throws when a
 * pattern of the conventions is not valid.
 *
 * @returns Sorted warnings of the rules `NAMING_CONVENTION`,
 * `METADATA_MISSING`, `VERSIONING_CONVENTION` and `PACKAGING_CONVENTION`.
 *
 * @public
 */
export function lintContract(
  contract: Contract,
  conventions: ContractConventions,
): Finding[] {
  const fields = listFields(contract);
  const breaches = [
    ...lintNames(contract, fields, conventions),
    ...lintMetadata(contract.metadata, fields, conventions),
    ...lintVersion(contract.metadata.version, conventions),
    ...lintPackaging(contract, conventions),
  ];
  return sortFindings(breaches.map(asFinding));
}

function asFinding(breach: Breach): Finding {
  const { ruleId, pointer, port = '', path = '', ...values } = breach;
  const change = specChange({ ruleId, newPointer: pointer, ...values });
  return createFinding(
    { ...change, port, path },
    { backward: true, forward: true },
  );
}

function lintNames(
  contract: Contract,
  fields: readonly ListedField[],
  { naming = {} }: ContractConventions,
): Breach[] {
  const breaches: Breach[] = [];
  const check = (
    pattern: string | undefined,
    names: readonly Omit<Breach, 'ruleId' | 'old'>[],
  ) => {
    if (pattern !== undefined) {
      const matches = createNamePattern(pattern);
      breaches.push(
        ...names
          .filter(({ new: name }) => !matches(String(name)))
          .map(entry => ({
            ...entry,
            ruleId: 'NAMING_CONVENTION',
            old: pattern,
          })),
      );
    }
  };
  const named = fields.filter(({ field }) => typeof field.name === 'string');
  check(
    naming.fields,
    named.map(({ field, pointer, path, port }) => ({
      pointer: `${pointer}/name`,
      path,
      port,
      new: field.name,
    })),
  );
  check(
    naming.ports,
    contract.spec.ports.map(({ name }, index) => ({
      pointer: `/spec/ports/${index}/name`,
      port: name,
      new: name,
    })),
  );
  check(naming.contracts, [
    { pointer: '/metadata/name', new: contract.metadata.name },
  ]);
  const { owner } = contract.metadata;
  const prefix = naming.fieldPrefixes?.find(
    entry => entry.owner === owner,
  )?.prefix;
  if (prefix !== undefined) {
    breaches.push(
      ...named
        .filter(({ topLevel }) => topLevel)
        .filter(({ field }) => !String(field.name).startsWith(prefix))
        .map(({ field, pointer, path, port }) => ({
          ruleId: 'NAMING_CONVENTION',
          pointer: `${pointer}/name`,
          path,
          port,
          old: `${prefix}…`,
          new: field.name,
        })),
    );
  }
  return breaches;
}

function lintMetadata(
  metadata: ContractMetadata,
  fields: readonly ListedField[],
  { required = [], requiredOfFields = [] }: ContractConventions,
): Breach[] {
  return [
    ...required
      .filter(part => !metadata[part])
      .map(part => ({
        ruleId: 'METADATA_MISSING',
        pointer: '/metadata',
        subject: metadata.name,
        old: part,
      })),
    ...requiredOfFields.flatMap(part =>
      fields
        .filter(({ field }) => !field[part])
        .map(({ pointer, path, port }) => ({
          ruleId: 'METADATA_MISSING',
          pointer,
          path,
          port,
          old: part,
        })),
    ),
  ];
}

function lintVersion(
  version: string,
  { versioning = {} }: ContractConventions,
): Breach[] {
  const { allowInitial = true, allowPrerelease = true } = versioning;
  const initial = !allowInitial && parse(version)?.major === 0;
  const early = !allowPrerelease && prerelease(version) !== null;
  return initial || early
    ? [
        {
          ruleId: 'VERSIONING_CONVENTION',
          pointer: '/metadata/version',
          new: version,
        },
      ]
    : [];
}

function lintPackaging(
  { spec }: Contract,
  { packaging = {} }: ContractConventions,
): Breach[] {
  const { protocol } = spec;
  if (!protocol) {
    return [];
  }
  const breaches: Breach[] = [];
  const check = (
    part: 'name' | 'serialization' | 'flavors',
    subject: string,
    allowed: readonly string[] | undefined,
  ) => {
    const value = protocol[part];
    const given = Array.isArray(value) ? value : [value];
    const fits = given.some(
      entry => entry !== undefined && allowed?.includes(entry),
    );
    if (allowed && value !== undefined && !fits) {
      breaches.push({
        ruleId: 'PACKAGING_CONVENTION',
        pointer: `/spec/protocol/${part}`,
        subject,
        old: [...allowed],
        new: value,
      });
    }
  };
  check('name', 'protocol', packaging.protocols);
  check('serialization', 'serialization', packaging.serializations);
  check('flavors', 'flavor', packaging.flavors);
  return breaches;
}
