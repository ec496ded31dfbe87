import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { LoadedContent } from '../../loading/LoadedContent';
import { Problem } from '../../loading/Problem';
import { PickerOption, SearchPicker } from '../../pieces/SearchPicker';
import { mlTranslationRef } from '../../translation';
import { intakeTranslationRef } from '../translation';
import { useGroups, useMyGroups } from './useGroups';

interface GroupPickerProps {
  chosen?: PickerOption;
  onChoose: (group: PickerOption) => void;
}

/** A group of the catalog: the reader's own first, then what is searched for. */
export function GroupPicker(props: GroupPickerProps & { onlyMine: boolean }) {
  const { onlyMine, ...rest } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const mine = useMyGroups();
  return (
    <LoadedContent loaded={mine} what={t('intake.group.what')}>
      {groups =>
        onlyMine ? (
          <MyGroups {...rest} mine={groups} />
        ) : (
          <AnyGroup {...rest} mine={groups} />
        )
      }
    </LoadedContent>
  );
}

function MyGroups(props: GroupPickerProps & { mine: PickerOption[] }) {
  const { mine, ...rest } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const [text, setText] = useState('');
  return (
    <>
      <SearchPicker
        {...rest}
        label={t('intake.group.label')}
        text={text}
        onSearch={setText}
        sections={[
          { title: t('intake.group.mine'), options: thatFit(mine, text) },
        ]}
        empty={t('intake.group.none')}
        busy={false}
      />
      <Typography variant="body2" color="textSecondary">
        {t('intake.group.onlyMine')}
      </Typography>
    </>
  );
}

function AnyGroup(props: GroupPickerProps & { mine: PickerOption[] }) {
  const { mine, ...rest } = props;
  const { t } = useTranslationRef(intakeTranslationRef);
  const { t: tShared } = useTranslationRef(mlTranslationRef);
  const [text, setText] = useState('');
  const groups = useGroups(text);
  const own = new Set(mine.map(({ value }) => value));
  const found = groups.loaded.data?.items ?? [];
  const error = groups.loaded.error ?? groups.moreError;
  return (
    <>
      <SearchPicker
        {...rest}
        label={t('intake.group.label')}
        text={text}
        onSearch={setText}
        sections={[
          { title: t('intake.group.mine'), options: thatFit(mine, text) },
          {
            title: t('intake.group.all'),
            options: found.filter(({ value }) => !own.has(value)),
          },
        ]}
        empty={t('intake.group.none')}
        onMore={groups.more}
        busy={groups.busy}
      />
      {error && (
        <Problem
          error={error}
          title={tShared('loading.failed', { what: t('intake.group.what') })}
          onRetry={groups.loaded.reload}
        />
      )}
    </>
  );
}

/** The reader's own groups are few and known, so the browser searches them. */
function thatFit(groups: PickerOption[], text: string): PickerOption[] {
  const sought = text.toLocaleLowerCase('en-US');
  return groups.filter(({ value, title }) =>
    `${title} ${value}`.toLocaleLowerCase('en-US').includes(sought),
  );
}
