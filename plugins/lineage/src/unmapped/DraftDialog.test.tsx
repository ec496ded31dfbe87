import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failing } from '../__testUtils__/failing';
import { MemoryLineageApi } from '../__testUtils__/MemoryLineageApi';
import { renderLineage } from '../__testUtils__/renderLineage';
import { sampleWorld } from '../__testUtils__/sampleWorld';
import { UnmappedPage } from './UnmappedPage';

const dialog = () => screen.findByRole('dialog');

async function draft(
  names: string[],
  api = new MemoryLineageApi(sampleWorld()),
) {
  renderLineage(<UnmappedPage />, { api });
  for (const name of names) {
    await userEvent.click(
      await screen.findByRole('checkbox', { name: `Select ${name}` }),
    );
  }
  await userEvent.click(screen.getByRole('button', { name: 'Draft YAML' }));
}

describe('DraftDialog', () => {
  it('shows the YAML, what it makes, whose that is, and what may be the same', async () => {
    await draft(['raw.public.card_payments', 'payments.card_velocity']);
    expect(await dialog()).toHaveAccessibleName('Drafts of 2 catalog entries');
    const yaml = await within(await dialog()).findByRole('textbox', {
      name: 'Catalog YAML',
    });
    expect(yaml).toHaveValue(
      [
        '---',
        'kind: Dataset',
        'metadata:',
        '  name: raw.public.card_payments',
        'spec:',
        '  owner: group:default/payments',
        '---',
        'kind: Component',
        'metadata:',
        '  name: payments.card_velocity',
        'spec:',
        '  # owner: nobody is known; name the team',
      ].join('\n'),
    );
    expect(yaml).toHaveAttribute('readonly');
    const [raw, velocity] = within(await dialog()).getAllByRole('listitem');
    expect(raw).toHaveTextContent('dataset:default/raw.public.card_payments');
    expect(
      await within(raw).findByRole('link', { name: 'Payments' }),
    ).toHaveAttribute('href', '/catalog/default/group/payments');
    expect(velocity).toHaveTextContent('nobody is known to own it');
    expect(
      await within(velocity).findByRole('link', { name: 'Card velocity' }),
    ).toHaveAttribute('href', '/catalog/default/featureview/card-velocity');
    expect(within(raw).queryByRole('alert')).not.toBeInTheDocument();
  });

  it('can be taken along', async () => {
    const user = userEvent.setup();
    const files: Blob[] = [];
    Object.assign(URL, {
      createObjectURL: (file: Blob) => {
        files.push(file);
        return 'blob:file';
      },
      revokeObjectURL: () => {},
    });
    const saved: string[] = [];
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(this.download);
      });
    await draft(['fraud.train']);
    const copied = jest
      .spyOn(window.navigator.clipboard, 'writeText')
      .mockResolvedValue();
    await user.click(await screen.findByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('It is on the clipboard.')).toBeVisible();
    expect(copied).toHaveBeenCalledWith(
      expect.stringContaining('name: fraud.train'),
    );
    await user.click(screen.getByRole('button', { name: 'Download' }));
    expect(saved).toEqual(['catalog-info.yaml']);
    expect(files[0].type).toBe('application/yaml');
  });

  it('says when the browser does not let it copy', async () => {
    await draft(['fraud.train']);
    const copy = await screen.findByRole('button', { name: 'Copy' });
    Object.defineProperty(window.navigator, 'clipboard', {
      configurable: true,
      value: undefined,
    });
    await userEvent.click(copy);
    expect(await screen.findByText(/copy it by hand/)).toBeVisible();
  });

  it('keeps the selection when it could not be written, and tries again', async () => {
    const api = new MemoryLineageApi(sampleWorld());
    const works = api.draftUnmapped.bind(api);
    await draft(['fraud.train'], failing(api, 'draftUnmapped'));
    expect(
      await within(await dialog()).findByText('Wait a moment and try again.'),
    ).toBeVisible();
    Object.assign(api, { draftUnmapped: works });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText('Catalog YAML')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() =>
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument(),
    );
    expect(screen.getByText('1 selected')).toBeVisible();
  });
});
