import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { IntakeRecord, registryRecordKey } from '@understudy/plugin-ml-common';
import { intakeTranslationRef } from '../translation';
import { DecisionLine } from '../DecisionLine';

const useStyles = makeStyles(theme => ({
  list: {
    maxHeight: theme.spacing(24),
    overflow: 'auto',
    margin: theme.spacing(1, 0),
    paddingLeft: theme.spacing(3),
    overflowWrap: 'anywhere',
  },
}));

/** The records that a dialog is about. */
export function RecordNames(props: {
  records: IntakeRecord[];
  /** Also what was decided about each. */
  decisions?: boolean;
}) {
  const { t } = useTranslationRef(intakeTranslationRef);
  const classes = useStyles();
  return (
    <ul
      className={classes.list}
      aria-label={t('intake.dialog.records')}
      // A list that scrolls has to be reachable by keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      {props.records.map(({ record, decision }) => (
        <Typography
          key={registryRecordKey(record)}
          component="li"
          variant="body2"
        >
          {record.name} ({record.server})
          {props.decisions && decision && (
            <>
              {': '}
              <DecisionLine decision={decision.decision} />
            </>
          )}
        </Typography>
      ))}
    </ul>
  );
}
