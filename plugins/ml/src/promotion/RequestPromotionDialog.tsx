import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { mlApiRef } from '../api/MlApi';
import { requestKey } from '../api/requestKey';
import { PromotionRequest } from '../api/types';
import { LoadedContent } from '../loading/LoadedContent';
import { Problem } from '../loading/Problem';
import { useAction } from '../loading/useAction';
import { FormDialog } from '../pieces/FormDialog';
import { formatVersion } from '../pieces/formatVersion';
import { promotionRouteRef } from '../routes';
import { promotionTranslationRef } from './translation';
import { initialForm, PromotionForm, toRequest } from './promotionForm';
import { PromotionFormFields } from './PromotionFormFields';
import { useRequestOptions } from './useRequestOptions';

/** Asks for a version to be promoted, then shows the promotion. */
export function RequestPromotionDialog(props: {
  model: string;
  /** Label of the version that is asked for to begin with. */
  version?: string;
  onClose: () => void;
}) {
  const { model, version, onClose } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const api = useApi(mlApiRef);
  const navigate = useNavigate();
  const promotionPath = useRouteRef(promotionRouteRef);
  const loaded = useRequestOptions(model);
  const [changed, setChanged] = useState<PromotionForm>();
  const form =
    changed ?? (loaded.data && initialForm({ ...loaded.data, version }));
  const keys = useRef(new Map<string, string>());

  const action = useAction(async (request: PromotionRequest) => {
    // The same request has the same key, however often it is sent.
    const text = JSON.stringify(request);
    const key = keys.current.get(text) ?? requestKey();
    keys.current.set(text, key);
    return await api.requestPromotion(request, { key });
  });

  const request = form && toRequest(model, form);
  const submit = async () => {
    const promotion = request && (await action.run(request));
    if (promotion) {
      onClose();
      navigate(promotionPath({ id: promotion.id }));
    }
  };

  return (
    <FormDialog
      title={t('request.title')}
      confirm={t('request.confirm', {
        version: formatVersion(form?.version ?? ''),
      })}
      busy={action.busy}
      disabled={!request}
      onConfirm={submit}
      onClose={onClose}
    >
      <LoadedContent loaded={loaded} what={t('request.what')} lines={6}>
        {data =>
          form && (
            <PromotionFormFields
              form={form}
              options={data.options}
              versions={data.versions}
              onChange={setChanged}
            />
          )
        }
      </LoadedContent>
      {action.error && (
        <Problem error={action.error} title={t('request.failed')} />
      )}
    </FormDialog>
  );
}
