// Before the circuit is there, the page can be read and typed into already. What is typed into a field that has no mirror of its own
// (keep.js) is put back when the circuit has taken the page over, and told to it as if it had just been typed.
const page = () => document.querySelector('[data-live]');
const fields = () => [...page().querySelectorAll('input, select, textarea')];
const typed = new Map();

function note({ target: field }) {
  if (!field.closest?.('[data-live=false]') || field.form?.dataset.kept || field.type === 'file') return;
  typed.set(fields().indexOf(field), { value: field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value, kind: field.type });
}

function putBack() {
  const all = fields();
  for (const [at, { value, kind }] of typed) {
    const field = all[at];
    if (!field || field.type !== kind) continue;
    if (typeof value === 'boolean') { if (field.checked !== value) field.click(); continue; }
    if (field.value === value) continue;
    field.value = value;
    for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
  }
  typed.clear();
}

if (page()?.dataset.live === 'false') {
  for (const kind of ['input', 'change']) document.addEventListener(kind, note);
  const watch = new MutationObserver(() => {
    if (page()?.dataset.live !== 'true') return;
    watch.disconnect();
    for (const kind of ['input', 'change']) document.removeEventListener(kind, note);
    putBack();
  });
  watch.observe(document.getElementById('content'), { childList: true, subtree: true, attributes: true, attributeFilter: ['data-live'] });
}
