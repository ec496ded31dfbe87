import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { mlApiRef } from '../api/MlApi';
import { LoadedContent } from '../loading/LoadedContent';
import { LoadingBar } from '../loading/LoadingBar';
import { useLoaded } from '../loading/useLoaded';
import { EmptyState } from '../pieces/EmptyState';
import { FilterChips } from '../pieces/FilterChips';
import { Pager } from '../pieces/Pager';
import { RailLayout } from '../pieces/RailLayout';
import { setFilter } from '../models/modelFilters';
import { promotionTranslationRef } from './translation';
import { readPromotionQuery, readStateGroup } from './promotionFilters';
import { isUnfinished } from './promotionGroups';
import { PromotionsTable } from './PromotionsTable';
import { useLiveReload } from './useLiveReload';

const PAGE_SIZE = 50;
const GROUPS = ['waiting', 'unfinished', 'succeeded', 'stopped'] as const;

/** Promotions, of one model or of all, with filters in the address. */
export function PromotionList(props: { model?: string }) {
  const { model } = props;
  const { t } = useTranslationRef(promotionTranslationRef);
  const api = useApi(mlApiRef);
  const identityApi = useApi(identityApiRef);
  const [params, setParams] = useSearchParams();
  const search = params.toString();
  const scope = params.get('show') === 'mine' ? 'mine' : 'all';
  const promotions = useLoaded(
    useCallback(
      async () =>
        api.listPromotions({
          ...readPromotionQuery(new URLSearchParams(search)),
          model,
          requestedBy:
            scope === 'mine'
              ? (await identityApi.getBackstageIdentity()).userEntityRef
              : undefined,
          limit: PAGE_SIZE,
        }),
      [api, identityApi, model, scope, search],
    ),
    { keepPrevious: true },
  );
  const { data } = promotions;
  useLiveReload({
    unfinished: data?.items.some(({ state }) => isUnfinished(state)) ?? false,
    reload: promotions.reload,
  });
  const group = readStateGroup(params);

  return (
    <RailLayout
      label={t('promotions.filter.label')}
      rail={
        <>
          {!model && (
            <FilterChips
              title={t('promotions.filter.scope')}
              choices={(['mine', 'all'] as const).map(value => ({
                value,
                label: t(`promotions.scope.${value}`),
              }))}
              selected={[scope]}
              onToggle={value => setParams(setFilter(params, 'show', value))}
            />
          )}
          <FilterChips
            title={t('promotions.filter.state')}
            choices={GROUPS.map(value => ({
              value,
              label: t(`promotions.group.${value}`),
            }))}
            selected={group ? [group] : []}
            onToggle={value =>
              setParams(
                setFilter(params, 'state', value === group ? undefined : value),
              )
            }
          />
        </>
      }
    >
      <LoadedContent loaded={promotions} what={t('promotions.what')} lines={8}>
        {page => (
          <>
            {promotions.loading && <LoadingBar what={t('promotions.what')} />}
            {page.items.length > 0 ? (
              <PromotionsTable
                promotions={page.items}
                withoutModel={model !== undefined}
              />
            ) : (
              <EmptyState
                title={t(
                  group ? 'promotions.empty.filtered' : 'promotions.empty.none',
                )}
                why={t('promotions.empty.why')}
              />
            )}
            <Pager nextCursor={page.nextCursor} busy={promotions.loading} />
          </>
        )}
      </LoadedContent>
    </RailLayout>
  );
}
