// Before the first paint: the person's own choice of light or dark, and of the open or folded menu, kept in this browser.
try {
  const root = document.documentElement, look = localStorage.getItem('look'), rail = localStorage.getItem('rail');
  if (look === 'dark' || look === 'light') root.dataset.look = look;
  if (rail === 'open' || rail === 'folded') root.dataset.rail = rail;
} catch { /* no storage: the device decides */ }
