import { formatBytes, formatCount, formatExactPercent, formatPercent, formatSeconds } from './format.js';

const SLICED = 'Stacks were taken in slices of time to keep the cost of recording down.';

const SAMPLING = Object.freeze({
  sliced: SLICED,
  'all-sliced': SLICED,
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
    meta.objectsUnavailableReason,
    meta.truncatedAdvice,
    ...omissions(meta),
  ].filter(Boolean);
}

/**
 * Why the share of the application in the legend and the shares of its functions differ.
 * @param {number} called ratio of the whole for which the application itself called `new`
 * @param {number} caused the same with what others allocated on its behalf
 */
export function yourCodeNote(called, caused) {
  return `Your code called new itself for ${formatPercent(called)} of all. With what libraries and the JDK allocated when it `
      + `called them, it stands for ${formatPercent(caused)}: that is what the table of your code lists.`;
}

function omissions({route, notSampledBytes, droppedSamples, prunedNodes, min, ownBytes}) {
  const sentences = [
    [notSampledBytes, () => `${formatBytes(notSampledBytes)} were allocated by ${route ? 'requests' : 'threads'} without a sample: `
        + 'shown as (not sampled), given to nobody.'],
    [droppedSamples, () => `${formatCount(droppedSamples)} samples were dropped, because the tree was full.`],
    [prunedNodes, () => `${formatCount(prunedNodes)} frames below ${formatExactPercent(min)} are merged into (other); `
        + 'zoom in to see them.'],
    [ownBytes, () => `${formatBytes(ownBytes)} that Heapwise itself allocated are left out.`],
  ];
  return sentences.filter(([amount]) => amount > 0).map(([, sentence]) => sentence());
}

function accuracy({samples, errorRatio}) {
  return errorRatio > 0
    ? `Estimated from ${formatCount(samples)} samples: about ${formatPercent(errorRatio)} of the bytes may stand at another frame.`
    : null;
}

const RECORDING = Object.freeze({
  all: 'every allocation event',
  sliced: 'in slices of time',
  'all-sliced': 'in slices of time',
  throttled: 'throttled',
});

/** What was recorded, how, and how much of it is kept, in one line. */
export function describeRecording({meta, tree}, now = Date.now()) {
  const {recorder = {}} = meta;
  return [
    `${formatBytes(tree.total[0])}${meta.errorRatio > 0 ? ` ± ${formatPercent(meta.errorRatio)}` : ''} allocated, `
      + `${formatCount(meta.samples ?? 0)} samples`,
    recorder.state === 'recording' ? RECORDING[recorder.sampling] : recorder.reason,
    kept(recorder, now),
  ].filter(Boolean).join(' · ');
}

function kept({retainedFrom, nodes = 0, maxNodes = 0}, now) {
  const since = Date.parse(retainedFrom ?? '');
  return Number.isNaN(since) ? ''
    : `${formatSeconds((now - since) / 1000)} kept, ${formatCount(nodes)} of ${formatCount(maxNodes)} nodes`;
}
