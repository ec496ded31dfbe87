import { Link } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { EmptyState } from '../pieces/EmptyState';
import { lineageTranslationRef } from '../translation';

const OPENLINEAGE_CLIENTS = 'https://openlineage.io/docs/client/python';

const PHYSICAL = `spec:
  physical:
    - role: offline
      platform: postgres
      namespace: postgres://warehouse.example:5432
      name: sales.public.orders
      environment: production`;

const useStyles = makeStyles(theme => ({
  code: {
    display: 'block',
    overflow: 'auto',
    margin: theme.spacing(1, 0),
    padding: theme.spacing(1),
    border: `1px solid ${theme.palette.divider}`,
    '&:focus-visible': { outline: `2px solid ${theme.palette.primary.main}` },
  },
  steps: { paddingLeft: theme.spacing(2.5), margin: theme.spacing(1, 0) },
}));

/** No lineage is known: says what would be here and how to get it. */
export function NothingYet(props: {
  root: string;
  /** False when there may be some that the reader may not see. */
  complete?: boolean;
}) {
  const { root, complete = true } = props;
  const { t } = useTranslationRef(lineageTranslationRef);
  const classes = useStyles();
  const backend = useApi(configApiRef).getOptionalString('backend.baseUrl');
  const isEntity = !root.startsWith('ol:');
  return (
    <EmptyState
      title={t('nothing.title')}
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
              <Code
                text={`OPENLINEAGE_URL=${backend ?? ''}/api/lineage/`}
                className={classes.code}
                label={t('nothing.sendCode')}
              />
            </li>
            {isEntity && (
              <li>
                {t('nothing.declare')}
                <Code
                  text={PHYSICAL}
                  className={classes.code}
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

function Code(props: { text: string; className: string; label: string }) {
  return (
    <pre
      className={props.className}
      role="group"
      aria-label={props.label}
      // Scrolling by keyboard needs the focus.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <code>{props.text}</code>
    </pre>
  );
}
