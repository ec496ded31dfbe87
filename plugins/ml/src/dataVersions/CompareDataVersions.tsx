import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { Loaded, useLoaded } from '../loading/useLoaded';
import { ChoiceField } from '../pieces/ChoiceField';
import { formatVersion } from '../pieces/formatVersion';
import { Section } from '../pieces/Section';
import { dataTranslationRef } from '../fields/translation';
import { ContractDifferences } from './ContractDifferences';
import { DataDifferences } from './DataDifferences';
import { KnownContracts } from './useContracts';

// The most that the backend gives at once; others can stand in the address.
const NEWEST = 100;
const PARAM = 'with';

const useStyles = makeStyles(theme => ({
  choice: { maxWidth: theme.spacing(40) },
}));

/**
 * What is different from another version: the one before it, unless asked. It is
 * always told from the older one to the later.
 */
export function CompareDataVersions(props: {
  version: ModelVersion;
  contracts: Loaded<KnownContracts>;
}) {
  const { version, contracts } = props;
  const { model, label } = version;
  const { t } = useTranslationRef(dataTranslationRef);
  const classes = useStyles();
  const api = useApi(mlApiRef);
  const [params, setParams] = useSearchParams();
  const listed = useLoaded(
    useCallback(
      async () => await api.listVersions(model, { view: 'all', limit: NEWEST }),
      [api, model],
    ),
  );
  const choose = (other: string) => {
    const next = new URLSearchParams(params);
    next.set(PARAM, other);
    setParams(next, { replace: true });
  };
  return (
    <Section title={t('dataVersions.compare.title')}>
      <LoadedContent
        loaded={listed}
        what={t('dataVersions.compare.versionsWhat')}
      >
        {({ items }) => {
          const labels = items.map(each => each.label);
          const other =
            params.get(PARAM) ??
            labels[labels.indexOf(label) + 1] ??
            labels.find(each => each !== label);
          if (other === undefined || other === label) {
            return (
              <Typography variant="body2">
                {t('dataVersions.compare.only')}
              </Typography>
            );
          }
          const choices = [...new Set([other, ...labels])]
            .filter(each => each !== label)
            .map(each => ({ value: each, label: formatVersion(each) }));
          return (
            <>
              <div className={classes.choice}>
                <ChoiceField
                  label={t('dataVersions.compare.with')}
                  value={other}
                  choices={choices}
                  onChange={choose}
                />
              </div>
              <Differences
                version={version}
                other={other}
                contracts={contracts}
              />
            </>
          );
        }}
      </LoadedContent>
    </Section>
  );
}

function Differences(props: {
  version: ModelVersion;
  other: string;
  contracts: Loaded<KnownContracts>;
}) {
  const { version, other, contracts } = props;
  const { t } = useTranslationRef(dataTranslationRef);
  const api = useApi(mlApiRef);
  const read = useLoaded(
    useCallback(
      () => api.getVersion(version.model, other),
      [api, version.model, other],
    ),
  );
  return (
    <LoadedContent loaded={read} what={t('dataVersions.compare.what')}>
      {found => {
        const [before, after] = [found, version].sort((a, b) =>
          a.createdAt.localeCompare(b.createdAt),
        );
        return (
          <>
            <DataDifferences before={before} after={after} />
            {contracts.data && (
              <ContractDifferences
                subject={version.model}
                from={contracts.data.of(before.label)?.version}
                to={contracts.data.of(after.label)?.version}
              />
            )}
          </>
        );
      }}
    </LoadedContent>
  );
}
