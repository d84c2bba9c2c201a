import { LivePage } from './live-page.js';
import { RouteTable } from './route-table.js';
import { RouteTotals } from './route-totals.js';
import { element, part, setText } from '../view/dom.js';

/** What requests cost, by route. */
class RoutesPage extends LivePage {
  #totals;
  #table;
  #shown = null;
  #asked;

  constructor(settings, signal) {
    super(settings, signal);
    this.#totals = new RouteTotals({signal});
    this.#asked = new URLSearchParams(location.search).get('route');
    this.#table = new RouteTable(part('routes'), {
      asked: this.#asked,
      hrefOf: (route) => settings.allocationsPage + this.range.query({route}),
    });
    this.data.withRoutes();
  }

  draw() {
    super.draw();
    const {routes: answer} = this.data;
    if (answer !== null && answer !== this.#shown) {
      this.#shown = answer;
      this.#show(answer);
    }
  }

  #show(answer) {
    const empty = emptiness(answer);
    part('figures').hidden = empty !== null;
    part('routes').hidden = empty !== null;
    part('empty').hidden = empty === null;
    setText(part('mode'), empty ? '' : describe(answer));
    if (empty) {
      part('empty').replaceChildren(element('p', {class: 'hw-empty__title'}, empty.title), element('p', {}, empty.text));
    }
    else {
      this.#totals.render(answer);
      this.#table.render(answer);
      this.#showAsked();
    }
  }

  // Whoever comes for a route looks for it, once.
  #showAsked() {
    if (this.#asked !== null) {
      part('routes').querySelector('[aria-current]')?.scrollIntoView({block: 'center'});
      this.#asked = null;
    }
  }
}

function emptiness({routes, other, mode, unavailableReason}) {
  if (routes.length > 0 || other) {
    return null;
  }
  return mode === 'unavailable' && unavailableReason ? {title: 'Nothing is known of requests here', text: unavailableReason}
    : {title: 'No request yet', text: 'Use the application: a route appears here a few seconds after its first request.'};
}

function describe({mode, unavailableReason}) {
  if (mode === 'unavailable') {
    return `Bytes are not known here. ${unavailableReason ?? ''}`;
  }
  return mode === 'sampled'
    ? 'Bytes are estimated from the samples of the profile: each says how far it may be off.'
    : 'Bytes are exact: what the threads counted while they served the request.';
}

new RoutesPage(document.body.dataset, new AbortController().signal).start();
