import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { contractApiRef } from '../../api/ContractApi';
import { LoadedContent } from '../../loading/LoadedContent';
import { useLoaded } from '../../loading/useLoaded';
import { ChoiceField } from '../../pieces/ChoiceField';
import { Section } from '../../pieces/Section';
import { contractTranslationRef } from '../translation';
import { FindingList } from '../findings/FindingList';

const useStyles = makeStyles(theme => ({
  choices: {
    display: 'grid',
    gap: theme.spacing(2),
    maxWidth: theme.spacing(60),
    gridTemplateColumns: '1fr 1fr',
  },
}));

/** Two versions to choose and what is different between them. */
export function CompareContractVersions(props: {
  subject: string;
  /** Newest first. */
  versions: string[];
}) {
  const { subject, versions } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const from = params.get('from') ?? versions[1];
  const to = params.get('to') ?? versions[0];
  const choose = (name: 'from' | 'to') => (value: string) => {
    const next = new URLSearchParams(params);
    next.set('from', from);
    next.set('to', to);
    next.set(name, value);
    setParams(next);
  };
  // One in the address may be older than those that are listed.
  const choices = [...new Set([...versions, from, to])].map(version => ({
    value: version,
    label: `v${version}`,
  }));
  return (
    <Section title={t('contract.history.compare')}>
      <div className={classes.choices}>
        <ChoiceField
          label={t('contract.history.from')}
          value={from}
          choices={choices}
          onChange={choose('from')}
        />
        <ChoiceField
          label={t('contract.history.to')}
          value={to}
          choices={choices}
          onChange={choose('to')}
        />
      </div>
      {from === to ? (
        <Typography variant="body2">{t('contract.history.same')}</Typography>
      ) : (
        <Differences subject={subject} from={from} to={to} />
      )}
    </Section>
  );
}

function Differences(props: { subject: string; from: string; to: string }) {
  const { subject, from, to } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const api = useApi(contractApiRef);
  const loaded = useLoaded(
    useCallback(
      () => api.compareVersions(subject, from, to),
      [api, subject, from, to],
    ),
  );
  return (
    <LoadedContent loaded={loaded} what={t('contract.history.compareWhat')}>
      {({ findings }) => <FindingList findings={findings} />}
    </LoadedContent>
  );
}
