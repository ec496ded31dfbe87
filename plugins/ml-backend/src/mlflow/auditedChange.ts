import { AuditorService } from '@backstage/backend-plugin-api';
import { ForwardedError, isError } from '@backstage/errors';
import express from 'express';
import { RegistryCaller } from './access/RegistryCaller';

/**
 * Tells the platform's auditor how a change by a client of the registry went.
 * The request goes along as texts: the auditor would look for a token of the
 * platform in it, and a registry token is none.
 */
export async function auditedChange<T>(
  options: {
    auditor: AuditorService;
    caller: RegistryCaller;
    request: express.Request;
  },
  run: () => Promise<T>,
): Promise<T> {
  const { auditor, caller, request } = options;
  const event = await auditor.createEvent({
    eventId: 'mlflow-change',
    severityLevel: 'medium',
    meta: {
      actionType: request.path.split('/').slice(-2).join('/'),
      method: request.method,
      by: caller.account,
      ...(caller.tokenId ? { registryToken: caller.tokenId } : {}),
    },
  });
  try {
    const result = await run();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({
      error: isError(error)
        ? error
        : new ForwardedError('The change failed', error),
    });
    throw error;
  }
}
