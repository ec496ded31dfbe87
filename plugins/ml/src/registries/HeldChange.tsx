import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import {
  HeldImport,
  mlRegistrySyncPermission,
} from '@understudy/plugin-ml-common';
import { registryImportApiRef } from '../api/RegistryImportApi';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { Since } from '../pieces/Since';
import { intakeTranslationRef } from '../intake/translation';

/** A change too large to be made unseen, and the way to let it through. */
export function HeldChange(props: {
  id: string;
  held: HeldImport;
  reload: () => void;
}) {
  const { id, held, reload } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const api = useApi(registryImportApiRef);
  const { allowed } = usePermission({ permission: mlRegistrySyncPermission });
  const action = useAction(async () => {
    await api.releaseImport(id);
    reload();
  });
  return (
    <>
      <Alert
        severity="warning"
        action={
          allowed && (
            <Button
              color="inherit"
              size="small"
              disabled={action.busy}
              onClick={() => action.run()}
            >
              {t('held.release')}
            </Button>
          )
        }
      >
        <AlertTitle>{t('held.title')}</AlertTitle>
        {t('held.what', {
          before: String(held.before),
          after: String(held.after),
        })}{' '}
        <Since time={held.since} />
        <div>
          <EntityRefLinks entityRefs={held.removed} defaultKind="model" />
        </div>
      </Alert>
      {action.error && (
        <Problem error={action.error} title={t('held.failed')} />
      )}
    </>
  );
}
