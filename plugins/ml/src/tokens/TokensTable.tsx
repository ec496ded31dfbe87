import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { RegistryToken } from '@understudy/plugin-ml-common';
import { DataTable } from '../pieces/DataTable';
import { Since } from '../pieces/Since';
import { Tag } from '../pieces/Tag';
import { registryTranslationRef } from '../models/translation';
import { tokenState } from './tokenState';

/** The tokens of the reader, those that can be used with the way to end them. */
export function TokensTable(props: {
  tokens: RegistryToken[];
  onRevoke: (token: RegistryToken) => void;
}) {
  const { tokens, onRevoke } = props;
  const { t } = useTranslationRef(registryTranslationRef);
  const now = new Date().toISOString();
  return (
    <DataTable
      label={t('tokens.table.label')}
      rows={tokens}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          title: t('tokens.table.name'),
          render: ({ name }) => name,
        },
        {
          id: 'state',
          title: t('tokens.table.state'),
          render: token => {
            const state = tokenState(token, now);
            return (
              <Tag strong={state === 'usable'}>
                {t(`tokens.state.${state}`)}
              </Tag>
            );
          },
        },
        {
          id: 'scopes',
          title: t('tokens.table.scopes'),
          render: ({ scopes }) =>
            scopes.map(scope => t(`tokens.scopeShort.${scope}`)).join(', '),
        },
        {
          id: 'created',
          title: t('tokens.table.created'),
          render: ({ createdAt }) => <Since time={createdAt} />,
        },
        {
          id: 'expires',
          title: t('tokens.table.expires'),
          render: ({ expiresAt }) => <Since time={expiresAt} />,
        },
        {
          id: 'used',
          title: t('tokens.table.used'),
          render: ({ lastUsedAt }) =>
            lastUsedAt ? <Since time={lastUsedAt} /> : t('tokens.table.never'),
        },
        {
          id: 'action',
          title: t('tokens.table.action'),
          control: true,
          render: token =>
            tokenState(token, now) === 'usable' && (
              <Button
                size="small"
                aria-label={t('tokens.table.revokeNamed', { name: token.name })}
                onClick={() => onRevoke(token)}
              >
                {t('tokens.table.revoke')}
              </Button>
            ),
        },
      ]}
    />
  );
}
