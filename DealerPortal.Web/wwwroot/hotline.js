// The call desk by keyboard: F2 looks for the caller, F4 for what to say, Ctrl+Enter files the complaint.
const go = { F2: 'call-find', F4: 'script-find' };

document.addEventListener('keydown', e => {
  const file = document.getElementById('call-file');
  if (!file) return;
  if (go[e.key]) {
    document.getElementById(go[e.key]).focus();
    e.preventDefault();
  } else if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
    e.preventDefault();
    // Leaving the field tells the portal what stands in it, before the button does.
    document.activeElement?.blur();
    file.click();
    file.focus();
  }
});

// Puts a value into a field as if it had been typed there.
export function fill(id, value) {
  const field = document.getElementById(id);
  if (!field || field.value === value) return;
  field.value = value;
  for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
}

// Keeps the call and its caller in the address, without a navigation.
export const keep = address => {
  history.replaceState(history.state, '', address);
  localStorage.setItem('hotline', address);
};

// The address of a call that was begun in this browser and neither filed nor dropped; null for none.
export function left() {
  const address = localStorage.getItem('hotline');
  const call = address && new URL(address, location).searchParams.get('call');
  return call && localStorage.getItem(`kept:${call}`) ? address : null;
}

// Leads the hands to a field. The frame leads to the heading of a page that was just opened, perhaps a moment later: for that moment it is led back.
export function lead(id) {
  const field = document.getElementById(id);
  field?.focus();
  const back = e => { if (e.target.tagName === 'H1') field?.focus(); };
  document.addEventListener('focusin', back);
  setTimeout(() => document.removeEventListener('focusin', back), 1000);
}
