import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildEvent,
  buildOptions,
  buildVersion,
} from '../__testUtils__/builders';
import { failing, hanging } from '../__testUtils__/failing';
import { MemoryData, MemoryMlApi } from '../__testUtils__/MemoryMlApi';
import { renderMl } from '../__testUtils__/renderMl';
import { VersionPage } from './VersionPage';

function memory(data: Partial<MemoryData> = {}) {
  return new MemoryMlApi({ versions: [buildVersion(44)], ...data });
}

function render(api: MemoryMlApi) {
  return renderMl(<VersionPage />, {
    api,
    mountPath: '/ml/models/:namespace/:name/versions/:version',
    path: '/ml/models/default/fraud-score/versions/44',
  });
}

describe('VersionPage', () => {
  it('shows everything about a version', async () => {
    render(memory());
    expect(await screen.findByText('run-44')).toBeVisible();
    for (const section of [
      'Metrics',
      'Parameters',
      'Signature',
      'Components',
    ]) {
      expect(screen.getByRole('region', { name: section })).toBeVisible();
    }
    expect(screen.getByRole('link', { name: /Run in MLflow/ })).toHaveAttribute(
      'href',
      'https://mlflow.example/#/runs/44',
    );
  });

  it('asks to promote exactly this version, with one key', async () => {
    const api = memory();
    const request = jest.spyOn(api, 'requestPromotion');
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Promote this version' }),
    );
    expect(
      await screen.findByText('The alias champion will point at v44.'),
    ).toBeVisible();
    await userEvent.dblClick(
      screen.getByRole('button', { name: 'Ask to promote v44' }),
    );
    expect(request).toHaveBeenCalledTimes(1);
    expect(request).toHaveBeenCalledWith(
      {
        model: 'model:default/fraud-score',
        version: '44',
        stage: 'production',
        target: { environment: 'production', segment: '*' },
        reason: undefined,
      },
      { key: expect.stringMatching(/^[0-9a-f]{32}$/) },
    );
  });

  it('does not offer what I may not do, and says why', async () => {
    render(
      memory({
        options: buildOptions({
          mayPromote: false,
          reason: "You are missing the permission 'ml.promotion.create'",
        }),
      }),
    );
    expect(await screen.findByText(/ml.promotion.create/)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Promote this version' }),
    ).not.toBeInTheDocument();
  });

  describe('what happened', () => {
    const history = async () =>
      within(await screen.findByRole('region', { name: 'What happened' }));

    it('comes page by page, newest first, and leaves other versions out', async () => {
      const events = Array.from({ length: 22 }, (_, index) =>
        buildEvent(index === 21 ? 'succeeded' : 'gate.finished', {
          sequence: index + 1,
        }),
      );
      const ofAnother = buildEvent('rejected', {
        sequence: 23,
        subject: 'model:default/fraud-score@43',
      });
      render(memory({ events: [...events, ofAnother] }));
      const region = await history();
      const items = await region.findAllByRole('listitem');
      expect(items).toHaveLength(20);
      expect(items[0]).toHaveTextContent('Succeeded');
      await userEvent.click(
        region.getByRole('button', { name: 'Show earlier events' }),
      );
      await waitFor(() =>
        expect(region.getAllByRole('listitem')).toHaveLength(22),
      );
      expect(
        region.queryByRole('button', { name: 'Show earlier events' }),
      ).not.toBeInTheDocument();
    });

    it('says what failed without taking the page away', async () => {
      const api = memory();
      jest
        .spyOn(api, 'listEvents')
        .mockRejectedValue(new Error('The ledger is away'));
      render(api);
      const region = await history();
      expect(await region.findByText('The ledger is away')).toBeVisible();
      expect(screen.getByText('run-44')).toBeVisible();
    });
  });

  it('says that the registry no longer has it', async () => {
    render(
      memory({
        versions: [buildVersion(44, { goneSince: '2026-01-01T00:00:00.000Z' })],
      }),
    );
    expect(
      await screen.findByText(/registry no longer has this version/),
    ).toBeVisible();
  });

  it('says that it is loading', async () => {
    render(hanging(memory(), 'getVersion'));
    expect(await screen.findByText('Loading version v44')).toBeVisible();
  });

  it('says that there is no such version', async () => {
    render(memory({ versions: [] }));
    expect(await screen.findByText(/has no version '44'/)).toBeVisible();
  });

  it('says what failed', async () => {
    render(failing(memory(), 'getVersion'));
    expect(await screen.findByText('Could not read version v44')).toBeVisible();
  });
});
