import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import Tab from '@material-ui/core/Tab';
import Tabs from '@material-ui/core/Tabs';
import Typography from '@material-ui/core/Typography';
import { ContractVersion } from '@understudy/plugin-ml-common';
import { ContractConsumers, ContractOverview } from '../api/contractTypes';
import { Loaded } from '../loading/useLoaded';
import { contractTranslationRef } from './translation';
import { ObservedData } from './ObservedData';
import { ContractProblems } from './ContractProblems';
import { ContractStatus } from './ContractStatus';
import { ContractView, contractViews } from './contractView';
import { ExportMenu } from './ExportMenu';

const useStyles = makeStyles(theme => ({
  root: { padding: theme.spacing(2, 2, 0), marginBottom: theme.spacing(2) },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
  },
  tab: { minWidth: 0 },
}));

/** The answer at a glance, what is wrong, and the ways to the rest. */
export function ContractHeader(props: {
  subject: string;
  current?: ContractVersion;
  problems: ContractOverview['problems'];
  observed: ContractOverview['observed'];
  consumers: Loaded<ContractConsumers>;
  view: ContractView;
  onShow: (view: ContractView) => void;
}) {
  const { subject, current, problems, observed, consumers, view, onShow } =
    props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  return (
    <Paper className={classes.root}>
      <div className={classes.head}>
        {current ? (
          <>
            <ContractStatus
              subject={subject}
              current={current}
              consumers={consumers}
            />
            <div>
              <ExportMenu subject={subject} contract={current.contract} />
            </div>
          </>
        ) : (
          <Typography variant="h6" component="h2">
            {t('contract.status.none')}
          </Typography>
        )}
      </div>
      {observed && <ObservedData observed={observed} />}
      <ContractProblems problems={problems} />
      <Tabs
        value={view}
        indicatorColor="primary"
        textColor="primary"
        variant="scrollable"
        aria-label={t('contract.views')}
        onChange={(_, next: ContractView) => onShow(next)}
      >
        {contractViews.map(each => (
          <Tab
            key={each}
            value={each}
            className={classes.tab}
            label={t(`contract.view.${each}`)}
          />
        ))}
      </Tabs>
    </Paper>
  );
}
