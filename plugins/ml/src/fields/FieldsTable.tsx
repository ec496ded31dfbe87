import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { DataField } from '@understudy/plugin-ml-common';
import { ViewUsage } from '../consumers/useViewConsumers';
import { Loaded } from '../loading/useLoaded';
import { DataColumn, DataTable } from '../pieces/DataTable';
import { useSortableColumns } from '../pieces/useSortableColumns';
import { dataTranslationRef } from './translation';
import { Deprecation } from './Deprecation';
import { FieldLink } from './FieldLink';
import { FieldName } from './FieldName';
import { fieldSorts } from './fieldQuery';
import { FieldUsers } from './FieldUsers';
import { PersonalData } from './PersonalData';

/** Fields in full, one a row. Its order is in the address. */
export function FieldsTable(props: {
  fields: DataField[];
  /** Namespace of the entity whose fields these are. */
  namespace?: string;
  /** Refs of the Feature entities, by field. */
  features?: Map<string, string>;
  /** Left out where models do not read single fields. */
  usage?: Loaded<ViewUsage>;
}) {
  const { fields, namespace, features, usage } = props;
  const { t } = useTranslationRef(dataTranslationRef);

  const sortable = useSortableColumns(fieldSorts);
  const columns: DataColumn<DataField>[] = [
    {
      id: 'name',
      ...sortable('name', t('fields.column.name')),
      minWidth: 160,
      render: field => (
        <FieldName field={field} features={features} namespace={namespace} />
      ),
    },
    {
      id: 'type',
      ...sortable('type', t('fields.column.type')),
      render: ({ type, unit }) => [type, unit].filter(Boolean).join(' · '),
    },
    {
      id: 'description',
      title: t('fields.column.description'),
      minWidth: 200,
      render: ({ description, deprecated }) => (
        <>
          {description}
          {deprecated && (
            <Deprecation
              deprecated={deprecated}
              renderField={name => (
                <FieldLink name={name} features={features} inText />
              )}
            />
          )}
        </>
      ),
    },
    {
      id: 'classification',
      ...sortable('classification', t('fields.column.classification')),
      render: ({ classification }) => classification,
    },
    {
      id: 'personalData',
      title: t('fields.column.personalData'),
      render: ({ personalData }) => <PersonalData flags={personalData} />,
    },
  ];
  if (usage) {
    columns.push({
      id: 'usedBy',
      ...sortable('usedBy', t('fields.column.usedBy')),
      minWidth: 140,
      render: ({ name }) => <FieldUsers field={name} usage={usage} />,
    });
  }
  return (
    <DataTable
      label={t('fields.label')}
      rows={fields}
      rowKey={field => field.name}
      columns={columns}
    />
  );
}
