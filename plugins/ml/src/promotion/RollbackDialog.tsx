import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { RollbackOption } from '@understudy/plugin-ml-common';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { mlApiRef } from '../api/MlApi';
import { requestKey } from '../api/requestKey';
import { RollbackRequest } from '../api/types';
import { LoadedContent } from '../loading/LoadedContent';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { ChoiceField } from '../pieces/ChoiceField';
import { FormDialog } from '../pieces/FormDialog';
import { formatVersion } from '../pieces/formatVersion';
import { ReasonField } from '../pieces/ReasonField';
import { promotionRouteRef } from '../routes';
import { promotionTranslationRef } from './translation';
import { RollbackEffects } from './RollbackEffects';
import { useRollbackChoices } from './useRollbackChoices';

/** Lists what a rollback will change, and does it on one confirmation. */
export function RollbackDialog(props: {
  model: string;
  option: RollbackOption;
  onClose: () => void;
}) {
  const { model, option, onClose } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const api = useApi(mlApiRef);
  const navigate = useNavigate();
  const promotionPath = useRouteRef(promotionRouteRef);
  const choices = useRollbackChoices(model, option);
  const [version, setVersion] = useState(option.previous?.version ?? '');
  const [reason, setReason] = useState('');
  const keys = useRef(new Map<string, string>());

  const action = useAction(async (request: RollbackRequest) => {
    // The same request has the same key, however often it is sent.
    const text = JSON.stringify(request);
    const key = keys.current.get(text) ?? requestKey();
    keys.current.set(text, key);
    return await api.rollBack(model, request, { key });
  });

  const submit = async () => {
    const promotion = await action.run({
      target: option.target,
      version,
      replaces: (option.underWay ?? option.current)?.version,
      reason: reason.trim() || undefined,
    });
    if (promotion) {
      onClose();
      navigate(promotionPath({ id: promotion.id }));
    }
  };

  return (
    <FormDialog
      title={t('rollback.title')}
      confirm={t('rollback.confirm', { version: formatVersion(version) })}
      busy={action.busy}
      disabled={!version}
      onConfirm={submit}
      onClose={onClose}
    >
      <LoadedContent loaded={choices} what={t('rollback.what')}>
        {data => (
          <>
            {data.versions.length > 1 && (
              <ChoiceField
                label={t('rollback.to')}
                value={version}
                choices={data.versions.map(label => ({
                  value: label,
                  label: formatVersion(label),
                }))}
                onChange={setVersion}
              />
            )}
            <RollbackEffects
              option={option}
              version={version}
              options={data.options}
            />
          </>
        )}
      </LoadedContent>
      <ReasonField
        label={t('rollback.reason')}
        help={t('rollback.reasonHelp')}
        value={reason}
        onChange={setReason}
      />
      {action.error && (
        <Problem error={action.error} title={t('rollback.failed')} />
      )}
    </FormDialog>
  );
}
