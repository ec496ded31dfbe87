import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { IntakeStatus } from '@understudy/plugin-ml-common';
import { useSearchParams } from 'react-router-dom';
import { IntakeServer } from '../api/intakeTypes';
import { LoadedContent } from '../loading/LoadedContent';
import { Loaded } from '../loading/useLoaded';
import { setFilter } from '../models/modelFilters';
import { ChoiceField } from '../pieces/ChoiceField';
import { FilterChips } from '../pieces/FilterChips';
import { FilterText } from '../pieces/FilterText';
import { formatNumber } from '../pieces/formatNumber';
import { intakeTranslationRef } from './translation';
import {
  bindingSources,
  clearIntakeFilters,
  hasIntakeFilters,
  intakeStatuses,
  readBoundBy,
  readStatuses,
  toggleServer,
  toggleStatus,
} from './intakeFilters';
import { IntakeServers } from './useIntakeServers';

/** The filters of the intake. Their state is in the address. */
export function IntakeFilters(props: { loaded: Loaded<IntakeServers> }) {
  const { t } = useTranslationRef(intakeTranslationRef);
  const [params, setParams] = useSearchParams();
  return (
    <>
      <FilterText
        label={t('intake.filter.text')}
        value={params.get('text') ?? ''}
        onChange={text => setParams(setFilter(params, 'text', text))}
      />
      <LoadedContent loaded={props.loaded} what={t('intake.filter.what')}>
        {({ servers }) => <CountedFilters servers={servers} />}
      </LoadedContent>
      <ChoiceField
        label={t('intake.filter.boundBy')}
        value={readBoundBy(params) ?? ''}
        choices={[
          { value: '', label: t('intake.filter.anyBinding') },
          ...bindingSources.map(value => ({
            value,
            label: t(`intake.boundBy.${value}`),
          })),
        ]}
        onChange={value => setParams(setFilter(params, 'boundBy', value))}
      />
      <FilterChips
        title={t('intake.filter.gone')}
        choices={[{ value: 'true', label: t('intake.filter.showGone') }]}
        selected={params.getAll('gone')}
        onToggle={value =>
          setParams(
            setFilter(params, 'gone', params.has('gone') ? undefined : value),
          )
        }
      />
      {hasIntakeFilters(params) && (
        <Button
          size="small"
          onClick={() => setParams(clearIntakeFilters(params))}
        >
          {t('intake.filter.clear')}
        </Button>
      )}
    </>
  );
}

/** Servers and statuses, each with how many records the other leaves it. */
function CountedFilters(props: { servers: IntakeServer[] }) {
  const { servers } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const [params, setParams] = useSearchParams();
  const statuses = readStatuses(params);
  const chosen = params.getAll('server');
  const counted = (label: string, count: number | undefined) =>
    count === undefined
      ? label
      : t('intake.filter.counted', { label, amount: formatNumber(count) });
  const chosenServers = servers.filter(
    ({ server }) => chosen.length === 0 || chosen.includes(server),
  );
  return (
    <>
      <FilterChips
        title={t('intake.filter.server')}
        choices={servers.map(each => ({
          value: each.server,
          label: counted(each.title, countOf([each], statuses)),
        }))}
        selected={chosen}
        onToggle={server => setParams(toggleServer(params, server))}
      />
      <FilterChips
        title={t('intake.filter.status')}
        choices={intakeStatuses.map(status => ({
          value: status,
          label: counted(
            t(`intake.status.${status}`),
            countOf(chosenServers, [status]),
          ),
        }))}
        selected={statuses}
        onToggle={value => {
          const status = intakeStatuses.find(each => each === value);
          if (status) {
            setParams(toggleStatus(params, status));
          }
        }}
      />
    </>
  );
}

/** How many records of these servers have such a status; unknown if one is. */
function countOf(
  servers: IntakeServer[],
  statuses: IntakeStatus[],
): number | undefined {
  let sum = 0;
  for (const { counts } of servers) {
    if (!counts) {
      return undefined;
    }
    for (const status of statuses) {
      sum += counts[status];
    }
  }
  return sum;
}
