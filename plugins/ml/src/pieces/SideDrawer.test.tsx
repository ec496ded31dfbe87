import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SideDrawer } from './SideDrawer';

async function open() {
  const onClose = jest.fn();
  await renderInTestApp(
    <SideDrawer
      title="fraud-score"
      actions={<button type="button">Ignore</button>}
      onClose={onClose}
    >
      Scores payments.
    </SideDrawer>,
  );
  return onClose;
}

describe('SideDrawer', () => {
  it('is a dialog with the name of what it shows', async () => {
    await open();
    expect(
      await screen.findByRole('dialog', { name: 'fraud-score' }),
    ).toHaveTextContent('Scores payments.');
    expect(screen.getByRole('button', { name: 'Ignore' })).toBeVisible();
  });

  it('closes by its button and by the keyboard', async () => {
    const onClose = await open();
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }));
    expect(onClose).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(2);
  });
});
