import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import MuiLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { IntakeRecord } from '@understudy/plugin-ml-common';
import { intakeTranslationRef } from './translation';

const useStyles = makeStyles({
  name: { textAlign: 'left', overflowWrap: 'anywhere' },
});

/** The name of a record, which opens it, and the way to it in its registry. */
export function RecordCell(props: {
  record: IntakeRecord;
  registry: string;
  onOpen: () => void;
}) {
  const { record, registry, onOpen } = props;
  const { name, workspace } = record.record;
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  return (
    <>
      <MuiLink
        component="button"
        variant="body2"
        className={classes.name}
        onClick={onOpen}
      >
        {name}
      </MuiLink>
      <Typography variant="body2" color="textSecondary">
        {record.url ? (
          <Link
            to={record.url}
            color="inherit"
            underline="always"
            aria-label={t('intake.table.inRegistry', {
              record: name,
              registry,
            })}
          >
            {registry}
          </Link>
        ) : (
          registry
        )}
        {workspace && ` · ${workspace}`}
      </Typography>
    </>
  );
}
