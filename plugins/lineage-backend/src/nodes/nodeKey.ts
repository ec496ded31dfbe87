import { hash } from 'node:crypto';
import { NODE_KIND } from './nodeKinds';

/**
 * The key by which a dataset, job or entity is found. An entity has the
 * namespace '' and its entity ref as name.
 */
export function nodeKeyOf(
  kind: 'dataset' | 'job' | 'entity',
  namespace: string,
  name: string,
): string {
  return digest(`${NODE_KIND[kind]}\n${namespace}\n${name}`);
}

/** The key of a job as the maker of one output. */
export function stepKeyOf(jobKey: string, outputKey: string): string {
  return digest(`${NODE_KIND.step}\n${jobKey}\n${outputKey}`);
}

/** The key by which patterns for the names of a namespace are found. */
export function namespaceKeyOf(namespace: string): string {
  return digest(namespace);
}

function digest(text: string): string {
  return hash('sha256', text, 'base64url');
}
