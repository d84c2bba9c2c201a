import { equal, test } from './harness.js';
import { Timeline } from '../../main/resources/io/github/heapwise/ui/static/js/model/timeline.js';

const timeline = new Timeline({starts: [0, 10_000, 20_000], ends: [10_000, 20_000, 80_000],
  application: [100, 0, 600], dependency: [50, 0, 0], jdk: [50, 1000, 0]});

test('rates take the length of the bucket into account', () => {
  equal(timeline.rate(0), 20);
  equal(timeline.rate(2), 10);
  equal(timeline.peakRate, 100);
});

test('the mean over a range counts its buckets', () => {
  equal(timeline.meanRate(0, 20_000), 60);
  equal(timeline.meanRate(90_000, 99_000), 0);
});

test('an instant falls into its bucket or the nearest', () => {
  equal(timeline.bucketAt(-5), 0);
  equal(timeline.bucketAt(10_000), 1);
  equal(timeline.bucketAt(79_999), 2);
  equal(timeline.bucketAt(500_000), 2);
});

test('nothing recorded is an empty timeline', () => {
  const empty = new Timeline(undefined);
  equal(empty.length, 0);
  equal(empty.bucketAt(1), -1);
  equal(empty.peakRate, 1);
  equal(empty.start, 0);
});
