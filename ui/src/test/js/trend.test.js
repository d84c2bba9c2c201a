import { equal, test } from './harness.js';
import { gcSummary } from './answers.js';
import { describeTrend, describeTrendInterval } from '../../main/resources/io/github/heapwise/ui/static/js/model/trend.js';

function trend(bytesPerHour, low, high, confidence) {
  return gcSummary({liveTrendBytesPerHour: bytesPerHour, liveTrendLowBytesPerHour: low, liveTrendHighBytesPerHour: high,
    liveTrendConfidence: confidence});
}

test('a trend that cannot be said says why', () => {
  equal(describeTrend(gcSummary()), 'Two collections are too few for a trend.');
  equal(describeTrend(trend(12e6, 1e6, 20e6, 'none')), 'Two collections are too few for a trend.');
  equal(describeTrend(undefined), 'no trend yet');
});

test('growth is growth only where the server is sure of it', () => {
  equal(describeTrend(trend(12e6, 8e6, 15e6, 'high')), 'grows 12 MB/h');
  equal(describeTrend(trend(12e6, 8e6, 15e6, 'low')), 'may grow 12 MB/h, maybe garbage');
  equal(describeTrend(trend(12e6, -1e6, 15e6, 'low')), 'no clear trend');
  equal(describeTrend(trend(0, 0, 0, 'low')), 'no clear trend');
});

test('the interval carries its signs', () => {
  equal(describeTrendInterval(trend(12e6, -1e6, 15e6, 'low')), 'between −1 MB/h and +15 MB/h, confidence low');
  equal(describeTrendInterval(gcSummary()), '');
});
