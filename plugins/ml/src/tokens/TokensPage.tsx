import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import {
  CreatedRegistryToken,
  mlRegistryTokenCreatePermission,
  RegistryToken,
} from '@understudy/plugin-ml-common';
import { useCallback, useState } from 'react';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { useLoaded } from '../loading/useLoaded';
import { EmptyState } from '../pieces/EmptyState';
import { Section } from '../pieces/Section';
import { registryTranslationRef } from '../models/translation';
import { CreateTokenDialog } from './CreateTokenDialog';
import { NewToken } from './NewToken';
import { RevokeDialog } from './RevokeDialog';
import { TokensTable } from './TokensTable';

/** The reader's own tokens for the registry, to create and to revoke. */
export function TokensPage() {
  const { t } = useTranslationRef(registryTranslationRef);
  const api = useApi(mlApiRef);
  const tokens = useLoaded(useCallback(() => api.listRegistryTokens(), [api]));
  const asked = usePermission({ permission: mlRegistryTokenCreatePermission });
  // The backend checks again; an answer that fails to come takes no button away.
  const mayCreate = asked.allowed || asked.error !== undefined;
  const [creating, setCreating] = useState(false);
  const [created, setCreated] = useState<CreatedRegistryToken>();
  const [revoking, setRevoking] = useState<RegistryToken>();
  return (
    <>
      {created && (
        <NewToken token={created} onDismiss={() => setCreated(undefined)} />
      )}
      <Section
        title={t('tokens.title')}
        actions={
          mayCreate && (
            <Button
              size="small"
              variant="contained"
              color="primary"
              onClick={() => setCreating(true)}
            >
              {t('tokens.create')}
            </Button>
          )
        }
      >
        <Typography variant="body2" paragraph>
          {t('tokens.why')}
        </Typography>
        {!asked.loading && !mayCreate && (
          <Typography variant="body2" color="textSecondary" paragraph>
            {t('tokens.mayNot', {
              permission: mlRegistryTokenCreatePermission.name,
            })}
          </Typography>
        )}
        <LoadedContent loaded={tokens} what={t('tokens.what')}>
          {data =>
            data.length > 0 ? (
              <TokensTable tokens={data} onRevoke={setRevoking} />
            ) : (
              <EmptyState
                title={t('tokens.empty')}
                why={t('tokens.emptyWhy')}
              />
            )
          }
        </LoadedContent>
      </Section>
      {creating && (
        <CreateTokenDialog
          onCreated={token => {
            setCreating(false);
            setCreated(token);
            tokens.reload();
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {revoking && (
        <RevokeDialog
          token={revoking}
          onDone={() => {
            setRevoking(undefined);
            tokens.reload();
          }}
          onClose={() => setRevoking(undefined)}
        />
      )}
    </>
  );
}
