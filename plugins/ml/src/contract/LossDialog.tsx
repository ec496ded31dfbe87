import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { LossNote } from '@understudy/contracts';
import { FirstFew } from '../pieces/FirstFew';
import { FormDialog } from '../pieces/FormDialog';
import { contractTranslationRef } from './translation';

const FEW = 20;

/** What was left out of a file that was saved. Nothing where nothing was. */
export function LossDialog(props: { lossy: LossNote[]; onClose: () => void }) {
  const { lossy, onClose } = props;
  const { t } = useTranslationRef(contractTranslationRef);
  return lossy.length === 0 ? null : (
    <FormDialog
      title={t('contract.export.lost')}
      busy={false}
      onConfirm={onClose}
      onClose={onClose}
    >
      <FirstFew items={lossy} few={FEW} label={t('contract.export.lost')}>
        {shown => (
          <ul>
            {shown.map(({ pointer, code, message }) => (
              <li key={`${pointer} ${code} ${message}`}>
                {t('contract.export.lostAt', { pointer, message })}
              </li>
            ))}
          </ul>
        )}
      </FirstFew>
    </FormDialog>
  );
}
