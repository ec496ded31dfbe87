import { Entity } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { queryString } from '../api/requestJson';
import { dataGoals, dataOrigins } from '../entity/relatedEntities';
import { RelationGroups } from '../entity/RelationGroups';
import { CardColumns } from '../pieces/CardColumns';
import { Section } from '../pieces/Section';
import { lineageRouteRef } from '../routes';
import { dataTranslationRef } from '../fields/translation';

/** What the data come from and go into, and the way to what used this version. */
export function LineageSection(props: {
  version: ModelVersion;
  entity?: Entity;
}) {
  const { version, entity } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const lineagePath = useRouteRef(lineageRouteRef);
  if (!entity && !lineagePath) {
    return null;
  }
  const graph = lineagePath?.() ?? '';
  const address = (query: { used?: string }) =>
    `${graph}${queryString({ root: version.model, ...query })}`;
  return (
    <Section
      title={t('dataVersions.lineage.title')}
      actions={
        lineagePath && (
          <Link to={address({})}>{t('dataVersions.lineage.open')}</Link>
        )
      }
    >
      {entity && (
        <CardColumns>
          <RelationGroups
            entity={entity}
            title={t('dataset.comesFrom')}
            types={dataOrigins}
          />
          <RelationGroups
            entity={entity}
            title={t('dataset.goesTo')}
            types={dataGoals}
          />
        </CardColumns>
      )}
      {lineagePath && (
        <Typography variant="body2">
          <Link to={address({ used: version.label })} underline="always">
            {t('dataVersions.lineage.used')}
          </Link>{' '}
          {t('dataVersions.lineage.usedWhy')}
        </Typography>
      )}
    </Section>
  );
}
