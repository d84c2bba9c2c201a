import { KeyedList } from '../../view/keyed-list.js';
import { describeEvidence, describeLack } from '../../model/diagnosis.js';
import { element, part, setText } from '../../view/dom.js';
import { formatCount } from '../../model/format.js';

const NOTHING = 'It does not apply here.';

/** The rules that found nothing, with their numbers, and those that cannot tell, with what they lack. */
export class RuleLists {
  #undecided = new KeyedList(part('undecided-rules'), {keyOf: ({id}) => id, make: () => new UndecidedRule()});
  #passed = new KeyedList(part('passed-rules'), {keyOf: ({id}) => id, make: () => new PassedRule()});

  /** @param {{passed: object[], undecided: object[]}} diagnosis */
  render({passed, undecided}) {
    this.#undecided.render(undecided);
    this.#passed.render(passed);
    showCount('undecided', undecided.length);
    showCount('passed', passed.length);
  }
}

/** A rule that lacks data. */
class UndecidedRule {
  #title = element('span', {class: 'hw-rules__title'});
  #lack = element('span', {class: 'hw-rules__lack'});
  root = element('li', {class: 'hw-rules__item'}, this.#title, ' ', this.#lack);

  render(rule) {
    setText(this.#title, rule.title);
    setText(this.#lack, describeLack(rule));
  }
}

/** A rule that found nothing. */
class PassedRule {
  #title = element('th', {scope: 'row'});
  #numbers = element('td', {class: 'hw-checks__numbers'});
  #said = null;
  root = element('tr', {}, this.#title, this.#numbers);

  render({title, evidence}) {
    const numbers = evidence.length > 0 ? evidence.map(describeEvidence) : [NOTHING];
    setText(this.#title, title);
    if (numbers.join('\n') !== this.#said) {
      this.#said = numbers.join('\n');
      this.#numbers.replaceChildren(...numbers.map((number) => element('p', {}, number)));
    }
  }
}

function showCount(name, count) {
  part(name).hidden = count === 0;
  setText(part(`${name}-note`), `${formatCount(count)} ${count === 1 ? 'rule' : 'rules'}`);
}
