import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  EntityInfoCard,
  EntityRefLink,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ModelEntity } from '@understudy/plugin-ml-common';
import { mlTranslationRef } from '../translation';
import { consumptionOf } from './consumptionOf';
import { needs, reliances, relatedRefs } from './relatedEntities';

const useStyles = makeStyles(theme => ({
  columns: {
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(${theme.spacing(30)}px, 1fr))`,
    gap: theme.spacing(3),
  },
  list: { margin: theme.spacing(0, 0, 1), paddingLeft: theme.spacing(2.5) },
}));

/** Entity card: what the model is made from, and who relies on it. */
export function InputsCard() {
  const { t } = useTranslationRef(mlTranslationRef);
  const { entity } = useEntity<ModelEntity>();
  const classes = useStyles();
  return (
    <EntityInfoCard title={t('inputs.title')}>
      <div className={classes.columns}>
        <Relations entity={entity} title={t('inputs.needs')} types={needs} />
        <Relations
          entity={entity}
          title={t('inputs.consumers')}
          types={reliances}
        />
      </div>
    </EntityInfoCard>
  );
}

function Relations(props: {
  entity: ModelEntity;
  title: string;
  types: typeof needs | typeof reliances;
}) {
  const { entity, title, types } = props;
  const { t } = useTranslationRef(mlTranslationRef);
  const classes = useStyles();
  const groups = types
    .map(type => ({ type, refs: relatedRefs(entity, type) }))
    .filter(({ refs }) => refs.length > 0);
  return (
    <section aria-label={title}>
      <Typography variant="subtitle2" component="h4">
        {title}
      </Typography>
      {groups.length === 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('inputs.none')}
        </Typography>
      )}
      {groups.map(({ type, refs }) => (
        <div key={type}>
          <Typography variant="body2" color="textSecondary">
            {t(`relation.${type}`)}
          </Typography>
          <ul className={classes.list}>
            {refs.map(ref => (
              <Typography component="li" variant="body2" key={ref}>
                <EntityRefLink entityRef={ref} />
                <Consumption model={entity} view={ref} />
              </Typography>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Which version and fields of a feature view are read, and through which path. */
function Consumption(props: { model: ModelEntity; view: string }) {
  const { t } = useTranslationRef(mlTranslationRef);
  const consumption = consumptionOf(props.model, props.view);
  if (!consumption) {
    return null;
  }
  const { version, fields, mode } = consumption;
  return (
    <>
      {version && ` @${version}`}
      {` · ${t(`consumptionMode.${mode}`)} · `}
      {fields
        ? t('inputs.fields', { count: fields.length })
        : t('inputs.allFields')}
    </>
  );
}
