import { Knex } from 'knex';
import { AliasTarget } from '../../promotion/AliasMover';
import { PORTAL_SERVER } from './portalRows';

/**
 * The portal as promotions see a registry: they move its aliases as they move
 * those of a server, and write them down themselves.
 */
export function createPortalAliasTarget(options: {
  knex: Knex;
  now: () => Date;
}): AliasTarget {
  const { knex, now } = options;
  const versions = (name: string) =>
    knex('version')
      .join('registry_record', 'registry_record.id', '=', 'version.record_id')
      .where({
        'registry_record.server': PORTAL_SERVER,
        'registry_record.name': name,
        'version.gone_since': null,
      });
  return {
    type: PORTAL_SERVER,
    title: 'the portal',
    aliases: {
      setAlias: async ({ record, alias, version }) => {
        const found: { id: string; record_id: string } | undefined =
          await versions(record.name)
            .where('version.record_version', version)
            .first('version.id', 'version.record_id');
        if (!found) {
          throw new Error(
            `The portal has no version '${version}' of '${record.name}' any more`,
          );
        }
        await knex('version_alias')
          .insert({
            record_id: found.record_id,
            alias,
            version_id: found.id,
            seen_at: now().toISOString(),
          })
          .onConflict(['record_id', 'alias'])
          .merge();
      },
      readAlias: async ({ record, alias }) => {
        const found: { version: string } | undefined = await versions(
          record.name,
        )
          .join('version_alias', 'version_alias.version_id', '=', 'version.id')
          .where('version_alias.alias', alias)
          .first('version.record_version as version');
        return found?.version;
      },
    },
  };
}
