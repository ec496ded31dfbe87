import { createHash } from 'node:crypto';

/** The longest label that fits a version reference. */
const LABEL_LENGTH = 100;
/** Leaves room in a label for the registry's own number. */
const PREFIX_LENGTH = 60;

/**
 * What goes before the registry's number in the labels of a record's
 * versions: nothing for the home registry, the server's id for others, and
 * the environment and variant where several records feed one model.
 *
 * @param taken - prefixes of the model's other records.
 */
export function labelPrefix(options: {
  record: {
    server: string;
    workspace?: string;
    name: string;
    environment?: string;
    variant?: string;
  };
  home: string | undefined;
  taken: ReadonlySet<string>;
}): string {
  const { record, home, taken } = options;
  const parts: string[] = [];
  if (record.server !== home) {
    parts.push(record.server);
  }
  if (record.environment && !isProduction(record.environment)) {
    parts.push(record.environment);
  }
  if (record.variant) {
    parts.push(record.variant);
  }
  const plain = toPrefix(parts);
  if (!taken.has(plain)) {
    return plain;
  }
  const named = toPrefix([...parts, record.name]);
  if (!taken.has(named)) {
    return named;
  }
  const unique = createHash('sha256')
    .update(JSON.stringify([record.server, record.workspace, record.name]))
    .digest('hex')
    .slice(0, 12);
  return toPrefix([...parts, unique]);
}

/**
 * The label of a version of a record. It is given once and never changes.
 *
 * @param taken - labels the model's versions have already.
 */
export function versionLabel(options: {
  prefix: string;
  server: string;
  recordVersion: string;
  /** The version's identity, for the case that nothing else is unique. */
  id: string;
  taken: ReadonlySet<string>;
}): string {
  const { prefix, server, recordVersion, id, taken } = options;
  const candidates = [
    toLabel(`${prefix}${recordVersion}`),
    toLabel(`${server}:${prefix}${recordVersion}`),
  ];
  return candidates.find(label => label !== '' && !taken.has(label)) ?? id;
}

function isProduction(environment: string): boolean {
  return ['prod', 'production'].includes(environment.toLowerCase());
}

function toPrefix(parts: string[]): string {
  const text = parts.map(part => `${part}:`).join('');
  if (text.length <= PREFIX_LENGTH) {
    return clean(text);
  }
  const digest = createHash('sha256').update(text).digest('hex').slice(0, 8);
  return `${clean(text).slice(0, PREFIX_LENGTH - 10)}-${digest}:`;
}

function toLabel(text: string): string {
  return clean(text).slice(0, LABEL_LENGTH);
}

/** Keeps to what a label in a version reference may hold. */
function clean(text: string): string {
  return text.replace(/[^A-Za-z0-9._:+-]/g, '-').replace(/^[^A-Za-z0-9]+/, '');
}
