import {
  AuditorService,
  BackstageCredentials,
  BackstageUserPrincipal,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';
import {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';
import {
  lineageImpactNotifyPermission,
  LineageImpactNotice,
  LineageNodeName,
} from '@understudy/plugin-lineage-common';
import express from 'express';
import { inBatches } from '../access/inBatches';
import { LineageAccess } from '../access/LineageAccess';
import { ImpactService } from './ImpactService';
import { NoticeStore } from './NoticeStore';
import { writeNotices } from './writeNotices';

const SENT_AT_ONCE = 5;

/** Tells the owners of what a change touches. */
export class ImpactNotifier {
  readonly #access: LineageAccess;
  readonly #auditor: AuditorService;
  readonly #impact: ImpactService;
  readonly #logger: LoggerService;
  readonly #notifications: NotificationService;
  readonly #notices: NoticeStore;
  readonly #now: () => Date;

  constructor(options: {
    access: LineageAccess;
    auditor: AuditorService;
    impact: ImpactService;
    logger: LoggerService;
    notifications: NotificationService;
    notices: NoticeStore;
    now: () => Date;
  }) {
    this.#access = options.access;
    this.#auditor = options.auditor;
    this.#impact = options.impact;
    this.#logger = options.logger;
    this.#notifications = options.notifications;
    this.#notices = options.notices;
    this.#now = options.now;
  }

  /**
   * Tells each owner once, about what the caller may see.
   *
   * @throws TooManyRequestsError when they were told a short while ago.
   */
  async notify(
    {
      message,
      ...change
    }: { root: LineageNodeName; environment?: string; message?: string },
    options: {
      credentials: BackstageCredentials<BackstageUserPrincipal>;
      request: express.Request;
    },
  ): Promise<LineageImpactNotice> {
    const { credentials } = options;
    await this.#access.require(lineageImpactNotifyPermission, { credentials });
    const impact = await this.#impact.get(
      { ...change, direction: 'downstream' },
      { credentials, limit: Number.MAX_SAFE_INTEGER },
    );
    const notice = {
      sentBy: credentials.principal.userEntityRef,
      root: impact.root,
    };
    const { notices, left } = writeNotices(impact, {
      ...notice,
      environment: change.environment,
      message: message?.trim(),
    });
    const unowned = impact.owners
      .filter(({ owner }) => owner === undefined)
      .reduce((sum, { items }) => sum + items, 0);
    const answer = {
      owners: 0,
      failed: 0,
      unowned,
      complete: impact.complete && !impact.truncated && !left,
    };
    if (notices.length === 0) {
      return answer;
    }
    const event = await this.#auditor.createEvent({
      eventId: 'impact-notify',
      request: options.request,
      severityLevel: 'low',
      meta: {
        root: impact.root,
        environment: impact.environment,
        owners: notices.length,
      },
    });
    try {
      await this.#notices.claim(notice, this.#now());
      const failed = await this.#send(notices);
      if (failed === notices.length) {
        await this.#notices.release(notice);
        throw new ServiceUnavailableError(
          'No owner could be told: notifications cannot be sent now',
        );
      }
      await event.success();
      return { ...answer, owners: notices.length - failed, failed };
    } catch (error) {
      await event.fail({
        error: isError(error) ? error : new Error(String(error)),
      });
      throw error;
    }
  }

  /** Answers how many could not be sent. */
  async #send(notices: NotificationSendOptions[]): Promise<number> {
    let failed = 0;
    for (const batch of inBatches(notices, SENT_AT_ONCE)) {
      const outcomes = await Promise.allSettled(
        batch.map(notice => this.#notifications.send(notice)),
      );
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') {
          failed += 1;
          this.#logger.warn(
            'An owner could not be told about an impact',
            isError(outcome.reason) ? outcome.reason : undefined,
          );
        }
      }
    }
    return failed;
  }
}
