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

/** Categories as the page offers them for filtering, in the order of their chips. */
export const filterableCategories = Object.freeze([
  {id: 'app', category: Category.application, label: 'App'},
  {id: 'dep', category: Category.dependency, label: 'Dependencies'},
  {id: 'jdk', category: Category.jdk, label: 'JDK'},
  {id: 'class', category: Category.allocatedClass, label: 'Class'},
]);

/** Whether frames of this category run on behalf of the application without being its code. */
export function isPlumbing(category) {
  return category === Category.dependency || category === Category.jdk || category === Category.native;
}
