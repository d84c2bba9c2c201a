import { formatBytes, formatCount, formatExactPercent, formatPercent } from './format.js';

const SAMPLING = Object.freeze({
  sliced: 'Stacks were taken in slices of time to keep the cost of recording down.',
  throttled: 'Allocations were sampled, because another recording runs.',
  mixed: 'The way of sampling changed during this range, to keep the cost of recording down.',
});

/**
 * What a reader of a profile should know about how true and how complete it is, a sentence each; nothing where there
 * is nothing to add.
 * @param {object} meta as in the profile
 * @returns {string[]}
 */
export function profileNotes(meta) {
  return [
    accuracy(meta),
    SAMPLING[meta.sampling],
    meta.scaled === false ? meta.unscaledReason : null,
    meta.truncatedAdvice,
    meta.notSampledBytes > 0 ? `${formatBytes(meta.notSampledBytes)} were allocated by threads without a sample: shown as (not sampled), given to nobody.` : null,
    meta.droppedSamples > 0 ? `${formatCount(meta.droppedSamples)} samples were dropped, because the tree was full.` : null,
    meta.prunedNodes > 0 ? `${formatCount(meta.prunedNodes)} frames below ${formatExactPercent(meta.min)} are merged into (other); zoom in to see them.` : null,
    meta.ownBytes > 0 ? `${formatBytes(meta.ownBytes)} that Heapwise itself allocated are left out.` : null,
  ].filter(Boolean);
}

function accuracy({samples, errorRatio}) {
  return errorRatio > 0
    ? `Estimated from ${formatCount(samples)} samples: about ${formatPercent(errorRatio)} of the bytes may stand at another frame.`
    : null;
}
