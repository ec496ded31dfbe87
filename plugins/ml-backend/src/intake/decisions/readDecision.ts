import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';
import { IntakeDecision, intakeLimits } from '@understudy/plugin-ml-common';
import { isStorable } from '../../database/isStorable';

/** A decision as it comes in, from a request or a row of a file. */
export interface DecisionFields {
  action: string;
  owner?: string;
  model?: string;
  reason?: string;
}

/** A decision that is complete. Refs are full and in lower case. */
export type RequestedDecision = IntakeDecision | { action: 'reset' };

/**
 * Reads a decision. Throws InputError when something is missing or wrong that
 * can be seen without looking anything up.
 */
export function readDecision(fields: DecisionFields): RequestedDecision {
  const reason = readReason(fields.reason);
  switch (fields.action) {
    case 'claim':
      return {
        action: 'claim',
        owner: readRef(fields.owner, {
          kind: 'group',
          missing: 'A claim needs an owner, the entity ref of a group',
        }),
        ...(reason ? { reason } : {}),
      };
    case 'bind':
      return {
        action: 'bind',
        model: readRef(fields.model, {
          kind: 'model',
          missing: 'A binding needs the entity ref of a Model',
        }),
        ...(reason ? { reason } : {}),
      };
    case 'ignore':
      if (!reason) {
        throw new InputError('To ignore a record, say why: give a reason');
      }
      return { action: 'ignore', reason };
    case 'reset':
      return { action: 'reset' };
    default:
      throw new InputError(
        `The action is '${fields.action}'; it has to be claim, bind, ignore or reset`,
      );
  }
}

function readReason(text: string | undefined): string | undefined {
  const reason = text?.trim();
  if (reason && reason.length > intakeLimits.reason) {
    throw new InputError(
      `The reason has ${reason.length} characters; ${intakeLimits.reason} are allowed`,
    );
  }
  if (reason && !isStorable(reason)) {
    throw new InputError('The reason has a NUL character in it');
  }
  return reason || undefined;
}

function readRef(
  text: string | undefined,
  options: { kind: string; missing: string },
): string {
  const { kind, missing } = options;
  if (!text?.trim()) {
    throw new InputError(missing);
  }
  if (!isStorable(text)) {
    throw new InputError('The entity ref has a NUL character in it');
  }
  let ref;
  try {
    ref = parseEntityRef(text.trim(), {
      defaultKind: kind,
      defaultNamespace: 'default',
    });
  } catch (error) {
    throw new InputError(
      `'${text}' is no entity ref: ${toError(error).message}`,
    );
  }
  if (ref.kind.toLowerCase() !== kind) {
    throw new InputError(
      `'${text}' is a ${ref.kind}; it has to be a ${kind}, such as ${kind}:default/${ref.name}`,
    );
  }
  return stringifyEntityRef(ref);
}
