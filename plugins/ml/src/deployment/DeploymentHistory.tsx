import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { useSearchParams } from 'react-router-dom';
import { AliasHistory } from '../drift/AliasHistory';
import { Section } from '../pieces/Section';
import { registryTranslationRef } from '../models/translation';
import { AssignmentHistory } from './AssignmentHistory';
import { readHistoryTime, setHistoryTime } from './historyAddress';
import { TimeField } from './TimeField';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(3) },
}));

/**
 * What was assigned where: all of it, or at one time, which is in the address.
 * Below it, how the aliases went along.
 */
export function DeploymentHistory(props: { model: string }) {
  const { model } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const at = readHistoryTime(params);
  return (
    <div className={classes.root}>
      <Section nested title={t('history.label')}>
        <TimeField
          time={at}
          onChange={time =>
            setParams(setHistoryTime(params, time), { replace: true })
          }
        />
        <AssignmentHistory
          model={model}
          at={at}
          label={t(at ? 'history.labelAt' : 'history.label')}
          empty={
            at
              ? { title: t('history.emptyAt'), why: t('history.emptyAtWhy') }
              : { title: t('history.empty'), why: t('history.emptyWhy') }
          }
        />
      </Section>
      <AliasHistory model={model} />
    </div>
  );
}
