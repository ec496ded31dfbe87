import { render, screen } from '@testing-library/react';
import { RelationLabel } from './RelationLabel';

it('says a relation in words, from both ends', () => {
  render(
    <svg>
      <RelationLabel
        edge={{
          from: 'model:default/fraud-score',
          to: 'dataset:default/payments',
          relations: ['trainedOn', 'trainingDataFor'],
          label: 'visible',
        }}
      />
    </svg>,
  );
  expect(screen.getByText('trained on')).toBeInTheDocument();
  expect(screen.getByText('training data for')).toBeInTheDocument();
});
