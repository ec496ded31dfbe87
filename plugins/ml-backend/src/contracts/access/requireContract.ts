import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { Contract, validateContract } from '@understudy/contracts';

/** Deeper than any type is read; nobody nests by hand so far. */
const MAX_DEPTH = 200;
const SHOWN_PROBLEMS = 20;

/**
 * A contract that somebody sent, with its refs in full. Throws InputError that
 * names each place that is wrong.
 */
export function requireContract(document: unknown, subject: string): Contract {
  requireShallow(document, 'contract');
  const { contract, problems } = validateContract(document);
  if (!contract) {
    const shown = problems
      .slice(0, SHOWN_PROBLEMS)
      .map(({ pointer, message }) => `contract${pointer}: ${message}`);
    const more = problems.length - shown.length;
    throw new InputError(
      `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}`,
    );
  }
  const { spec } = contract;
  if (inFull(spec.subject) !== subject) {
    throw new InputError(
      `contract/spec/subject is '${spec.subject}', and has to be '${subject}'`,
    );
  }
  if (spec.role === 'consumer' && !spec.provider) {
    throw new InputError(
      `contract/spec/provider is missing; the contract of a consumer says of whom it expects something`,
    );
  }
  return {
    ...contract,
    spec: {
      ...spec,
      subject,
      ...(spec.provider && {
        provider: { ...spec.provider, subject: inFull(spec.provider.subject) },
      }),
    },
  };
}

/** Throws InputError for what is nested too deep to be walked through. */
export function requireShallow(document: unknown, name: string): void {
  let level: unknown[] = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) {
      throw new InputError(`${name} is nested deeper than ${MAX_DEPTH} levels`);
    }
    level = level.flatMap(value =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
}

function inFull(ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultNamespace: 'default' }),
  );
}
