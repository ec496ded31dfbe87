import { discoveryApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { CreatedRegistryToken } from '@understudy/plugin-ml-common';
import { useCallback } from 'react';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { Section } from '../pieces/Section';
import { TextBlock } from '../pieces/TextBlock';
import { registryTranslationRef } from '../models/translation';
import { tokenSnippet } from './tokenSnippet';

const useStyles = makeStyles(theme => ({
  snippet: { marginTop: theme.spacing(2) },
}));

/** A token that was just made, the only time, and how it is used. */
export function NewToken(props: {
  token: CreatedRegistryToken;
  onDismiss: () => void;
}) {
  const { token, onDismiss } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const classes = useStyles();
  const discoveryApi = useApi(discoveryApiRef);
  const address = useLoaded(
    useCallback(() => discoveryApi.getBaseUrl('ml'), [discoveryApi]),
  );
  return (
    <Section
      title={t('tokens.created.title', { name: token.name })}
      actions={
        <Button size="small" variant="outlined" onClick={onDismiss}>
          {t('tokens.created.dismiss')}
        </Button>
      }
    >
      <Typography variant="body2" paragraph>
        {t('tokens.created.why')}
      </Typography>
      <TextBlock
        label={t('tokens.created.label')}
        text={token.token}
        what={t('tokens.created.what')}
      />
      <Typography variant="body2" className={classes.snippet}>
        {t('tokens.created.snippet')}
      </Typography>
      <LoadedContent
        loaded={address}
        what={t('tokens.created.address')}
        lines={2}
      >
        {url => (
          <TextBlock
            label={t('tokens.created.snippetLabel')}
            text={tokenSnippet(url)}
            what={t('tokens.created.snippetWhat')}
          />
        )}
      </LoadedContent>
      <Typography variant="body2" color="textSecondary">
        {t('tokens.created.sameToken')}
      </Typography>
    </Section>
  );
}
