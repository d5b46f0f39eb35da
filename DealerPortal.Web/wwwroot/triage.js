// The board by keyboard: j and k move, Enter opens, / searches, ? explains; c claims and a chooses for assigning, which the server does.
const rows = () => [...document.querySelectorAll('.triage [data-case]')];
const here = () => new URL(location).searchParams.get('case');
const sheet = () => document.getElementById('keys');
let page, last = -1;

function select(row) {
  if (!row) return;
  rows().forEach(one => { one.classList.toggle('changed', one === row); one.removeAttribute('aria-current'); });
  row.setAttribute('aria-current', 'true');
  row.querySelector('a').focus();
  last = rows().indexOf(row);
  row.scrollIntoView({ block: 'nearest' });
  // The selected row is part of the address, so that it can be kept and sent; the server need not know.
  const url = new URL(location);
  url.searchParams.set('case', row.dataset.case);
  history.replaceState(history.state, '', url);
}

// The server claims or chooses; then the hands go where they are needed next: to the colleague's name, or back to the row.
async function act(key, row) {
  await page?.invokeMethodAsync('Key', key, row.dataset.case);
  const choice = key === 'a' && document.querySelector('.assigning [role=combobox]');
  if (choice && row.querySelector('input:checked')) choice.focus();
  else row.querySelector('a')?.focus();
}

function onKey(e) {
  if (!document.querySelector('#find') || e.ctrlKey || e.metaKey || e.altKey || e.target.closest('dialog')) return;
  const all = rows(), at = all.findIndex(row => row.dataset.case === here());
  if (e.target.closest('input:not([type=checkbox]), textarea, [role=combobox], [role=listbox]')) {
    // Out of a field and back to the list.
    if (e.key !== 'Escape') return;
    select(all[Math.max(at, 0)]);
  }
  // The selected case went to another tab: the one that came into its place is shown first, before any key does something to it.
  else if (at < 0 && last >= 0 && all.length && 'jkca'.includes(e.key)) select(all[Math.min(last, all.length - 1)]);
  else if (e.key === 'j') select(all[Math.min(at + 1, all.length - 1)]);
  else if (e.key === 'k') select(all[Math.max(at - 1, 0)]);
  else if (e.key === 'Enter' && at >= 0 && !e.target.closest('a, button, summary')) all[at].querySelector('a').click();
  else if (e.key === '/') document.getElementById('find').focus();
  else if (e.key === '?') sheet().showModal();
  else if ((e.key === 'c' || e.key === 'a') && at >= 0) act(e.key, all[at]);
  else return;
  e.preventDefault();
}

function onClick(e) {
  const button = e.target.closest('[data-keys]');
  if (button?.dataset.keys === 'open') sheet().showModal();
  if (button?.dataset.keys === 'close') sheet().close();
}

export function listen(reference) {
  if (!page) {
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', onClick);
    document.body.dataset.listens = 'true';
  }
  page = reference;
}
