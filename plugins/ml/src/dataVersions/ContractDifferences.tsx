import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useCallback } from 'react';
import { contractApiRef } from '../api/ContractApi';
import { FindingList } from '../contract/findings/FindingList';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { Section } from '../pieces/Section';
import { dataTranslationRef } from '../fields/translation';

const useStyles = makeStyles(theme => ({
  note: { marginTop: theme.spacing(1) },
}));

/** What two versions of a contract mean for those who read by it. */
export function ContractDifferences(props: {
  subject: string;
  /** Versions of the contract; undefined where none is in force. */
  from?: string;
  to?: string;
}) {
  const { subject, from, to } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const classes = useStyles();
  if (from === undefined || to === undefined || from === to) {
    return (
      <Typography variant="body2" className={classes.note}>
        {from !== undefined && from === to
          ? t('dataVersions.compare.contractSame', { version: from })
          : t('dataVersions.compare.contractUnknown')}
      </Typography>
    );
  }
  return (
    <div className={classes.note}>
      <Section nested title={t('dataVersions.compare.contracts', { from, to })}>
        <Findings subject={subject} from={from} to={to} />
      </Section>
    </div>
  );
}

function Findings(props: { subject: string; from: string; to: string }) {
  const { subject, from, to } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const api = useApi(contractApiRef);
  const loaded = useLoaded(
    useCallback(
      () => api.compareVersions(subject, from, to),
      [api, subject, from, to],
    ),
  );
  return (
    <LoadedContent
      loaded={loaded}
      what={t('dataVersions.compare.contractWhat')}
    >
      {({ findings }) => <FindingList findings={findings} />}
    </LoadedContent>
  );
}
