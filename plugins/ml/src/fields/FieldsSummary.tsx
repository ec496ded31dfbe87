import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { DataField } from '@understudy/plugin-ml-common';
import { ViewUsage } from '../consumers/useViewConsumers';
import { Loaded } from '../loading/useLoaded';
import { DataColumn, DataTable } from '../pieces/DataTable';
import { dataTranslationRef } from './translation';
import { Deprecation } from './Deprecation';
import { FieldLink } from './FieldLink';
import { FieldName } from './FieldName';
import { FieldUsers } from './FieldUsers';
import { PersonalData } from './PersonalData';

/** Fields in a few columns, for a card. */
export function FieldsSummary(props: {
  fields: DataField[];
  /** Refs of the Feature entities, by field. */
  features?: Map<string, string>;
  /** Namespace of the entity whose fields these are. */
  namespace?: string;
  usage?: Loaded<ViewUsage>;
}) {
  const { fields, features, namespace, usage } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const columns: DataColumn<DataField>[] = [
    {
      id: 'name',
      title: t('fields.column.name'),
      minWidth: 160,
      render: field => (
        <>
          <FieldName field={field} features={features} namespace={namespace} />
          {field.description && (
            <Typography variant="body2" color="textSecondary">
              {field.description}
            </Typography>
          )}
          {field.deprecated && (
            <Typography variant="body2" component="div">
              <Deprecation
                deprecated={field.deprecated}
                renderField={name => (
                  <FieldLink name={name} features={features} inText />
                )}
              />
            </Typography>
          )}
        </>
      ),
    },
    {
      id: 'type',
      title: t('fields.column.type'),
      render: ({ type, unit }) => [type, unit].filter(Boolean).join(' · '),
    },
    {
      id: 'sensitivity',
      title: t('fields.column.sensitivity'),
      render: ({ classification, personalData }) => (
        <>
          {classification && <div>{classification}</div>}
          <PersonalData flags={personalData} inFull />
        </>
      ),
    },
  ];
  if (usage) {
    columns.push({
      id: 'usedBy',
      title: t('fields.column.usedBy'),
      render: ({ name }) => <FieldUsers field={name} usage={usage} short />,
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
