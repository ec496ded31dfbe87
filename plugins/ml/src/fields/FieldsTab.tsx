import { Entity } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useEntity } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  entityLimits,
  FeatureViewEntity,
  isFeatureViewEntity,
} from '@understudy/plugin-ml-common';
import { useSearchParams } from 'react-router-dom';
import { MoreModels } from '../consumers/MoreModels';
import { useViewConsumers, ViewUsage } from '../consumers/useViewConsumers';
import { Loaded } from '../loading/useLoaded';
import { EmptyState } from '../pieces/EmptyState';
import { Pager } from '../pieces/Pager';
import { RailLayout } from '../pieces/RailLayout';
import { dataTranslationRef } from './translation';
import { FieldFilters } from './FieldFilters';
import { clearFieldFilters, readFieldQuery, selectFields } from './fieldQuery';
import { FieldsTable } from './FieldsTable';
import { NoFields } from './NoFields';
import { UsageProblem } from './UsageProblem';
import { useFields } from './useFields';

// Wide views have hundreds; a page of these is drawn without a pause.
const PAGE_SIZE = 50;

/** Entity tab: the fields of a feature view or dataset, to search and sort. */
export function FieldsTab() {
  const { entity } = useEntity();
  return isFeatureViewEntity(entity) ? (
    <FieldsOfView view={entity} />
  ) : (
    <Fields entity={entity} />
  );
}

function FieldsOfView(props: { view: FeatureViewEntity }) {
  return <Fields entity={props.view} usage={useViewConsumers(props.view)} />;
}

function Fields(props: { entity: Entity; usage?: Loaded<ViewUsage> }) {
  const { entity, usage } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const [params, setParams] = useSearchParams();
  const { fields, features } = useFields(entity);
  const query = readFieldQuery(params);
  const readers = usage?.data;
  const usersKnown =
    readers !== undefined && readers.beyond + readers.withheld === 0;
  const found = selectFields(
    fields,
    query,
    readers && (field => readers.modelsByField.get(field)?.length ?? 0),
  );
  const end = query.from + PAGE_SIZE;
  const page = found.slice(query.from, end);
  if (fields.length === 0) {
    return <NoFields />;
  }
  return (
    <RailLayout
      label={t('fields.filter.title')}
      rail={
        <FieldFilters fields={fields} query={query} usersKnown={usersKnown} />
      }
    >
      {usage && <UsageProblem usage={usage} />}
      {page.length > 0 ? (
        <FieldsTable
          fields={page}
          namespace={entity.metadata.namespace}
          features={features}
          usage={usage}
        />
      ) : (
        <EmptyState
          title={t('fields.empty.filtered')}
          why={t('fields.empty.filteredWhy')}
          action={
            <Button
              variant="outlined"
              onClick={() => setParams(clearFieldFilters(params))}
            >
              {t('fields.filter.clear')}
            </Button>
          }
        />
      )}
      <Pager
        nextCursor={end < found.length ? String(end) : undefined}
        busy={false}
      >
        {page.length > 0 &&
          t('fields.range', {
            from: String(query.from + 1),
            to: String(query.from + page.length),
            total: String(found.length),
          })}
      </Pager>
      {fields.length >= entityLimits.listItems && (
        <Typography variant="body2" color="textSecondary">
          {t('fields.atLimit', { limit: String(entityLimits.listItems) })}
        </Typography>
      )}
      {readers && <MoreModels read={readers} />}
    </RailLayout>
  );
}
