import { AuditorService } from '@backstage/backend-plugin-api';
import { ForwardedError, isError } from '@backstage/errors';
import express from 'express';

/** Tells the platform's auditor how a change went. */
export async function audited<T>(
  options: {
    auditor: AuditorService;
    /** In kebab case, such as `promotion-approve`. */
    eventId: string;
    request: express.Request;
    meta: { [name: string]: string | undefined };
  },
  run: () => Promise<T>,
): Promise<T> {
  const { auditor, eventId, request } = options;
  const event = await auditor.createEvent({
    eventId,
    request,
    severityLevel: 'medium',
    meta: Object.fromEntries(
      Object.entries(options.meta).filter(([, value]) => value !== undefined),
    ) as { [name: string]: string },
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
