import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { DatasetName } from '../evidence/DatasetName';
import { DataTable } from '../pieces/DataTable';
import { formatVersion } from '../pieces/formatVersion';
import { PagedRows } from '../pieces/PagedRows';
import { shortDigest } from '../pieces/shortDigest';
import { Tag } from '../pieces/Tag';
import { useDurationText } from '../pieces/useDurationText';
import { dataTranslationRef } from '../fields/translation';
import { DefinitionChange } from './definitionChanges';

const PAGE_SIZE = 25;

/** What changed in a definition, one thing a row. */
export function DefinitionChangesTable(props: {
  changes: DefinitionChange[];
  before: ModelVersion;
  after: ModelVersion;
}) {
  const { changes, before, after } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const inWords = useDurationText();
  const label = t('dataVersions.compare.label');
  const valueText = (part: DefinitionChange['part'], value?: string) => {
    if (!value) {
      return undefined;
    }
    switch (part) {
      case 'ttl':
        return inWords(value);
      case 'transformation':
        return shortDigest(value);
      default:
        return value;
    }
  };
  return (
    <PagedRows items={changes} size={PAGE_SIZE} label={label}>
      {shown => (
        <DataTable
          label={label}
          rows={shown}
          rowKey={({ part, name }) => `${part} ${name}`}
          columns={[
            {
              id: 'kind',
              title: t('dataVersions.compare.column.kind'),
              render: ({ kind }) => (
                <Tag strong={kind === 'removed'}>
                  {t(`dataVersions.compare.kind.${kind}`)}
                </Tag>
              ),
            },
            {
              id: 'part',
              title: t('dataVersions.compare.column.part'),
              render: ({ part }) => t(`dataVersions.compare.part.${part}`),
            },
            {
              id: 'name',
              title: t('dataVersions.compare.column.name'),
              render: ({ part, name }) => {
                if (part === 'ttl' || part === 'transformation') {
                  return undefined;
                }
                return part === 'source' ? <DatasetName value={name} /> : name;
              },
            },
            {
              id: 'before',
              title: t('dataVersions.compare.column.before', {
                version: formatVersion(before.label),
              }),
              render: change => valueText(change.part, change.before),
            },
            {
              id: 'after',
              title: t('dataVersions.compare.column.after', {
                version: formatVersion(after.label),
              }),
              render: change => valueText(change.part, change.after),
            },
          ]}
        />
      )}
    </PagedRows>
  );
}
