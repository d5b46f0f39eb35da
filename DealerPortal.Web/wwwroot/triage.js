// The board by keyboard: j and k move, Enter opens, / searches, ? explains; c claims and a chooses for assigning, which the server does.
const rows = () => [...document.querySelectorAll('.triage [data-case]')];
const here = () => new URL(location).searchParams.get('case');
let page;

function select(row) {
  if (!row) return;
  rows().forEach(one => { one.classList.toggle('changed', one === row); one.removeAttribute('aria-current'); });
  row.setAttribute('aria-current', 'true');
  row.querySelector('a').focus();
  row.scrollIntoView({ block: 'nearest' });
  // The selected row is part of the address, so that it can be kept and sent; the server need not know.
  const url = new URL(location);
  url.searchParams.set('case', row.dataset.case);
  history.replaceState(history.state, '', url);
}

function onKey(e) {
  if (!document.querySelector('.triage, #find')) return;
  if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input:not([type=checkbox]), textarea, select, dialog')) return;
  const all = rows(), at = all.findIndex(row => row.dataset.case === here());
  if (e.key === 'j') select(all[Math.min(at + 1, all.length - 1)]);
  else if (e.key === 'k') select(all[Math.max(at - 1, 0)]);
  else if (e.key === 'Enter' && at >= 0 && !e.target.closest('a, button')) all[at].querySelector('a').click();
  else if (e.key === '/') document.getElementById('find').focus();
  else if (e.key === '?') document.querySelector('.page-sub').focus();
  else if ((e.key === 'c' || e.key === 'a') && at >= 0) page?.invokeMethodAsync('Key', e.key, all[at].dataset.case);
  else return;
  e.preventDefault();
}

export function listen(reference) {
  if (!page) document.addEventListener('keydown', onKey);
  page = reference;
}
