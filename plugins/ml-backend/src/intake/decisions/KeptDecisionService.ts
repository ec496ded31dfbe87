import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  KeptIntakeDecision,
  mlIntakeReadPermission,
} from '@understudy/plugin-ml-common';
import { toKeptDecision } from './decisionRows';
import { IntakeDecisionStore } from './IntakeDecisionStore';

const PAGE_SIZE = 1000;

/** Tells importers what was decided. */
export class KeptDecisionService {
  readonly #decisions: IntakeDecisionStore;
  readonly #permissions: PermissionsService;

  constructor(options: {
    decisions: IntakeDecisionStore;
    permissions: PermissionsService;
  }) {
    this.#decisions = options.decisions;
    this.#permissions = options.permissions;
  }

  /** Decisions in force about one server. The cursor is the id of the last. */
  async list(
    options: { server: string; cursor?: string },
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<{ items: KeptIntakeDecision[]; nextCursor?: string }> {
    const [{ result }] = await this.#permissions.authorize(
      [{ permission: mlIntakeReadPermission }],
      { credentials },
    );
    if (result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You are missing the permission '${mlIntakeReadPermission.name}'`,
      );
    }
    const rows = await this.#decisions.list({
      server: options.server,
      after: options.cursor,
      limit: PAGE_SIZE + 1,
    });
    const page = rows.slice(0, PAGE_SIZE);
    const last = page.at(-1);
    return {
      items: page.map(toKeptDecision),
      ...(rows.length > page.length && last ? { nextCursor: last.id } : {}),
    };
  }
}
