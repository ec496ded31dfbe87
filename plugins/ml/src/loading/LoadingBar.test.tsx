import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { LoadingBar } from './LoadingBar';

describe('LoadingBar', () => {
  it('says what is read', async () => {
    await renderInTestApp(<LoadingBar what="the models" />);
    expect(
      screen.getByRole('progressbar', { name: 'Loading the models' }),
    ).toBeInTheDocument();
  });
});
