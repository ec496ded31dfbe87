import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mlIntakeReadPermission } from '@understudy/plugin-ml-common';
import { PortalModel } from '@understudy/plugin-ml-node';
import { Knex } from 'knex';
import { PORTAL_SERVER } from './records/portalRows';
import { ModelReader } from './records/ModelReader';
import { ModelRow, selectModels, toStoredModel } from './records/selectModels';

const PAGE_SIZE = 500;
/** Tags that say something of the Model. */
const TOLD_TAGS = ['type', 'lifecycle'];

/** Answers the catalog which models the portal keeps and nobody describes. */
export class PortalModelService {
  readonly #knex: Knex;
  readonly #permissions: PermissionsService;
  readonly #reader: ModelReader;

  constructor(options: {
    knex: Knex;
    permissions: PermissionsService;
    reader: ModelReader;
  }) {
    this.#knex = options.knex;
    this.#permissions = options.permissions;
    this.#reader = options.reader;
  }

  async list(
    { cursor }: { cursor?: string },
    options: { credentials: BackstageCredentials },
  ): Promise<{ items: PortalModel[]; nextCursor?: string }> {
    const [decision] = await this.#permissions.authorize(
      [{ permission: mlIntakeReadPermission }],
      options,
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You are missing the permission '${mlIntakeReadPermission.name}'`,
      );
    }
    const query = selectModels(this.#knex)
      .where({
        'registry_record.server': PORTAL_SERVER,
        'portal_record.emitted': true,
      })
      .whereNull('registry_record.gone_since')
      .orderBy('registry_record.id')
      .limit(PAGE_SIZE);
    if (cursor) {
      query.where('registry_record.id', '>', cursor);
    }
    const rows: ModelRow[] = await query;
    const details = await this.#reader.readDetails(rows.map(({ id }) => id));
    return {
      items: rows.map(row => {
        const { name, kind, description, own } = toStoredModel(row);
        return {
          name,
          kind,
          namespace: 'default',
          entityName: own?.entityName ?? name,
          ...(own?.owner ? { owner: own.owner } : {}),
          ...(description ? { description } : {}),
          tags: details(row.id).tags.filter(({ key }) =>
            TOLD_TAGS.includes(key),
          ),
        };
      }),
      ...(rows.length === PAGE_SIZE ? { nextCursor: rows.at(-1)?.id } : {}),
    };
  }
}
