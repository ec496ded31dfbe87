import { cardDigest, cardReviewStatus } from './cardReview';

const text = '# Card\n';
const approved = {
  state: 'approved' as const,
  reviewedBy: 'group:default/model-risk',
  reviewedAt: '2026-11-01T10:00:00.000Z',
  digest: cardDigest(text),
};

describe('cardReviewStatus', () => {
  it('is a draft before somebody reviews it', () => {
    expect(cardReviewStatus(text)).toEqual({ state: 'draft' });
    expect(cardReviewStatus(text, { state: 'draft' })).toEqual({
      state: 'draft',
    });
  });

  it('is approved as long as the text is the same', () => {
    const { digest, ...rest } = approved;
    const status = { ...rest, of: digest };
    expect(cardReviewStatus(text, approved)).toEqual(status);
    expect(cardReviewStatus('# Card\r\n', approved)).toEqual(status);
    expect(cardReviewStatus('# Card!\n', approved)).toEqual({
      ...status,
      state: 'outdated',
    });
  });

  it('is outdated when another text is being reviewed, or nobody knows which', () => {
    const asked = { state: 'in_review' as const, digest: cardDigest(text) };
    expect(cardReviewStatus(text, asked).state).toBe('in_review');
    expect(cardReviewStatus('other', asked).state).toBe('outdated');
    expect(cardReviewStatus(text, { state: 'approved' })).toEqual({
      state: 'outdated',
    });
  });
});

describe('cardDigest', () => {
  it('is the SHA-256 of the text', () => {
    expect(cardDigest('abc')).toBe(
      'sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
