import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Typography from '@material-ui/core/Typography';
import { mlRegistrySyncPermission } from '@understudy/plugin-ml-common';
import { useState } from 'react';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { useLookAgain } from '../loading/useLookAgain';
import { intakeTranslationRef } from '../intake/translation';

/** Asks for a read at once, where the reader may. */
export function SyncNow(props: {
  label: string;
  sync: () => Promise<void>;
  reload: () => void;
}) {
  const { label, sync, reload } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const { allowed } = usePermission({ permission: mlRegistrySyncPermission });
  const [asked, setAsked] = useState(0);
  const action = useAction(async () => {
    await sync();
    setAsked(count => count + 1);
  });

  useLookAgain(asked, reload);

  if (!allowed) {
    return (
      <Typography variant="body2" color="textSecondary">
        {t('registries.mayNotSync')}
      </Typography>
    );
  }
  return (
    <div>
      {action.error && (
        <Problem error={action.error} title={t('registries.syncFailed')} />
      )}
      <Button
        size="small"
        variant="outlined"
        aria-label={label}
        disabled={action.busy}
        onClick={() => action.run()}
      >
        {t('registries.syncNow')}
      </Button>{' '}
      {asked > 0 && !action.error && (
        <Typography component="span" variant="body2" role="status">
          {t('registries.syncAsked')}
        </Typography>
      )}
    </div>
  );
}
