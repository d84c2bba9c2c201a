// A classic script in the head: modules run after the first paint, which would flash in the system's theme.
try {
  document.documentElement.dataset.theme = localStorage.getItem('heapwise.theme') ?? 'system';
}
catch {
  document.documentElement.dataset.theme = 'system';
}
