import { Link } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { kindWord } from '../graph/model/kindWord';
import { rootNode } from '../page/rootNode';
import { CodeText } from '../pieces/CodeText';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';

const OPENLINEAGE_CLIENTS = 'https://openlineage.io/docs/client/python';

/** Kinds that say in their spec where their data are. */
const WITH_PLACES = ['dataset', 'featureview'];

const PHYSICAL = `spec:
  physical:
    - role: offline
      platform: postgres
      namespace: postgres://warehouse.example:5432
      name: sales.public.orders
      environment: production`;

const ANNOTATION = `metadata:
  annotations:
    understudy.dev/openlineage-datasets: postgres%3A%2F%2Fdb.example/sales.orders
    understudy.dev/openlineage-jobs: airflow/sales.load_orders`;

const useStyles = makeStyles(theme => ({
  steps: { paddingLeft: theme.spacing(2.5), margin: theme.spacing(1, 0) },
}));

/** No lineage is known: says what would be here and how to get it. */
export function NothingYet(props: {
  root: string;
  /** False when there may be some that the reader may not see. */
  complete?: boolean;
  /** Something has named it all the same. */
  named?: boolean;
}) {
  const { root, complete = true, named } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const backend = useApi(configApiRef).getOptionalString('backend.baseUrl');
  const kind = kindOf(root);
  return (
    <EmptyState
      title={t(named ? 'nothing.titleAlone' : 'nothing.title')}
      why={
        <>
          <Typography variant="body2" paragraph>
            {t(complete ? 'nothing.why' : 'nothing.whyIncomplete')}
          </Typography>
          <ol className={classes.steps}>
            <li>
              {t('nothing.send')}{' '}
              <Link to={OPENLINEAGE_CLIENTS} underline="always">
                {t('nothing.clients')}
              </Link>
              <CodeText
                text={`OPENLINEAGE_URL=${backend ?? ''}/api/lineage/`}
                label={t('nothing.sendCode')}
              />
            </li>
            {kind !== undefined && (
              <li>
                {t('nothing.declare')}
                <CodeText
                  text={WITH_PLACES.includes(kind) ? PHYSICAL : ANNOTATION}
                  label={t('nothing.declareCode')}
                />
              </li>
            )}
          </ol>
        </>
      }
    />
  );
}

/** The kind of an entity that an id names. */
function kindOf(id: string): string | undefined {
  const node = rootNode(id);
  return node?.entityRef && kindWord(node);
}
