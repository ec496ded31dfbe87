import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { ContractVersion } from '@understudy/plugin-ml-common';
import { useCallback, useState } from 'react';
import { contractApiRef } from '../../api/ContractApi';
import { ContractConsumers } from '../../api/contractTypes';
import { LoadedContent } from '../../loading/LoadedContent';
import { Loaded, useLoaded } from '../../loading/useLoaded';
import { EmptyState } from '../../pieces/EmptyState';
import { contractTranslationRef } from '../translation';
import { DeprecateDialog } from './DeprecateDialog';
import { DeprecationItem } from './DeprecationItem';

const useStyles = makeStyles(theme => ({
  action: { marginBottom: theme.spacing(2) },
}));

/** What will be removed, and how far those who use it have moved away. */
export function ContractDeprecations(props: {
  subject: string;
  /** Absent while there is no contract, so that nothing can be deprecated. */
  current?: ContractVersion;
  consumers: Loaded<ContractConsumers>;
  mayDeprecate: boolean;
  onChanged: () => void;
}) {
  const { subject, current, consumers, mayDeprecate, onChanged } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  const classes = useStyles();
  const api = useApi(contractApiRef);
  const [asking, setAsking] = useState(false);
  const loaded = useLoaded(
    useCallback(() => api.listDeprecations(subject), [api, subject]),
  );
  return (
    <>
      {current && mayDeprecate && (
        <Button
          variant="outlined"
          className={classes.action}
          onClick={() => setAsking(true)}
        >
          {t('contract.deprecation.action')}
        </Button>
      )}
      <LoadedContent loaded={loaded} what={t('contract.deprecation.what')}>
        {items =>
          items.length === 0 ? (
            <EmptyState
              title={t('contract.deprecation.empty')}
              why={t('contract.deprecation.emptyWhy')}
            />
          ) : (
            items.map(progress => (
              <DeprecationItem
                key={`${progress.version} ${progress.field?.port} ${progress.field?.path}`}
                progress={progress}
              />
            ))
          )
        }
      </LoadedContent>
      {asking && current && (
        <DeprecateDialog
          subject={subject}
          current={current}
          consumers={consumers}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            loaded.reload();
            onChanged();
          }}
        />
      )}
    </>
  );
}
