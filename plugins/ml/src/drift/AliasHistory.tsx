import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useState } from 'react';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { Problem } from '../loading/Problem';
import { usePages } from '../loading/usePages';
import { EmptyState } from '../pieces/EmptyState';
import { FilterText } from '../pieces/FilterText';
import { Section } from '../pieces/Section';
import { registryTranslationRef } from '../models/translation';
import { AliasHistoryTable } from './AliasHistoryTable';

const AT_ONCE = 20;

const useStyles = makeStyles(theme => ({
  filter: { maxWidth: theme.spacing(32) },
}));

/** Every change of the aliases of a model, newest first. */
export function AliasHistory(props: { model: string }) {
  const { model } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  const api = useApi(mlApiRef);
  const [alias, setAlias] = useState('');
  const { loaded, more, busy, moreError } = usePages(
    useCallback(
      (cursor?: string) =>
        api.listAliasChanges(model, {
          alias: alias.trim() || undefined,
          limit: AT_ONCE,
          cursor,
        }),
      [api, model, alias],
    ),
  );
  return (
    <Section nested title={t('drift.history.title')}>
      <LoadedContent loaded={loaded} what={t('drift.history.what')}>
        {({ items }) => (
          <>
            {(items.length > 0 || alias) && (
              <div className={classes.filter}>
                <FilterText
                  label={t('drift.history.alias')}
                  value={alias}
                  onChange={setAlias}
                />
              </div>
            )}
            {items.length > 0 ? (
              <AliasHistoryTable model={model} changes={items} />
            ) : (
              <EmptyState
                title={t(
                  alias ? 'drift.history.filtered' : 'drift.history.empty',
                )}
                why={t('drift.history.emptyWhy')}
              />
            )}
          </>
        )}
      </LoadedContent>
      {moreError && (
        <Problem error={moreError} title={t('drift.history.earlier')} />
      )}
      {more && (
        <Button onClick={more} disabled={busy}>
          {t('drift.history.earlier')}
        </Button>
      )}
    </Section>
  );
}
