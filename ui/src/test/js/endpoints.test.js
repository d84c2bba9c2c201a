import { equal, same, test } from './harness.js';
import { deleteHeapDump, fetchDiagnosisMarkdown, fetchLatency, fetchMemory, fetchProfile, takeHeapDump } from '../../main/resources/io/github/heapwise/ui/static/js/api/endpoints.js';

const {signal} = new AbortController();

async function withAnswer(response, body) {
  const {fetch} = window;
  const headers = [];
  window.fetch = async (url, options) => {
    headers.push(options.headers);
    return response;
  };
  try {
    return await body(headers);
  }
  finally {
    window.fetch = fetch;
  }
}

test('every question says that a script asks, so that no dialog opens', () => withAnswer(Response.json({}, {status: 401}), async (headers) => {
  await fetchMemory('memory', signal).catch(() => null);
  await fetchProfile('allocations', new URLSearchParams(), signal).catch(() => null);
  same(headers.map((sent) => sent['X-Requested-With']), ['XMLHttpRequest', 'XMLHttpRequest']);
}));

test('a page to log in is no data', async () => {
  const page = () => new Response('<!DOCTYPE html>', {headers: {'content-type': 'text/html'}});
  for (const ask of [() => fetchMemory('memory', signal), () => fetchProfile('allocations', new URLSearchParams(), signal)]) {
    const {message} = await withAnswer(page(), () => ask().catch((error) => error));
    equal(message, 'The endpoint answered something else than data (a login page?).');
  }
});

test("the actuator's own type of JSON is data", async () => {
  const answer = new Response('{"a": 1}', {headers: {'content-type': 'application/vnd.spring-boot.actuator.v3+json'}});
  same(await withAnswer(answer, () => fetchMemory('memory', signal)), {a: 1});
});

test('latency is asked for everything that is kept first, and what is not is not missed', async () => {
  const {fetch} = window;
  const asked = [];
  window.fetch = async (url) => {
    asked.push(url);
    return Response.json({nextSequence: 2000, missed: 1100});
  };
  try {
    equal((await fetchLatency('latency', null, signal)).missed, 0);
    equal((await fetchLatency('latency', 2000, signal)).missed, 1100);
  }
  finally {
    window.fetch = fetch;
  }
  same(asked, ['latency?since=0', 'latency?since=2000']);
});

async function withAnswers(responses, body) {
  const {fetch} = window;
  const sent = [];
  window.fetch = async (url, options) => {
    sent.push({url, ...options});
    return responses.shift();
  };
  Object.assign(document.body.dataset, {tokenHeader: 'X-CSRF-TOKEN', token: 'of-the-page'});
  document.cookie = 'XSRF-TOKEN=of-the-cookie';
  try {
    return await body(sent);
  }
  finally {
    window.fetch = fetch;
    document.cookie = 'XSRF-TOKEN=; max-age=0';
    delete document.body.dataset.tokenHeader;
    delete document.body.dataset.token;
  }
}

function tokens(sent) {
  return sent.map(({headers}) => headers['X-XSRF-TOKEN'] ?? headers['X-CSRF-TOKEN']);
}

for (const refusal of [401, 403]) {
  test(`what is refused (${refusal}) for the token of the cookie is sent again with that of the page`, () => withAnswers(
      [Response.json({}, {status: refusal}), Response.json({id: 'x'}, {status: 202})], sendsTwice));
}

async function sendsTwice(sent) {
  equal((await takeHeapDump('heapdumps', {reason: 'why', live: true}, signal)).id, 'x');
  same(tokens(sent), ['of-the-cookie', 'of-the-page']);
  same(sent.map(({method, body}) => `${method} ${body}`), ['POST {"reason":"why","live":true}', 'POST {"reason":"why","live":true}']);
  equal(sent[1].headers['content-type'], 'application/json');
}

test('what is refused for another reason is not sent again', () => withAnswers(
    [Response.json({message: 'Too soon.'}, {status: 429})], async (sent) => {
      const {message} = await takeHeapDump('heapdumps', {reason: '', live: false}, signal).catch((error) => error);
      equal(message, 'Too soon.');
      equal(sent.length, 1);
    }));

test('what is refused with every token is refused', () => withAnswers(
    [Response.json({}, {status: 403}), Response.json({}, {status: 403})], async (sent) => {
      const {status} = await deleteHeapDump('heapdumps/x', signal).catch((error) => error);
      equal(status, 403);
      same(sent.map(({method, url}) => `${method} ${url}`), ['DELETE heapdumps/x', 'DELETE heapdumps/x']);
    }));

test('a diagnosis for a ticket is Markdown, and nothing else', async () => {
  const answer = (type) => new Response('# Heapwise', {headers: {'content-type': type}});
  await withAnswer(answer('text/markdown;charset=UTF-8'), async (headers) => {
    equal(await fetchDiagnosisMarkdown('diagnosis', signal), '# Heapwise');
    equal(headers[0].accept, 'text/markdown');
  });
  const {message} = await withAnswer(answer('text/html'), () => fetchDiagnosisMarkdown('diagnosis', signal).catch((error) => error));
  equal(message, 'The endpoint answered something else than Markdown (a login page?).');
});
