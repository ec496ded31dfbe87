import { Knex } from 'knex';
import { setStoredAlias } from '../../aliases/history/setStoredAlias';
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
      setAlias: async ({ record, alias, version, promotionId }) => {
        const found:
          { id: string; record_id: string; subject_id: string } | undefined =
          await versions(record.name)
            .where('version.record_version', version)
            .first('version.id', 'version.record_id', 'version.subject_id');
        if (!found) {
          throw new Error(
            `The portal has no version '${version}' of '${record.name}' any more`,
          );
        }
        await knex.transaction(tx =>
          setStoredAlias(tx, {
            record: { id: found.record_id, subjectId: found.subject_id },
            alias,
            versionId: found.id,
            at: now().toISOString(),
            via: 'promotion',
            promotionId,
          }),
        );
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
