/**
 * Puts text where it can be pasted from. Plain HTTP has no clipboard API but on localhost; the old command works there.
 * @returns {Promise<boolean>} whether the browser permits it
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  }
  catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text) {
  const focused = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'hw-visually-hidden';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  focused?.focus({preventScroll: true});
  return copied;
}
