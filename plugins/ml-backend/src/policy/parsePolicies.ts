import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import Ajv2020, { ErrorObject } from 'ajv/dist/2020';
import { parseAllDocuments } from 'yaml';
import { PromotionPolicy } from './PromotionPolicy';
import { promotionPolicySchema } from './promotionPolicySchema';
import { policyContradictions } from './policyContradictions';
import { unsupportedFeatures } from './unsupportedFeatures';

const MAX_BYTES = 1024 * 1024;
const MAX_DOCUMENTS = 100;
const MAX_ERRORS = 20;

const validate = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: false,
  formats: { uri: true },
}).compile<PromotionPolicy>(promotionPolicySchema);

/**
 * Reads the policies in a YAML text of one or more documents.
 *
 * @throws InputError that lists every fault with its path and value.
 */
export function parsePolicies(text: string): PromotionPolicy[] {
  if (Buffer.byteLength(text) > MAX_BYTES) {
    throw new InputError(`The policy file is larger than ${MAX_BYTES} bytes`);
  }
  // A bound on aliases keeps a small file from growing into a huge one.
  const documents = parseAllDocuments(text, { uniqueKeys: true });
  if (documents.length === 0 || documents.length > MAX_DOCUMENTS) {
    throw new InputError(
      `A policy file holds 1 to ${MAX_DOCUMENTS} documents, this one ${documents.length}`,
    );
  }
  const faults: string[] = [];
  const policies: PromotionPolicy[] = [];
  for (const [index, document] of Array.from(documents).entries()) {
    const where = documents.length > 1 ? `document ${index + 1}: ` : '';
    if (document.errors.length > 0) {
      faults.push(...document.errors.map(error => where + error.message));
      continue;
    }
    const value: JsonValue = document.toJS({ maxAliasCount: 100 });
    const found = faultsOf(value);
    faults.push(...found.map(fault => where + fault));
    if (found.length === 0 && validate(value)) {
      policies.push(value);
    }
  }
  if (faults.length > 0) {
    const shown = faults.slice(0, MAX_ERRORS);
    const rest = faults.length - shown.length;
    throw new InputError(
      shown.join('; ') + (rest > 0 ? `; and ${rest} more` : ''),
    );
  }
  return policies;
}

function faultsOf(value: JsonValue): string[] {
  if (!validate(value)) {
    return describe(validate.errors ?? []);
  }
  const unsupported = unsupportedFeatures(value as unknown as JsonValue);
  return unsupported.length > 0 ? unsupported : policyContradictions(value);
}

function describe(errors: ErrorObject[]): string[] {
  return errors
    .filter(error => error.keyword !== 'if')
    .map(error => {
      const path =
        error.instancePath
          .slice(1)
          .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
          .replaceAll('/', '.') || 'policy';
      const value =
        error.data === null || typeof error.data !== 'object'
          ? ` (found ${JSON.stringify(error.data)})`
          : '';
      return `${path}: ${error.message}${detail(error)}${value}`;
    });
}

function detail(error: ErrorObject): string {
  switch (error.keyword) {
    case 'additionalProperties':
      return `: '${error.params.additionalProperty}'`;
    case 'enum':
      return `: ${error.params.allowedValues.join(', ')}`;
    case 'const':
      return `: ${JSON.stringify(error.params.allowedValue)}`;
    default:
      return '';
  }
}
