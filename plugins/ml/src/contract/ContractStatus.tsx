import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ContractVersion } from '@understudy/plugin-ml-common';
import { ContractConsumers } from '../api/contractTypes';
import { Loaded } from '../loading/useLoaded';
import { Since } from '../pieces/Since';
import { Tag } from '../pieces/Tag';
import { contractTranslationRef } from './translation';
import { SeverityIcon } from './findings/SeverityIcon';
import { useProposal } from './useProposal';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1.5),
  },
  proposal: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
  },
}));

/** What is in force, how many rely on it, and what the next one would break. */
export function ContractStatus(props: {
  subject: string;
  current: ContractVersion;
  consumers: Loaded<ContractConsumers>;
}) {
  const { subject, current, consumers } = props;
  const { version, status, origin, publishedAt, deprecation } = current;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <Typography variant="h6" component="h2">
        {`v${version}`}
      </Typography>
      <Tag strong={status === 'active'}>
        {t(`contract.history.status.${status}`)}
      </Tag>
      {deprecation && (
        <Tag strong>
          {t('contract.status.removed', { day: deprecation.removeAfter })}
        </Tag>
      )}
      <Typography component="span">
        <ConsumerCount consumers={consumers} />
      </Typography>
      <ProposalText subject={subject} current={current} />
      <Typography component="span" variant="body2" color="textSecondary">
        {t('contract.status.origin', {
          origin: t(`contract.history.origin.${origin}`),
        })}
        {' · '}
        {t('contract.status.published')} <Since time={publishedAt} />
      </Typography>
    </div>
  );
}

function ConsumerCount(props: { consumers: Loaded<ContractConsumers> }) {
  const { data, error } = props.consumers;
  const { t } = useTranslationRef(contractTranslationRef);
  if (!data) {
    return (
      <>
        {t(
          error
            ? 'contract.status.consumersUnknown'
            : 'contract.status.consumersReading',
        )}
      </>
    );
  }
  const text = t('contract.status.consumers', { count: data.items.length });
  return (
    <>
      {data.complete ? text : t('contract.status.atLeast', { consumers: text })}
    </>
  );
}

/** Nothing where nothing is proposed; that it could not be read is said. */
function ProposalText(props: { subject: string; current: ContractVersion }) {
  const { data, error } = useProposal(props.subject, props.current);
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  if (error) {
    return (
      <Typography component="span" variant="body2" color="textSecondary">
        {t('contract.status.proposedFailed')}
      </Typography>
    );
  }
  if (!data) {
    return null;
  }
  const { version, broken } = data;
  return (
    <Typography component="span" className={classes.proposal}>
      {broken > 0 && <SeverityIcon severity="error" />}
      {broken > 0
        ? t('contract.status.broken', { count: broken, version })
        : t('contract.status.harmless', { version })}
    </Typography>
  );
}
