import { screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { buildLookup } from '../../../../src/lib/core/lookup';
import { stepsOf, type Step } from '../../../../src/lib/present/steps';
import StepBody from '../../../../src/lib/viewer/present/StepBody.svelte';
import { smallStory } from '../../../fixtures/small-story';
import { renderPart, said } from '../in-reading';

const dispute = stepsOf(smallStory, buildLookup(smallStory), 'en').find(
  ({ kind }) => kind === 'dispute'
) as Step;

describe('a dispute about a distance', () => {
  test('has what the map measures, between places named', () => {
    renderPart(StepBody, { step: dispute, answer: 'hidden' });
    expect(said(screen.getByText(/33 km/))).toContain('Easttown');
  });

  test('does not name them while places are to be guessed', () => {
    const { container } = renderPart(StepBody, {
      step: dispute,
      answer: 'hidden',
      placesHidden: true
    });
    expect(said(container)).toContain('It is 40 metres long.');
    expect(said(container)).not.toMatch(/33 km|Easttown/);
  });
});
