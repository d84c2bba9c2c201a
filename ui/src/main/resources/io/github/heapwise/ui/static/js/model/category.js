/** What a name stands for, numbered as on the wire; `fold` exists in the page only. */
export const Category = Object.freeze({
  application: 0,
  dependency: 1,
  jdk: 2,
  allocatedClass: 3,
  synthetic: 4,
  native: 5,
  fold: 6,
});

const KINDS = Object.freeze({
  [Category.application]: 'app',
  [Category.dependency]: 'dep',
  [Category.jdk]: 'jdk',
  [Category.allocatedClass]: 'class',
  [Category.synthetic]: 'other',
  [Category.native]: 'native',
  [Category.fold]: 'fold',
});

/** The word for a category in addresses and style sheets. */
export function kindOf(category) {
  return KINDS[category];
}

/** Categories as the page offers them for filtering, in the order of their chips. */
export const filterableCategories = Object.freeze([
  {category: Category.application, label: 'App'},
  {category: Category.dependency, label: 'Dependencies'},
  {category: Category.jdk, label: 'JDK'},
  {category: Category.allocatedClass, label: 'Class'},
].map((offered) => Object.freeze({...offered, id: kindOf(offered.category)})));

/** Whether frames of this category run on behalf of the application without being its code. */
export function isPlumbing(category) {
  return category === Category.dependency || category === Category.jdk || category === Category.native;
}
