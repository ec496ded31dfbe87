import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { consumerKey } from '../consumers/consumerKey';
import { Doubts } from '../consumers/Doubts';
import { useModelColumns } from '../consumers/modelColumns';
import { VersionRead } from '../consumers/VersionRead';
import { ViewConsumer } from '../consumers/viewConsumers';
import { DataTable } from '../pieces/DataTable';
import { FirstFew } from '../pieces/FirstFew';
import { PagedRows } from '../pieces/PagedRows';
import { mlTranslationRef } from '../translation';
import { dataTranslationRef } from '../fields/translation';

const PAGE_SIZE = 10;
const FIELDS_SHOWN = 6;

const useStyles = makeStyles({
  fields: { fontFamily: 'monospace', overflowWrap: 'anywhere' },
});

/** The models that read a view: which version and fields, and through what. */
export function ConsumersTable(props: { consumers: ViewConsumer[] }) {
  const { t } = useTranslationRef(dataTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const { model, owner, tier } = useModelColumns();
  return (
    <PagedRows
      items={props.consumers}
      size={PAGE_SIZE}
      label={t('consumers.label')}
    >
      {shown => (
        <DataTable
          label={t('consumers.label')}
          rows={shown}
          rowKey={consumerKey}
          columns={[
            model,
            {
              id: 'reads',
              title: t('consumers.column.reads'),
              minWidth: 160,
              render: ({ view, consumption: { version, fields }, doubts }) => (
                <>
                  <VersionRead of={view} version={version} />
                  {' · '}
                  {fields
                    ? tShared('inputs.fields', { count: fields.length })
                    : tShared('inputs.allFields')}
                  {fields && (
                    <FirstFew
                      items={fields}
                      few={FIELDS_SHOWN}
                      label={t('fields.label')}
                    >
                      {names => (
                        <div className={classes.fields}>{names.join(', ')}</div>
                      )}
                    </FirstFew>
                  )}
                  <Doubts doubts={doubts} />
                </>
              ),
            },
            {
              id: 'path',
              title: t('consumers.column.path'),
              render: ({ consumption }) =>
                tShared(`consumptionMode.${consumption.mode}`),
            },
            owner,
            tier,
          ]}
        />
      )}
    </PagedRows>
  );
}
