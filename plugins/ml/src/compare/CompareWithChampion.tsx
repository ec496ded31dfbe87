import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { ModelVersion } from '@understudy/plugin-ml-common';
import { MouseEvent, useCallback, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { mlApiRef } from '../api/MlApi';
import { queryString } from '../api/requestJson';
import { Problem } from '../loading/Problem';
import { useLoaded } from '../loading/useLoaded';
import { formatTarget } from '../pieces/formatTarget';
import { formatVersion } from '../pieces/formatVersion';
import { modelParams } from '../pieces/modelPath';
import { compareRouteRef } from '../routes';
import { mlTranslationRef } from '../translation';
import { versionsTranslationRef } from '../versions/translation';
import { Champion, championsOf } from './championsOf';

/** The most that the backend gives at once. */
const AT_MOST = 200;

/**
 * Leads to the comparison with the version that is champion now; asks which
 * where places have different ones. Nothing where there is no other.
 */
export function CompareWithChampion(props: {
  version: Pick<ModelVersion, 'id' | 'model' | 'label'>;
}) {
  const { id, model, label } = props.version;
  const { t } = useTranslationRef(versionsTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const navigate = useNavigate();
  const comparePath = useRouteRef(compareRouteRef);
  const [anchor, setAnchor] = useState<HTMLElement>();
  const champions = useChampions(model, id);
  if (champions.error) {
    return (
      <Problem
        error={champions.error}
        title={tShared('loading.failed', { what: t('compared.championsWhat') })}
        onRetry={champions.reload}
      />
    );
  }
  const found = champions.data ?? [];
  const open = ({ version }: Champion) =>
    navigate(
      `${comparePath(modelParams(model))}${queryString({
        version: [version, label],
      })}`,
    );
  const name = ({ version, places }: Champion) => {
    const [{ stage, target }, ...others] = places;
    const text = {
      version: formatVersion(version),
      where: formatTarget(target, { stage }),
    };
    return others.length === 0
      ? t('compared.withChampionAt', text)
      : t('compared.withChampionMore', { ...text, count: others.length });
  };
  if (found.length === 0) {
    return null;
  }
  const several = found.length > 1;
  return (
    <>
      <Button
        variant="outlined"
        aria-haspopup={several ? 'menu' : undefined}
        title={several ? undefined : name(found[0])}
        onClick={(event: MouseEvent<HTMLElement>) =>
          several ? setAnchor(event.currentTarget) : open(found[0])
        }
      >
        {t('compared.withChampion')}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== undefined}
        onClose={() => setAnchor(undefined)}
        MenuListProps={{ 'aria-label': t('compared.withChampionMenu') }}
      >
        {found.map(champion => (
          <MenuItem key={champion.version} onClick={() => open(champion)}>
            {name(champion)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function useChampions(model: string, versionId: string) {
  const api = useApi(mlApiRef);
  return useLoaded(
    useCallback(async () => {
      const { items } = await api.listAssignments(model, {
        view: 'current',
        limit: AT_MOST,
      });
      return championsOf(items, { versionId });
    }, [api, model, versionId]),
  );
}
