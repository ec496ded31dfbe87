import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { IntakeRecord } from '@understudy/plugin-ml-common';
import { intakeTranslationRef } from './translation';
import { BulkAction } from './bulkActions';
import { BulkButtons } from './BulkButtons';
import { Decider } from './useDecider';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1),
    minHeight: theme.spacing(5),
  },
}));

/** What can be done with the selected records, in place of the toolbar. */
export function BulkBar(props: {
  records: IntakeRecord[];
  decider: Decider;
  onAction: (action: BulkAction) => void;
  onClear: () => void;
}) {
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  return (
    <div
      className={classes.root}
      role="toolbar"
      aria-label={t('intake.bulk.label')}
    >
      <Typography variant="body2" role="status">
        {t('intake.bulk.selected', { count: props.records.length })}
      </Typography>
      <BulkButtons
        records={props.records}
        decider={props.decider}
        onAction={props.onAction}
      />
      <Button size="small" onClick={props.onClear}>
        {t('intake.bulk.clear')}
      </Button>
    </div>
  );
}
