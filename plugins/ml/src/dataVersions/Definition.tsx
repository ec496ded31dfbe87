import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import {
  isFeatureViewEntity,
  ModelVersion,
} from '@understudy/plugin-ml-common';
import { DatasetName } from '../evidence/DatasetName';
import { featureRefs } from '../fields/featureRefs';
import { FieldLink } from '../fields/FieldLink';
import { DataTable } from '../pieces/DataTable';
import { DigestText } from '../pieces/DigestText';
import { Facts } from '../pieces/Facts';
import { PagedRows } from '../pieces/PagedRows';
import { Section } from '../pieces/Section';
import { dataTranslationRef } from '../fields/translation';

// Definitions have up to 2,000 fields.
const PAGE_SIZE = 25;

/** How the features of a version are computed. */
export function Definition(props: { version: ModelVersion; entity?: Entity }) {
  const { version, entity } = props;
  const { definition } = version;
  const { t } = useTranslationRef(dataTranslationRef);
  const title = t('dataVersions.page.definition');
  if (!definition) {
    return (
      <Section title={title}>
        <Typography variant="body2">
          {t('dataVersions.page.noDefinition')}
        </Typography>
      </Section>
    );
  }
  const { fields, entities, sources, transformation } = definition;
  const features =
    entity && isFeatureViewEntity(entity) ? featureRefs(entity) : undefined;
  return (
    <Section title={title}>
      <Facts
        facts={[
          {
            name: t('dataVersions.page.entities'),
            value: entities.length
              ? entities.map(({ name, type }) => (
                  <div key={name}>
                    {[name, type].filter(Boolean).join(' · ')}
                  </div>
                ))
              : t('featureView.noJoinKeys'),
          },
          {
            name: t('dataVersions.page.sources'),
            value: sources.length
              ? sources.map(source => (
                  <div key={source}>
                    <DatasetName value={source} />
                  </div>
                ))
              : t('dataVersions.page.noSources'),
          },
          {
            name: t('dataVersions.page.transformation'),
            value: transformation && (
              <DigestText
                digest={transformation}
                what={t('dataVersions.page.transformation')}
              />
            ),
          },
        ]}
      />
      <PagedRows items={fields} size={PAGE_SIZE} label={t('fields.label')}>
        {shown => (
          <DataTable
            label={t('dataVersions.page.fields', { count: fields.length })}
            rows={shown}
            rowKey={({ name }) => name}
            columns={[
              {
                id: 'name',
                title: t('dataVersions.page.field'),
                render: ({ name }) => (
                  <FieldLink name={name} features={features} />
                ),
              },
              {
                id: 'type',
                title: t('dataVersions.page.type'),
                render: ({ type }) => type,
              },
              {
                id: 'unit',
                title: t('dataVersions.page.unit'),
                render: ({ unit }) => unit,
              },
            ]}
          />
        )}
      </PagedRows>
    </Section>
  );
}
