import { Category } from '../model/category.js';
import { FlameView } from '../model/flame-view.js';
import { graft } from '../model/graft.js';
import { keyOfNode, nodeWithKey } from '../model/node-key.js';

const OTHER = '(other)';

/**
 * The profile with the subtree that is zoomed to in full detail, if the server merged parts of it into `(other)`.
 * @param {Profile} profile
 * @param {object} state of the page
 * @param {(key: string) => Promise<Profile>} fetchSubtree
 * @returns {Promise<Profile>} the same profile if there is nothing to add
 */
export async function withSubtreeDetail(profile, state, fetchSubtree) {
  const node = zoomedNode(profile.tree, state);
  if (node <= 0 || !holdsOther(profile.tree, node)) {
    return profile;
  }
  const subtree = await fetchSubtree(keyOfNode(profile.tree, node));
  return {meta: profile.meta, tree: graft(profile.tree, node, subtree.tree)};
}

/** The node of the server's tree that the page is zoomed to, -1 if it is not exactly one. */
function zoomedNode(tree, {zoom, view, hiddenCategories, hiddenFrames, focus}) {
  if (!zoom || view === 'callers') {
    return -1;
  }
  const shown = new FlameView(tree, {hiddenCategories, hiddenFrames, focus});
  const node = nodeWithKey(shown.plain, zoom);
  return node < 0 ? -1 : shown.baseOf(node);
}

function holdsOther(tree, node) {
  for (let i = node; i < tree.end[node]; i++) {
    if (tree.categoryOf(i) === Category.synthetic && tree.nameOf(i) === OTHER) {
      return true;
    }
  }
  return false;
}
