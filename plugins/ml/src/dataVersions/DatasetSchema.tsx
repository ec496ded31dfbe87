import { Link } from '@backstage/core-components';
import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { Contract } from '@understudy/contracts';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { useCallback, useMemo } from 'react';
import { contractApiRef } from '../api/ContractApi';
import { listPortFields, PortField } from '../contract/fields/listPortFields';
import { usePresenceText } from '../contract/fields/usePresenceText';
import { useTypeText } from '../contract/fields/useTypeText';
import { LoadedContent } from '../loading/LoadedContent';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { DataColumn, DataTable } from '../pieces/DataTable';
import { EmptyState } from '../pieces/EmptyState';
import { PagedRows } from '../pieces/PagedRows';
import { Section } from '../pieces/Section';
import { useEntityTabPath } from '../pieces/useEntityTabPath';
import { dataTranslationRef } from '../fields/translation';
import { KnownContracts } from './useContracts';

// Contracts have thousands of fields.
const PAGE_SIZE = 25;

/** The fields of a version of a dataset, which its contract tells. */
export function DatasetSchema(props: {
  version: ModelVersion;
  contracts: Loaded<KnownContracts>;
}) {
  const { version, contracts } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  return (
    <Section title={t('dataVersions.page.schema')}>
      <LoadedContent
        loaded={contracts}
        what={t('dataVersions.contract.what')}
        lines={4}
      >
        {known => <Schema version={version} known={known} />}
      </LoadedContent>
    </Section>
  );
}

function Schema(props: { version: ModelVersion; known: KnownContracts }) {
  const { version, known } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const tabPath = useEntityTabPath();
  const api = useApi(contractApiRef);
  const inForce = known.of(version.label)?.version;
  const contract = useLoaded(
    useCallback(async () => {
      if (inForce === undefined || inForce === known.current?.version) {
        return known.current?.contract;
      }
      return (await api.getVersion(version.model, inForce)).contract;
    }, [api, inForce, known, version.model]),
  );
  if (inForce === undefined) {
    return (
      <EmptyState
        title={t('dataVersions.page.noSchema')}
        why={t('dataVersions.page.noSchemaWhy')}
        action={
          <Link to={`${tabPath(version.model, 'contract')}?view=try`}>
            {t('dataVersions.page.writeContract')}
          </Link>
        }
      />
    );
  }
  return (
    <>
      <Typography variant="body2" color="textSecondary" paragraph>
        {t('dataVersions.page.schemaOf', { version: inForce })}
      </Typography>
      <LoadedContent loaded={contract} what={t('dataVersions.contract.what')}>
        {read => read && <SchemaTable contract={read} />}
      </LoadedContent>
    </>
  );
}

function SchemaTable(props: { contract: Contract }) {
  const { ports } = props.contract.spec;
  const { t } = useTranslationRef(dataTranslationRef);
  const typeText = useTypeText();
  const presenceText = usePresenceText();
  const fields = useMemo(() => listPortFields(ports), [ports]);
  const columns: DataColumn<PortField>[] = [
    {
      id: 'name',
      title: t('dataVersions.page.field'),
      render: ({ path }) => path,
    },
    {
      id: 'type',
      title: t('dataVersions.page.type'),
      render: ({ field }) => typeText(field.type),
    },
    {
      id: 'unit',
      title: t('dataVersions.page.unit'),
      render: ({ field }) => field.unit,
    },
    {
      id: 'presence',
      title: t('dataVersions.page.presence'),
      render: ({ field }) => presenceText(field),
    },
  ];
  return (
    <PagedRows items={fields} size={PAGE_SIZE} label={t('fields.label')}>
      {shown => (
        <DataTable
          label={t('dataVersions.page.fields', { count: fields.length })}
          rows={shown}
          rowKey={({ key }) => key}
          columns={columns}
        />
      )}
    </PagedRows>
  );
}
